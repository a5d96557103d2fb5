using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace ExecReports.Rendering.Html.Blocks;

/// <summary>
/// Which columns of a table stand side by side, and which in small print below each row: eleven columns beside each other cannot be read in a mail.
/// A table loses its blank columns; while it still has more than <see cref="Widest"/>, those that only explain a row go below it.
/// </summary>
internal sealed class TableShape
{
    /// <summary>Columns that have room beside each other.</summary>
    public const int Widest = 6;

    private const int RoomForBlank = 5;

    // What explains a row rather than compares it with the others, with what is written before it in the small print; the first give way first.
    private static readonly (string Heading, string Lead)[] s_below =
    [
        ("Source", ""), ("Remark", ""), ("State and remark", ""), ("What to do", "To do: "), ("What was done", "Done: "), ("Found by", "Found by: "),
        ("Account as written", "Account: "), ("Units by month", ""), ("Stated in the handoff", "Stated: "), ("Source of the rates", "Rates: "), ("Booked on", "Booked on: "),
        ("Crew", "Crew: "), ("Mark", "Mark: "), ("Billing", ""), ("Departed", "Departed: "), ("Route", ""), ("Usual days to pay", "Usual days to pay: "), ("State", ""), ("By bots", "By bots: "), ("Merges", "Merges: "), ("Tests", "Tests: "), ("CI", "CI: "), ("Domains", "Domains: "),
    ];

    /// <summary>Headings of columns that explain a row; the first give way first.</summary>
    public static IReadOnlyList<string> Explaining { get; } = [.. s_below.Select(one => one.Heading)];

    private TableShape(IReadOnlyList<IReadOnlyList<string>> texts, IReadOnlyList<int> beside, IReadOnlyList<(int Column, string Lead)> below, IReadOnlyList<string> headings) =>
        (Texts, Beside, Below, Headings) = (texts, beside, below, headings);

    /// <summary>The text of each cell, without markup, by row and column; empty where a row is shorter than others.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Texts { get; }

    /// <summary>Columns that stand side by side.</summary>
    public IReadOnlyList<int> Beside { get; }

    /// <summary>Columns that stand below each row, with the words before them.</summary>
    public IReadOnlyList<(int Column, string Lead)> Below { get; }

    /// <summary>Headings of all columns.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>The first column that names the row: the second where the first is its number.</summary>
    public int Title => Beside.Count > 1 && Headings[Beside[0]] == "#" ? Beside[1] : Beside[0];

    /// <summary>The shape of a table.</summary>
    public static TableShape Of(Table table)
    {
        var rows = table.Cast<TableRow>().ToList();
        var count = rows.Max(row => row.Count);
        var texts = rows.ConvertAll(row => (IReadOnlyList<string>)[.. Enumerable.Range(0, count).Select(column => TextOf(row, column))]);
        var headings = rows.FindIndex(row => row.IsHeader) is var header and >= 0 ? texts[header] : [.. Enumerable.Repeat("", count)];
        var body = texts.Where((_, i) => !rows[i].IsHeader).ToList();
        var all = Enumerable.Range(0, count).ToList();
        if (count < RoomForBlank || body.Count == 0)
            return new TableShape(texts, all, [], headings);
        var filled = all.Where(column => column == 0 || body.Exists(row => row[column].Length > 0)).ToList();
        var below = new List<(int Column, string Lead)>();
        foreach (var (heading, lead) in s_below)
        {
            if (filled.Count <= Widest)
                break;
            below.AddRange(filled.Skip(1).Where(column => headings[column] == heading).Select(column => (column, lead)));
            filled.RemoveAll(column => below.Exists(one => one.Column == column));
        }

        return new TableShape(texts, filled, [.. below.OrderBy(one => one.Column)], headings);
    }

    private static string TextOf(TableRow row, int column) => column < row.Count && row[column] is TableCell and [ParagraphBlock { Inline: { } inline }] ? InlineText.Of(inline) : "";
}
