using System.Globalization;
using System.Text;
using ExecReports.Rendering.Html.Blocks;

namespace ExecReports.Rendering;

/// <summary>
/// Tables as aligned text: columns as wide as they need to be and as the line allows, long cells on several lines, no word cut. What does not fit beside each other goes the same way as in a
/// mail: blank columns fall away, then those that only explain a row stand below it; a table that is still too wide becomes one paragraph per row, headed by what names the row.
/// </summary>
internal static class PlainTable
{
    private const int Gap = 2;
    // A cell of this length is a date, an amount or a name, and reads badly in pieces.
    private const int Whole = 12;
    // A row of more lines than this is a column of single words: a paragraph reads better.
    private const int Tallest = 4;
    private const string FieldGap = " · ";

    /// <summary>Appends a table whose first row is its heading.</summary>
    public static void Append(StringBuilder text, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<bool> right, int width, string indent = "")
    {
        if (rows.Count == 0)
            return;
        var columns = rows.Max(row => row.Count);
        var all = rows.Select(row => (IReadOnlyList<string>)[.. row, .. Enumerable.Repeat("", columns - row.Count)]).ToList();
        var filled = Enumerable.Range(0, columns).Where(column => column == 0 || all.Count == 1 || all.Skip(1).Any(row => row[column].Length > 0)).ToList();
        var most = Most(all);
        var below = new List<int>();
        for (var soft = false; ; soft = true)
        {
            var beside = filled.ToList();
            var least = Least(all, soft);
            below.Clear();
            foreach (var explains in TableShape.Explaining.Prepend(""))
            {
                var moved = beside.Skip(1).Where(column => all[0][column] == explains && explains.Length > 0).ToList();
                if (explains.Length > 0 && moved.Count == 0)
                    continue;
                below.AddRange(moved);
                beside.RemoveAll(moved.Contains);
                if (Widths(most, least, beside, width) is { } widths && Lines(all, beside, widths).All(lines => lines <= Tallest))
                {
                    AppendGrid(text, all, beside, [.. below.Order()], widths, right, width, indent);
                    return;
                }
            }

            if (soft)
                break;
        }

        AppendParagraphs(text, all, filled, width, indent);
    }

    /// <summary>Appends rows without a heading, such as tiles.</summary>
    public static void AppendRows(StringBuilder text, IReadOnlyList<IReadOnlyList<string>> rows, int width)
    {
        if (rows.Count == 0)
            return;
        var columns = Enumerable.Range(0, rows.Max(row => row.Count)).ToList();
        var all = rows.Select(row => (IReadOnlyList<string>)[.. row, .. Enumerable.Repeat("", columns.Count - row.Count)]).ToList();
        var most = Most(all);
        var widths = Widths(most, Least(all, soft: false), columns, width) ?? Widths(most, Least(all, soft: true), columns, width);
        foreach (var row in all)
        {
            if (widths is not null)
                AppendRow(text, row, columns, widths, [], "");
            else
                text.AppendJoin('\n', Wrap(string.Join(' ', row), width)).Append('\n');
        }
    }

    /// <summary>Breaks a text at spaces into lines of at most <paramref name="width"/>; a longer word is broken behind a mark within it, or else where the line ends.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width) => IsOneLine(text, width) ? [text] : [.. Broken(text, width)];

