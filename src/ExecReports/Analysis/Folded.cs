using System.Text;

namespace ExecReports.Analysis;

/// <summary>Names as they are matched: letters and digits in lower case; case, spaces and punctuation aside.</summary>
public static class Folded
{
    /// <summary>Folds a name: <c>" Half-day Charter."</c> becomes <c>halfdaycharter</c>; null becomes the empty text.</summary>
    public static string Of(string? name)
    {
        if (name is null)
            return "";

        var folded = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
                folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }

    /// <summary>Whether two names are the same when folded; empty names are never the same.</summary>
    public static bool Same(string? a, string? b)
    {
        var folded = Of(a);
        return folded.Length > 0 && folded == Of(b);
    }
}
