namespace ExecReports.Portfolio.Reading;

/// <summary>
/// Gives the headings of a table their columns, each known column (or end of its range) to one heading at most: a column's own name before an alias, an alias before a name that only remains
/// without its period or what stands in brackets; between equals the one whose cells fit, then the heading that can mean nothing else, then the order of the table. What gets none is kept as written, and a diagnostic says why.
/// </summary>
internal static class ColumnAssignment
{
    /// <summary>One use per heading, in order; <see cref="ColumnUse.Column"/> is null where a heading has no column.</summary>
    public static List<ColumnUse> Of(TablePart table, SectionSchema schema, ReadingContext context)
    {
        var candidates = table.Columns.Select(heading => ColumnUse.Candidates(heading, schema).ToList()).ToList();
        var named = candidates.SelectMany(some => some).CountBy(use => use.Column!).ToDictionary();
        var wanted = candidates.Select((some, i) => some.Select((use, order) => new Pair(i, use, FitOf(use.Column!, some, i), order, some.Count)).ToList()).ToList();

        var uses = new ColumnUse?[table.Columns.Count];
        var ends = new Dictionary<Column, RangeEnd[]>();
        foreach (var pair in wanted.SelectMany(pairs => pairs).Order())
        {
            if (uses[pair.Heading] is not null || !Takes(pair))
                continue;
            var taken = ends.GetValueOrDefault(pair.Use.Column!, []);
            // Beside a column of whole amounts there is no place for one end of them.
            if (taken.Length > 0 && (taken.Contains(pair.Use.End) || pair.Use.End == RangeEnd.Both || taken.Contains(RangeEnd.Both)))
                continue;
            ends[pair.Use.Column!] = [.. taken, pair.Use.End];
            uses[pair.Heading] = pair.Use;
        }

        return [.. uses.Select((use, i) => use ?? Unassigned(table.Columns[i], wanted[i]))];

        // A column called by its own name that no other heading wants is given whatever its cells are: they need not be read for it.
        CellFit FitOf(Column column, List<ColumnUse> of, int heading) =>
            of is [{ Match: NameMatch.Own }] && named[column] == 1 ? CellFit.Open : CellFits.Of(column, table.Rows, heading, context.Currency);
    }

    // Cells that no reader could make anything of are better kept as written, unless the column is called by its name and nothing else: then each cell deserves its diagnostic.
    private static bool Takes(Pair pair) => pair.Use.Match == NameMatch.Own || pair.Fit switch
    {
        CellFit.Contradicts => false,
        CellFit.Unreadable => pair.Choices == 1,
        _ => true,
    };

    private static ColumnUse Unassigned(string heading, List<Pair> wanted)
    {
        var use = new ColumnUse(heading, null);
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

    /// <summary>A heading and a column that it may have; the likeliest pair comes first.</summary>
    private sealed record Pair(int Heading, ColumnUse Use, CellFit Fit, int Order, int Choices) : IComparable<Pair>
    {
        public int CompareTo(Pair? other) => other is null ? -1
            : Use.Match != other.Use.Match ? other.Use.Match - Use.Match
            : Fit != other.Fit ? other.Fit - Fit
            : Choices != other.Choices ? Choices - other.Choices
            : Order != other.Order ? Order - other.Order
            : Heading - other.Heading;
    }
}
