using ExecReports.Portfolio.Reading;

namespace ExecReports.Analysis;

/// <summary>Names as they are matched, in handoffs and between them: letters and digits in lower case; case, spaces and punctuation aside.</summary>
public static class Folded
{
    /// <summary>Folds a name: <c>" Half-day Charter."</c> becomes <c>halfdaycharter</c>, <c>&amp;</c> becomes <c>and</c>; null becomes the empty text.</summary>
    public static string Of(string? name) => name is null ? "" : FoldedName.Of(name);

    /// <summary>Whether two names are the same when folded; empty names are never the same.</summary>
    public static bool Same(string? a, string? b)
    {
        var folded = Of(a);
        return folded.Length > 0 && folded == Of(b);
    }
}
