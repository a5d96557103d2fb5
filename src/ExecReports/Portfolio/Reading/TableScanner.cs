namespace ExecReports.Portfolio.Reading;

/// <summary>
/// Finds pipe tables in the lines of a paragraph and splits them into cells, line by line: each row's line is exact, a stray backtick or bracket in one row cannot swallow the next,
/// rows keep as many cells as were written, and the work is linear in the text.
/// </summary>
internal static class TableScanner
{
    /// <summary>Whether a line is the one between headings and rows: <c>|---|:--:|</c>.</summary>
    public static bool IsDelimiter(string line)
    {
        var span = line.AsSpan().Trim();
        return span.Length >= 3 && span.IndexOfAnyExcept("|-: \t") < 0 && span.Contains('-') && span.Contains('|');
    }

    public static bool HasPipe(string line)
    {
        for (var at = line.IndexOf('|'); at >= 0; at = line.IndexOf('|', at + 1))
        {
            if (at == 0 || line[at - 1] != '\\')
                return true;
        }

        return false;
    }

    /// <summary>Splits <paramref name="lines"/>, of which the first stands on <paramref name="firstLine"/>, into text and tables in order.</summary>
    public static IEnumerable<OutlinePart> Split(IReadOnlyList<string> lines, int firstLine)
    {
        var from = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var delimited = i + 1 < lines.Count && HasPipe(lines[i]) && IsDelimiter(lines[i + 1]);
            // Two lines or more that begin with a pipe are a table whose delimiter was forgotten.
            var forgotten = !delimited && i + 1 < lines.Count && Begins(lines[i]) && Begins(lines[i + 1]) && !IsDelimiter(lines[i]);
            if (!delimited && !forgotten)
                continue;
            if (i > from)
                yield return new TextPart(firstLine + from, lines.Skip(from).Take(i - from).ToList());
            var columns = Cells(lines[i]).Select(cell => InlineText.Plain(cell)).ToList();
            var table = new TablePart(firstLine + i, columns, [], delimited);
            var row = i + (delimited ? 2 : 1);
            for (; row < lines.Count && (HasPipe(lines[row]) || columns.Count == 1 && Begins(lines[row])); row++)
            {
                // A second heading with its own delimiter begins the next table.
                if (row + 1 < lines.Count && IsDelimiter(lines[row + 1]) && !IsDelimiter(lines[row]))
                    break;
                if (!IsDelimiter(lines[row]))
                    table.Rows.Add(Row(lines[row], firstLine + row));
            }

            yield return table;
            from = row;
            i = row - 1;
        }

        if (from < lines.Count)
            yield return new TextPart(firstLine + from, lines.Skip(from).ToList());

        static bool Begins(string line) => line.AsSpan().TrimStart() is { Length: > 1 } span && span[0] == '|';
    }

    /// <summary>One row.</summary>
    public static TableLine Row(string line, int number)
    {
        var raw = Cells(line);
        var cells = new string[raw.Count];
        bool bold = false, struck = false, seen = false;
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = InlineText.Plain(raw[i], out var out_);
            if (!seen && cells[i].Length > 0)
            {
                seen = true;
                struck = out_;
                bold = raw[i].StartsWith("**", StringComparison.Ordinal) && raw[i].EndsWith("**", StringComparison.Ordinal);
            }
        }

        return new TableLine(number, cells, bold, struck);
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var span = line.AsSpan().Trim();
        if (span.Length > 0 && span[0] == '|')
            span = span[1..];
        if (span.Length > 0 && span[^1] == '|' && (span.Length < 2 || span[^2] != '\\'))
            span = span[..^1];
        var start = 0;
        for (var i = 0; i <= span.Length; i++)
        {
            if (i < span.Length && (span[i] != '|' || i > 0 && span[i - 1] == '\\'))
                continue;
            var cell = span[start..i].Trim().ToString();
            cells.Add(cell.Contains("\\|", StringComparison.Ordinal) ? cell.Replace("\\|", "|") : cell);
            start = i + 1;
        }

        return cells;
    }
}
