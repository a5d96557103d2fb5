using System.Globalization;
using System.Text;

namespace ExecReports.Rendering;

/// <summary>Tables as aligned text: columns as wide as they need to be and as the line allows, long cells on several lines.</summary>
internal static class PlainTable
{
    private const int Gap = 2;
    private const int LeastWidth = 6;

    /// <summary>Appends a table whose first row is its heading; one with too many columns for the line becomes a list of "heading: cell" lines.</summary>
    public static void Append(StringBuilder text, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<bool> right, int width)
    {
        if (rows.Count == 0)
            return;
        var columns = rows.Max(row => row.Count);
        if (columns * (LeastWidth + Gap) > width || columns > 9)
        {
            AppendAsLists(text, rows, width);
            return;
        }

        var widths = Widths(rows, columns, width);
        AppendRow(text, rows[0], widths, right);
        text.AppendJoin("  ", widths.Select(w => new string('-', w))).Append('\n');
        foreach (var row in rows.Skip(1))
            AppendRow(text, row, widths, right);
    }

    /// <summary>Appends rows without a heading.</summary>
    public static void AppendRows(StringBuilder text, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<bool> right, int width)
    {
        if (rows.Count == 0)
            return;
        var widths = Widths(rows, rows.Max(row => row.Count), width);
        foreach (var row in rows)
            AppendRow(text, row, widths, right);
    }

    /// <summary>Breaks a text at spaces into lines of at most <paramref name="width"/>; a longer word is cut into pieces.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            var length = WidthOf(rest);
            if (used > 0 && used + 1 + length > width)
            {
                yield return line.ToString();
                line.Clear();
                used = 0;
            }

            while (WidthOf(rest) > width)
            {
                var cut = new StringInfo(rest).SubstringByTextElements(0, width);
                yield return cut;
                rest = rest[cut.Length..];
            }

            if (used > 0)
                line.Append(' ');
            line.Append(rest);
            used = WidthOf(line.ToString());
        }

        if (used > 0)
            yield return line.ToString();
    }

    /// <summary>Characters as a reader counts them.</summary>
    public static int WidthOf(string text)
    {
        foreach (var c in text)
        {
            if (c > 0x2FF)
                return new StringInfo(text).LengthInTextElements;
        }

        return text.Length;
    }

    private static int[] Widths(IReadOnlyList<IReadOnlyList<string>> rows, int columns, int width)
    {
        var widths = new int[columns];
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Count; i++)
                widths[i] = Math.Max(widths[i], WidthOf(row[i]));
        }

        for (var i = 0; i < columns; i++)
            widths[i] = Math.Max(1, widths[i]);

        // The widest column gives way first.
        var excess = widths.Sum() + Gap * (columns - 1) - width;
        while (excess > 0)
        {
            var widest = 0;
            for (var i = 1; i < columns; i++)
                widest = widths[i] > widths[widest] ? i : widest;
            if (widths[widest] <= LeastWidth)
                break;
            var next = widths.Where((_, i) => i != widest).Append(LeastWidth).Where(w => w < widths[widest]).DefaultIfEmpty(LeastWidth).Max();
            var give = Math.Min(excess, Math.Max(1, widths[widest] - next));
            widths[widest] -= give;
            excess -= give;
        }

        return widths;
    }

    private static void AppendRow(StringBuilder text, IReadOnlyList<string> row, int[] widths, IReadOnlyList<bool> right)
    {
        var cells = widths.Select((width, i) => i < row.Count ? Wrap(row[i], width).ToArray() : []).ToArray();
        var height = Math.Max(1, cells.Max(cell => cell.Length));
        for (var lineNumber = 0; lineNumber < height; lineNumber++)
        {
            var start = text.Length;
            for (var i = 0; i < widths.Length; i++)
            {
                var piece = lineNumber < cells[i].Length ? cells[i][lineNumber] : "";
                var fill = Math.Max(0, widths[i] - WidthOf(piece));
                var toRight = i < right.Count && right[i];
                text.Append(' ', toRight ? fill : 0).Append(piece).Append(' ', (toRight ? 0 : fill) + (i < widths.Length - 1 ? Gap : 0));
            }

            while (text.Length > start && text[^1] == ' ')
                text.Length--;
            text.Append('\n');
        }
    }

    private static void AppendAsLists(StringBuilder text, IReadOnlyList<IReadOnlyList<string>> rows, int width)
    {
        foreach (var row in rows.Skip(1))
        {
            for (var i = 0; i < row.Count; i++)
            {
                if (row[i].Length == 0)
                    continue;
                var lead = i == 0 ? "- " : "  ";
                var heading = i < rows[0].Count && rows[0][i].Length > 0 ? rows[0][i] + ": " : "";
                foreach (var line in Wrap(heading + row[i], width - 4))
                {
                    text.Append(lead).Append(line).Append('\n');
                    lead = "    ";
                }
            }
        }
    }
}
