using System.Text;

namespace ExecReports.Rendering;

/// <summary>Turns text from outside into Markdown that shows exactly that text: no value can become markup, and none can break out of a table cell.</summary>
public static class MarkdownText
{
    /// <summary>
    /// The text as a reader sees it: one line, runs of white space made one space, nothing invisible in it. Control characters, marks that turn the
    /// writing direction and zero-width marks are dropped (they can make a text read as another), half a surrogate pair becomes U+FFFD.
    /// </summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var clean = new StringBuilder(text.Length);
        var space = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is ' ' or '\t' or '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' || (c > 127 && char.IsWhiteSpace(c)))
            {
                space = clean.Length > 0;
                continue;
            }

            if (IsInvisible(c))
                continue;
            if (space)
                clean.Append(' ');
            space = false;
            if (!char.IsSurrogate(c))
                clean.Append(c);
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(c).Append(text[++i]);
            else
                clean.Append('\uFFFD');
        }

        return clean.ToString();
    }

    /// <summary>Cleans a text (<see cref="Clean"/>) and escapes every character that Markdown could take for markup, wherever the text is put.</summary>
    public static string Escape(string? text)
    {
        var clean = Clean(text);
        if (clean.AsSpan().IndexOfAny(s_special) < 0 && (clean.Length == 0 || !StartsBlock(clean[0])))
            return clean;

        var escaped = new StringBuilder(clean.Length + 16);
        var start = EndOfListNumber(clean);
        for (var i = 0; i < clean.Length; i++)
        {
            if (MustEscape(clean, i, start))
                escaped.Append('\\');
            escaped.Append(clean[i]);
        }

        return escaped.ToString();
    }

    private static readonly System.Buffers.SearchValues<char> s_special = System.Buffers.SearchValues.Create("\\`*_[]<>&|#:~.)");

    private static bool StartsBlock(char c) => c is '-' or '+' or '=' or '#' or ':' or '>' or '~' or '.' or ')';

    private static bool MustEscape(string text, int i, int listNumberEnd) => text[i] switch
    {
        '\\' or '`' or '*' or '[' or ']' or '<' or '>' or '&' or '|' or '~' => true,
        // Inside a word an underscore is never emphasis, and file and resource names are full of them.
        '_' => i == 0 || i == text.Length - 1 || !char.IsLetterOrDigit(text[i - 1]) || !char.IsLetterOrDigit(text[i + 1]),
        // At the start a heading, behind a space the closing mark of one; "C#" may stay.
        '#' => i == 0 || text[i - 1] is ' ' or '#',
        ':' => i == 0 || text[i - 1] == ':' || (i + 1 < text.Length && text[i + 1] == ':'),
        '-' or '+' or '=' => i == 0,
        // "4.7" begins no list; "4." does, with a space behind it or with what the template writes behind the value.
        '.' or ')' => i == 0 || (i == listNumberEnd && (i == text.Length - 1 || text[i + 1] == ' ')),
        _ => false,
    };

    /// <summary>Place of the mark behind leading digits, which would begin a numbered list; -1 if there are none.</summary>
    private static int EndOfListNumber(string text)
    {
        var i = 0;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
            i++;
        return i > 0 && i < text.Length ? i : -1;
    }

    private static bool IsInvisible(char c) =>
        char.IsControl(c)
        || c is '\u00AD' or '\u061C' or '\u180E' or '\uFEFF' or '\u200B' or '\u200E' or '\u200F' or '\uFFFE' or '\uFFFF'
        || c is >= '\u202A' and <= '\u202E'
        || c is >= '\u2060' and <= '\u206F'
        || c is >= '\uFDD0' and <= '\uFDEF';
}
