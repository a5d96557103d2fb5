using System.Text.RegularExpressions;

namespace EndToEnd.Numbers;

/// <summary>The words of a line that tell it from other lines: three letters or more, and none of those that stand in many lines.</summary>
internal static partial class Words
{
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "the", "and", "for", "with", "from", "per", "month", "months", "year", "week", "day", "days", "due", "owner", "open", "done", "high", "low", "medium", "critical", "unknown", "not", "has", "are", "was",
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "https", "www", "com", "example", "live", "active", "yes", "none", "nobody",
    };

    public static IReadOnlySet<string> In(string text) =>
        Word().Matches(text).Select(match => match.Value.ToLowerInvariant()).Where(word => !Common.Contains(word)).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Word();
}
