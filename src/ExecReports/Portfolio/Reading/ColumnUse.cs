namespace ExecReports.Portfolio.Reading;

/// <summary>Which end of a range a column holds.</summary>
internal enum RangeEnd { Both, Low, High }

/// <summary>How one heading of a table is used.</summary>
/// <param name="Heading">The heading as written.</param>
/// <param name="Column">The known column that it is; null: none, its cells are kept as written.</param>
internal sealed record ColumnUse(string Heading, Column? Column)
{
    /// <summary>The period that the heading names: "Cost (per year)".</summary>
    public Period? Period { get; init; }
    /// <summary>1000 where the heading says that amounts are in thousands.</summary>
    public decimal Factor { get; init; } = 1;
    /// <summary>Whether the heading says that plain numbers are percentages.</summary>
    public bool Percent { get; init; }
    /// <summary>Which end of a range it holds.</summary>
    public RangeEnd End { get; init; }

    private static readonly string[] PeriodWords =
        ["per month", "a month", "/month", "/ month", "/mo", "monthly", "per year", "a year", "/year", "/ year", "/yr", "yearly", "annual", "per annum", "p.a.", "per week", "a week", "/week", "/wk", "weekly", "per quarter", "/quarter", "/qtr", "quarterly"];

    private static readonly (string Word, RangeEnd End)[] Ends =
        [("low", RangeEnd.Low), ("high", RangeEnd.High), ("min", RangeEnd.Low), ("max", RangeEnd.High), ("minimum", RangeEnd.Low), ("maximum", RangeEnd.High), ("lower", RangeEnd.Low), ("upper", RangeEnd.High)];

    /// <summary>
    /// Finds the column that <paramref name="heading"/> means: as it stands, then without the words of a range's end, a period and a part in brackets or behind a dash.
    /// Of the columns that a name may mean, one that is not among <paramref name="taken"/> is preferred. What those say (per year, in thousands, in percent, low end) is kept.
    /// </summary>
    public static ColumnUse Of(string heading, SectionSchema schema, IReadOnlySet<Column>? taken = null)
    {
        var use = new ColumnUse(heading, null);
        var aside = FoldedName.Of(FoldedName.Aside(heading), keepSymbols: true);
        if (aside is "k" or "$k" or "k$" or "usdk" or "kusd" or "thousands" or "inthousands" or "000s" or "$000s" or "000" or "$000")
            use = use with { Factor = 1_000 };
        use = use with { Percent = heading.Contains('%') || aside is "percent" or "pct", Period = PeriodIn(heading) };
        if (Find(heading, schema, taken) is { } exact)
            return use with { Column = exact };
        foreach (var (word, end) in Ends)
        {
            if (WithoutWord(heading, word) is not { } shorter)
                continue;
            var column = FoldedName.Of(shorter).Length == 0 ? schema.Ranged : Find(shorter, schema, null) ?? Find(WithoutPeriod(shorter), schema, null);
            if (column is { Type: CellType.Money or CellType.Number or CellType.Share })
                return use with { Column = column, End = end };
        }

        return use with { Column = Find(FoldedName.WithoutAside(heading), schema, taken) ?? Find(WithoutPeriod(heading), schema, taken) ?? Find(WithoutPeriod(FoldedName.WithoutAside(heading)), schema, taken) };
    }

    private static Column? Find(string heading, SectionSchema schema, IReadOnlySet<Column>? taken)
    {
        var folded = FoldedName.Of(heading, keepSymbols: true);
        if (folded.Length == 0)
            return null;
        if (schema.ByName.TryGetValue(folded, out var columns))
            return Free(columns);
        var plain = FoldedName.Of(heading);
        foreach (var name in (ReadOnlySpan<string>)[plain, plain.EndsWith('s') ? plain[..^1] : plain + "s", Ending(plain, "usd"), Ending(plain, "eur"), Ending(plain, "pct")])
        {
            if (name.Length > 0 && schema.ByName.TryGetValue(name, out columns))
                return Free(columns);
        }

        return null;

        Column Free(Column[] candidates) => (taken is null ? null : Array.Find(candidates, column => !taken.Contains(column))) ?? candidates[0];

        static string Ending(string text, string ending) => text.EndsWith(ending, StringComparison.Ordinal) ? text[..^ending.Length] : "";
    }

    private static Period? PeriodIn(string heading)
    {
        foreach (var word in PeriodWords)
        {
            if (IndexOfWord(heading, word) >= 0)
                return PeriodReader.Read(word);
        }

        return null;
    }

    private static string WithoutPeriod(string heading)
    {
        foreach (var word in PeriodWords)
            heading = WithoutWord(heading, word) ?? heading;
        return heading;
    }

    private static string? WithoutWord(string text, string word)
    {
        var at = IndexOfWord(text, word);
        return at < 0 ? null : (text[..at] + " " + text[(at + word.Length)..]).Replace("()", "").Trim();
    }

    private static int IndexOfWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var before = at == 0 || !char.IsLetterOrDigit(text[at - 1]) || word[0] == '/';
            var after = at + word.Length == text.Length || !char.IsLetterOrDigit(text[at + word.Length]);
            if (before && after)
                return at;
        }

        return -1;
    }
}
