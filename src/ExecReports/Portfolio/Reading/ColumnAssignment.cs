namespace ExecReports.Portfolio.Reading;

/// <summary>
/// Gives the headings of a table their columns, each known column (or end of its range) to one heading at most: a column's own name before an alias, an alias before a name that only remains
/// without its period or what stands in brackets; between equals the one whose cells fit, then the order of the table. What gets none is kept as written, and a diagnostic says why.
/// </summary>
internal static class ColumnAssignment
{
    private readonly record struct Pair(int Heading, ColumnUse Use, NameMatch Match, CellFit Fit, int Order);

    /// <summary>One use per heading, in order; <see cref="ColumnUse.Column"/> is null where a heading has no column.</summary>
    public static List<ColumnUse> Of(TablePart table, SectionSchema schema, ReadingContext context)
    {
        var pairs = new List<Pair>();
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var order = 0;
            foreach (var (use, match) in ColumnUse.Candidates(table.Columns[i], schema))
                pairs.Add(new Pair(i, use, match, CellFits.Of(use.Column!, table.Rows, i, context.Currency), order++));
        }

        var uses = new ColumnUse?[table.Columns.Count];
        var ends = new Dictionary<Column, RangeEnd[]>();
        foreach (var pair in pairs.OrderByDescending(pair => pair.Match).ThenByDescending(pair => pair.Fit).ThenBy(pair => pair.Order).ThenBy(pair => pair.Heading))
        {
            if (uses[pair.Heading] is not null || !Takes(pair, pairs))
                continue;
            var taken = ends.GetValueOrDefault(pair.Use.Column!, []);
            // Beside a column of whole amounts there is no place for one end of them.
            if (taken.Length > 0 && (taken.Contains(pair.Use.End) || pair.Use.End == RangeEnd.Both || taken.Contains(RangeEnd.Both)))
                continue;
            ends[pair.Use.Column!] = [.. taken, pair.Use.End];
            uses[pair.Heading] = pair.Use;
        }

        return [.. uses.Select((use, i) => use ?? Unassigned(i, table, pairs, context))];
    }

    // Cells that no reader could make anything of are better kept as written, unless the column is called by its name and nothing else: then each cell deserves its diagnostic.
    private static bool Takes(Pair pair, List<Pair> pairs) => pair.Match == NameMatch.Own || pair.Fit switch
    {
        CellFit.Contradicts => false,
        CellFit.Unreadable => pair.Use.Column!.Type == CellType.Text || pairs.Count(other => other.Heading == pair.Heading) == 1,
        _ => true,
    };

    private static ColumnUse Unassigned(int heading, TablePart table, List<Pair> pairs, ReadingContext context)
    {
        var use = new ColumnUse(table.Columns[heading], null);
        var wanted = pairs.Where(pair => pair.Heading == heading).ToList();
        if (wanted.Count == 0)
            return use;
        var names = string.Join(" or ", wanted.Select(pair => pair.Use.Column!.Name).Distinct());
        return use with
        {
            Refused = wanted.TrueForAll(pair => pair.Fit < CellFit.Open)
                ? ("column-content", $"cells that can be read as {names}; they are kept as written")
                : ("column-duplicate", $"one column for {names}; another one is read, this one is kept as written"),
        };
    }
}
