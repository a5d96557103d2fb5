using System.Buffers;

namespace ExecReports.Portfolio.Reading;

/// <summary>Which end of a range a column holds.</summary>
internal enum RangeEnd { Both, Low, High }

/// <summary>How a heading names a column, least certain first.</summary>
internal enum NameMatch
{
    /// <summary>By an alias that remains without a period, an end of a range or what stands in brackets.</summary>
    Part,
    /// <summary>By an alias as it stands.</summary>
    Alias,
    /// <summary>By the column's own name.</summary>
    Own,
}

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
    /// <summary>How the heading names the column, where it has one.</summary>
    public NameMatch Match { get; init; }

    private static readonly string[] PeriodWords =
        ["per month", "a month", "/month", "/ month", "/mo", "monthly", "per year", "a year", "/year", "/ year", "/yr", "yearly", "annual", "per annum", "p.a.", "per week", "a week", "/week", "/wk", "weekly", "per quarter", "/quarter", "/qtr", "quarterly"];

    // Nearly no cell holds one of them: one look for all, instead of one for each.
    private static readonly SearchValues<string> AnyPeriodWord = SearchValues.Create(PeriodWords, StringComparison.OrdinalIgnoreCase);

    private static readonly (string Word, RangeEnd End)[] Ends =
        [("low", RangeEnd.Low), ("high", RangeEnd.High), ("min", RangeEnd.Low), ("max", RangeEnd.High), ("minimum", RangeEnd.Low), ("maximum", RangeEnd.High), ("lower", RangeEnd.Low), ("upper", RangeEnd.High)];

    /// <summary>Why it has no column although its name is known: the diagnostic's code, and what would be right.</summary>
    public (string Code, string Expected)? Refused { get; init; }

    /// <summary>The likeliest column that <paramref name="heading"/> means; without a column if it is none of the known ones.</summary>
    public static ColumnUse Of(string heading, SectionSchema schema) => Candidates(heading, schema).FirstOrDefault() ?? Bare(heading);

    /// <summary>The column that <paramref name="key"/> means beside <paramref name="value"/>: where it may mean two, the one that the value fits.</summary>
    public static ColumnUse Of(string key, SectionSchema schema, string value, string currency) =>
        Candidates(key, schema).MaxBy(use => CellFits.Of(use.Column!, [new TableLine(0, [value], false, false)], 0, currency)) ?? Bare(key);

    /// <summary>
    /// The columns that <paramref name="heading"/> may mean, likeliest first: as it stands, then without the words of a range's end, a period and a part in brackets or behind a dash.
    /// What those say (per year, in thousands, in percent, low end) is kept.
    /// </summary>
    public static IEnumerable<ColumnUse> Candidates(string heading, SectionSchema schema)
    {
        var use = Bare(heading);
        var exact = Find(heading, schema);
        if (exact.Length > 0)
        {
            var folded = FoldedName.Of(heading);
            return exact.Select(column => use with { Column = column, Match = FoldedName.Of(column.Name) == folded ? NameMatch.Own : NameMatch.Alias });
        }

        foreach (var (word, end) in Ends)
        {
            if (WithoutWord(heading, word) is not { } shorter)
                continue;
            var ranged = FoldedName.Of(shorter).Length == 0 ? schema.Ranged is { } own ? [own] : [] : Either(Find(shorter, schema), WithoutPeriod(shorter), schema);
            ranged = Array.FindAll(ranged, column => column.Type is CellType.Money or CellType.Number or CellType.Share);
            if (ranged.Length > 0)
                return ranged.Select(column => use with { Column = column, End = end, Match = NameMatch.Part });
        }

        var without = FoldedName.WithoutAside(heading);
        var part = Either(Either(Find(without, schema), WithoutPeriod(heading), schema), WithoutPeriod(without), schema);
        // "Price/student": what it is per stands behind the stroke.
        if (part.Length == 0 && heading.IndexOf('/') is var stroke and > 2)
            part = Find(heading[..stroke], schema);
        return part.Select(column => use with { Column = column, Match = NameMatch.Part });
    }

    private static ColumnUse Bare(string heading)
    {
        var use = new ColumnUse(heading, null);
        var aside = FoldedName.Of(FoldedName.Aside(heading), keepSymbols: true);
        if (aside is "k" or "$k" or "k$" or "usdk" or "kusd" or "thousands" or "inthousands" or "000s" or "$000s" or "000" or "$000")
            use = use with { Factor = 1_000 };
        return use with { Percent = heading.Contains('%') || aside is "percent" or "pct", Period = PeriodIn(heading) };
    }

    private static Column[] Either(Column[] found, string heading, SectionSchema schema) => found.Length > 0 ? found : Find(heading, schema);

    private static Column[] Find(string heading, SectionSchema schema)
    {
        var folded = FoldedName.Of(heading, keepSymbols: true);
        if (folded.Length == 0)
            return [];
        if (schema.ByName.TryGetValue(folded, out var columns))
            return columns;
        var plain = FoldedName.Of(heading);
        foreach (var name in (ReadOnlySpan<string>)[plain, plain.EndsWith('s') ? plain[..^1] : plain + "s", Ending(plain, "usd"), Ending(plain, "eur"), Ending(plain, "pct")])
        {
            if (name.Length > 0 && schema.ByName.TryGetValue(name, out columns))
                return columns;
        }

        return [];

        static string Ending(string text, string ending) => text.EndsWith(ending, StringComparison.Ordinal) ? text[..^ending.Length] : "";
    }

    internal static Period? PeriodIn(string heading)
    {
        if (!heading.AsSpan().ContainsAny(AnyPeriodWord))
            return null;
        foreach (var word in PeriodWords)
        {
            if (IndexOfWord(heading, word) >= 0)
                return PeriodReader.Read(word);
        }

        return null;
    }

    private static string WithoutPeriod(string heading)
    {
        if (!heading.AsSpan().ContainsAny(AnyPeriodWord))
            return heading;
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
