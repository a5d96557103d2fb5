using ExecReports.Rendering;

namespace ExecReports.Reports;

/// <summary>Pieces of plain sentences.</summary>
internal static class Wording
{
    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
    };

    /// <summary>The word for one, or for several.</summary>
    public static string Plural(decimal count, string one, string many) => count == 1 ? one : many;

    /// <summary>Each count that is not zero, with its word: <c>1 shortfall</c>, <c>2 guardrails</c>.</summary>
    public static IReadOnlyList<string> Counted(params IEnumerable<(int Count, string One, string Many)> parts) =>
        [.. parts.Where(part => part.Count > 0).Select(part => Formats.Count(part.Count, part.One, part.Many))];

    /// <summary>The first letter in upper case.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
