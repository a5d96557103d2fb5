using System.Text;

namespace ExecReports.Portfolio.Reading;

/// <summary>
/// Names as they are compared: lower case, letters and digits only, so that "Tech-Stack", "tech stack" and "TECH STACK:" are one.
/// <c>$</c>, <c>%</c> and <c>#</c> are kept where asked, since "$/mo" and "%" are column names of their own.
/// </summary>
internal static class FoldedName
{
    private const int OnStack = 256;

    public static string Of(string text, bool keepSymbols = false)
    {
        // "&" becomes three letters.
        Span<char> folded = text.Length * 3 <= OnStack ? stackalloc char[OnStack] : new char[text.Length * 3];
        var length = Fold(text, folded, keepSymbols);
        return folded[..length].SequenceEqual(text) ? text : new string(folded[..length]);
    }

    /// <summary>Whether <paramref name="text"/>, folded, is one of <paramref name="names"/>; no text is made for the question.</summary>
    public static bool IsAmong(ReadOnlySpan<char> text, HashSet<string> names)
    {
        Span<char> folded = text.Length * 3 <= OnStack ? stackalloc char[OnStack] : new char[text.Length * 3];
        return names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded[..Fold(text, folded, keepSymbols: false)]);
    }

    private static int Fold(ReadOnlySpan<char> text, Span<char> folded, bool keepSymbols)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                folded[length++] = char.ToLowerInvariant(c);
            else if (c == '&')
            {
                "and".CopyTo(folded[length..]);
                length += 3;
            }
            else if (keepSymbols && c is '$' or '€' or '£')
                folded[length++] = '$';
            else if (keepSymbols && c is '%' or '#')
                folded[length++] = c;
        }

        return length;
    }

    /// <summary>The text without parts in brackets and without what stands behind a dash or colon: "Costs (per month) — 2026" is "Costs".</summary>
    public static string WithoutAside(string text)
    {
        if (text.AsSpan().IndexOfAny("()[]—–-:") < 0)
            return text.AsSpan().Trim() is { Length: > 0 } bare ? bare.Length == text.Length ? text : bare.ToString() : text;
        var result = new StringBuilder(text.Length);
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '(' or '[')
                depth++;
            else if (c is ')' or ']')
                depth = Math.Max(0, depth - 1);
            else if (depth == 0)
            {
                var spaced = i > 0 && char.IsWhiteSpace(text[i - 1]);
                if (i > 0 && (c is '—' or '–' && (spaced || result.Length > 2) || c == '-' && spaced && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]) || c == ':'))
                    break;
                result.Append(c);
            }
        }

        var shorter = result.ToString().Trim();
        return shorter.Length == 0 ? text : shorter;
    }

    /// <summary>What stands in the first pair of brackets, or behind a dash; empty if nothing does.</summary>
    public static string Aside(string text)
    {
        var open = text.AsSpan().IndexOfAny('(', '[');
        if (open >= 0)
        {
            var close = text.AsSpan(open).IndexOfAny(')', ']');
            return close < 0 ? text[(open + 1)..].Trim() : text.Substring(open + 1, close - 1).Trim();
        }

        var kept = WithoutAside(text);
        return kept.Length < text.Length ? text[kept.Length..].Trim(' ', '—', '–', '-', ':') : "";
    }

    /// <summary>Whether two folded names are so near that one may be a slip for the other.</summary>
    public static bool Near(string a, string b)
    {
        if (a.Length < 4 || b.Length < 3)
            return false;
        var allowed = Math.Min(a.Length, b.Length) switch { < 4 => 0, < 7 => 1, _ => 2 };
        return Math.Abs(a.Length - b.Length) <= allowed && Distance(a, b) <= allowed;
    }

    /// <summary>Edits (insert, delete, replace, swap of neighbours) that lead from one to the other.</summary>
    public static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[b.Length];
    }

    /// <summary>Words of a name, folded, of four letters or more: what two names may share.</summary>
    public static IEnumerable<string> Words(string text) =>
        text.Split([' ', '-', '/', '_', ',', '&', '—', '–', '(', ')', ':'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => Of(word)).Where(word => word.Length >= 4);
}
