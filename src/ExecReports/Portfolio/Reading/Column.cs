namespace ExecReports.Portfolio.Reading;

/// <summary>How the cells of a column are read.</summary>
internal enum CellType { Text, Money, Number, Share, Date, Due, Work, Grade, Level, Words, Period, YesNo }

/// <summary>A column (or key of a list) that a section knows: its name, how its cells are read, and the other names that people give it.</summary>
/// <param name="Name">The name that messages and docs use.</param>
/// <param name="Type">How its cells are read.</param>
/// <param name="Aliases">Other names, separated by commas; compared folded.</param>
internal sealed record Column(string Name, CellType Type, string Aliases = "")
{
    /// <summary>A running amount: a year's is divided by 12, a week's multiplied by 52/12.</summary>
    public bool Monthly { get; init; }

    /// <summary>A total row states its sum.</summary>
    public bool Summed { get; init; }

    /// <summary>Whether a piece of a list item can only be meant for this column; null: by its type.</summary>
    public Func<string, bool>? Accepts { get; init; }

    /// <summary>Every name that it answers to, as written in the docs.</summary>
    public IEnumerable<string> Names => Aliases.Length == 0 ? [Name] : [Name, .. Aliases.Split(", ")];
}

/// <summary>A section that is known by name: its headings and columns.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Heading">The name that messages and docs use.</param>
/// <param name="Aliases">Other headings, separated by commas; compared folded.</param>
/// <param name="Columns">Its columns; the first names a row.</param>
internal sealed record SectionSchema(SectionKind Kind, string Heading, string Aliases, params Column[] Columns)
{
    private readonly Lazy<Dictionary<string, Column[]>> _byName = new(() => Columns.Append(Note)
        .SelectMany((column, place) => column.Names.Select((name, i) => (Name: FoldedName.Of(name, keepSymbols: true), Column: column, Own: i == 0, First: place == 0)))
        .GroupBy(pair => pair.Name, StringComparer.Ordinal)
        // A column's own name comes before an alias of another, then what can be read as more than words, and what names the row comes last: "Cost" is an amount before it is an item.
        .ToDictionary(group => group.Key, group => group.OrderByDescending(pair => pair.Own).ThenBy(pair => pair.Column.Type == CellType.Text).ThenBy(pair => pair.First).Select(pair => pair.Column).Distinct().ToArray(), StringComparer.Ordinal));

    private readonly Lazy<Dictionary<string, Column>> _byWord = new(() => Columns
        .SelectMany(column => column.Names.SelectMany(FoldedName.Words).Select(word => (Word: word, Column: column)))
        .DistinctBy(pair => pair.Word)
        .ToDictionary(pair => pair.Word, pair => pair.Column, StringComparer.Ordinal));

    /// <summary>The column that every section has.</summary>
    public static readonly Column Note = new("Note", CellType.Text, "Notes, Comment, Comments, Remark, Remarks");

    /// <summary>The columns that the words behind a list item's name go to, in this order, each to the first that can read them.</summary>
    public Column[] ListColumns { get; init; } = [];

    /// <summary>The column of an item's group: a sub-heading, or a list item that has items of its own, fills it.</summary>
    public Column? Group { get; init; }

    /// <summary>The column whose ends two columns Low and High hold.</summary>
    public Column? Ranged { get; init; }

    /// <summary>The columns that a folded name may mean, likeliest first: "Service" is a stream, or a date where another column is the stream.</summary>
    public IReadOnlyDictionary<string, Column[]> ByName => _byName.Value;

    /// <summary>The first column that has a word in its names, by the word.</summary>
    public IReadOnlyDictionary<string, Column> ByWord => _byWord.Value;

    /// <summary>The column that names a row; null for a section that is prose.</summary>
    public Column? Primary => Columns.Length == 0 ? null : Columns[0];

    /// <summary>Every heading that it answers to.</summary>
    public IEnumerable<string> Names => Aliases.Length == 0 ? [Heading] : [Heading, .. Aliases.Split(", ")];
}