    private static IEnumerable<string> Broken(string text, int width)
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
                var cut = Break(rest, width);
                yield return rest[..cut];
                rest = rest[cut..];
            }

            if (used > 0)
                line.Append(' ');
            line.Append(rest);
            used += (used > 0 ? 1 : 0) + WidthOf(rest);
        }

        if (used > 0)
            yield return line.ToString();
    }

    // Most cells are: nothing in them has to be broken, and no blanks fall away.
    private static bool IsOneLine(string text, int width) =>
        text.Length > 0 && text[0] != ' ' && text[^1] != ' ' && !text.Contains("  ", StringComparison.Ordinal) && WidthOf(text) <= width;

    /// <summary>Characters as a reader counts them.</summary>
    public static int WidthOf(string text)
    {
        foreach (var c in text)
        {
            // Up to there, and among dashes, quotation marks and the ellipsis, each stands for itself.
            if (c > 0x2FF && c is not (>= '\u2010' and <= '\u2027'))
                return new StringInfo(text).LengthInTextElements;
        }

        return text.Length;
    }

    // Behind the last mark that fits, before the last capital within a word ("Quick-Dump"), or, of a word without either, at the end of the line.
    private static int Break(string word, int width)
    {
        var most = new StringInfo(word).SubstringByTextElements(0, width).Length;
        for (var at = most; at > 1; at--)
        {
            if (IsBreak(word, at))
                return at;
        }

        return most;
    }

    // The two ends of a range may stand on two lines, the digits of a number never.
    private static bool IsBreak(string word, int at) => word[at - 1] switch
    {
        '.' or ',' => !char.IsAsciiDigit(word[at]),
        '-' or '–' or '/' or '#' or '@' or '_' or ':' or '(' => true,
        var before => word[at] is '(' || (char.IsUpper(word[at]) && char.IsLower(before)),
    };

    // The longest part that must stay in one piece: a word, of long words only a part between marks.
    private static int Least(string cell, bool soft)
    {
        if (WidthOf(cell) <= Whole && !(soft && cell.AsSpan().ContainsAny(' ', '/')) && !(soft && cell.Length > 10 && Parts(cell).Skip(1).Any()))
            return WidthOf(cell);
        return cell.Split(' ').Select(word => WidthOf(word) <= (soft ? 10 : 20) ? WidthOf(word) : Parts(word).Max(WidthOf)).DefaultIfEmpty(0).Max();
    }

    private static IEnumerable<string> Parts(string word)
    {
        var first = 0;
        // An address is copied whole.
        for (var at = word.Contains('@') ? word.Length : 1; at < word.Length; at++)
        {
            if (!IsBreak(word, at))
                continue;
            yield return word[first..at];
            first = at;
        }

        yield return word[first..];
    }

    // The width that each column would like. Every cell is measured once, whichever columns are then tried beside each other.
    private static int[] Most(IReadOnlyList<IReadOnlyList<string>> rows) => OfColumns(rows, WidthOf);

    // The width that each column must have.
    private static int[] Least(IReadOnlyList<IReadOnlyList<string>> rows, bool soft) => OfColumns(rows, cell => Least(cell, soft));

    private static int[] OfColumns(IReadOnlyList<IReadOnlyList<string>> rows, Func<string, int> measure) =>
        [.. Enumerable.Range(0, rows[0].Count).Select(column => Math.Max(1, rows.Max(row => measure(row[column]))))];

    /// <summary>Widths that fit into the line and cut no word; null if there are none.</summary>
    /// <param name="wanted">What each column of the table would like.</param>
    /// <param name="needed">What it must have.</param>
    /// <param name="columns">The columns that stand beside each other.</param>
    /// <param name="width">The line.</param>
    private static int[]? Widths(int[] wanted, int[] needed, IReadOnlyList<int> columns, int width)
    {
        var most = columns.Select(column => wanted[column]).ToArray();
        var least = columns.Select(column => needed[column]).ToArray();
        var room = width - Gap * (columns.Count - 1);
        if (least.Sum() > room)
            return null;

        // Of what is too wide the widest column gives way first.
        while (most.Sum() is var sum && sum > room)
        {
            var widest = -1;
            for (var i = 0; i < most.Length; i++)
            {
                if (most[i] > least[i] && (widest < 0 || most[i] > most[widest]))
                    widest = i;
            }

            var next = most.Where((w, i) => i != widest && w < most[widest]).Append(least[widest]).Where(w => w >= least[widest]).Max();
            most[widest] -= Math.Min(sum - room, Math.Max(1, most[widest] - next));
        }

        return most;
    }

    private static IEnumerable<int> Lines(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<int> columns, int[] widths) =>
        rows.Select(row => columns.Select((column, i) => Wrap(row[column], widths[i]).Count).Max());

    private static void AppendGrid(
        StringBuilder text, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<int> beside, IReadOnlyList<int> below, int[] widths, IReadOnlyList<bool> right, int width, string indent)
    {
        AppendRow(text, rows[0], beside, widths, right, indent);
        text.Append(indent).AppendJoin("  ", widths.Select(w => new string('-', w))).Append('\n');
        foreach (var row in rows.Skip(1))
        {
            AppendRow(text, row, beside, widths, right, indent);
            AppendFields(text, rows[0], row, below, width, indent + "    ");
        }
    }

    private static void AppendRow(StringBuilder text, IReadOnlyList<string> row, IReadOnlyList<int> columns, int[] widths, IReadOnlyList<bool> right, string indent)
    {
        var cells = widths.Select((width, i) => Wrap(row[columns[i]], width)).ToArray();
        var height = Math.Max(1, cells.Max(cell => cell.Count));
        for (var lineNumber = 0; lineNumber < height; lineNumber++)
        {
            text.Append(indent);
            var start = text.Length;
            for (var i = 0; i < widths.Length; i++)
            {
                var piece = lineNumber < cells[i].Count ? cells[i][lineNumber] : "";
                var fill = Math.Max(0, widths[i] - WidthOf(piece));
                var toRight = columns[i] < right.Count && right[columns[i]];
                text.Append(' ', toRight ? fill : 0).Append(piece).Append(' ', (toRight ? 0 : fill) + (i < widths.Length - 1 ? Gap : 0));
            }

            while (text.Length > start && text[^1] == ' ')
                text.Length--;
            text.Append('\n');
        }
    }

    private static void AppendParagraphs(StringBuilder text, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<int> columns, int width, string indent)
    {
        // A number alone names no row: what stands behind it does.
        var numbered = rows[0][0] == "#" && columns.Count > 1;
        foreach (var row in rows.Skip(1))
        {
            var title = numbered ? (row[0].Length > 0 ? row[0] + ". " : "") + row[columns[1]] : row[0].Length > 0 ? row[0] : rows[0][0];
            foreach (var (line, first) in Wrap(title, width - 4).Select((line, index) => (line, index == 0)))
                text.Append(indent).Append(first ? "" : "    ").Append(line).Append('\n');
            AppendFields(text, rows[0], row, [.. columns.Skip(numbered ? 2 : 1)], width, indent + "    ");
        }
    }

    /// <summary>"Heading: cell" for each filled cell, as many in a line as there is room for; a field is broken only if it is longer than a line.</summary>
    private static void AppendFields(StringBuilder text, IReadOnlyList<string> headings, IReadOnlyList<string> row, IReadOnlyList<int> columns, int width, string indent)
    {
        var room = width - 4;
        var line = "";
        foreach (var column in columns.Where(column => row[column].Length > 0))
        {
            var field = headings[column].Length > 0 ? $"{headings[column]}: {row[column]}" : row[column];
            if (line.Length > 0 && WidthOf(line) + FieldGap.Length + WidthOf(field) <= room)
            {
                line += FieldGap + field;
                continue;
            }

            Flush();
            line = field;
        }

        Flush();

        void Flush()
        {
            foreach (var (piece, first) in Wrap(line, WidthOf(line) > room ? room - 2 : room).Select((piece, index) => (piece, index == 0)))
                text.Append(indent).Append(first ? "" : "  ").Append(piece).Append('\n');
        }
    }
}
