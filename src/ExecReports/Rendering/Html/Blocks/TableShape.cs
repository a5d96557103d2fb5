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

    private TableShape(IReadOnlyList<int> beside, IReadOnlyList<(int Column, string Lead)> below, IReadOnlyList<string> headings) =>
        (Beside, Below, Headings) = (beside, below, headings);

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
        var headings = Enumerable.Range(0, count).Select(column => rows.Find(row => row.IsHeader) is { } header ? TextOf(header, column) : "").ToList();
        var body = rows.Where(row => !row.IsHeader).ToList();
        var all = Enumerable.Range(0, count).ToList();
        if (count < RoomForBlank || body.Count == 0)
            return new TableShape(all, [], headings);
        var filled = all.Where(column => column == 0 || body.Exists(row => TextOf(row, column).Length > 0)).ToList();
        var below = new List<(int Column, string Lead)>();
        foreach (var (heading, lead) in s_below)
        {
            if (filled.Count <= Widest)
                break;
            below.AddRange(filled.Skip(1).Where(column => headings[column] == heading).Select(column => (column, lead)));
            filled.RemoveAll(column => below.Exists(one => one.Column == column));
        }

        return new TableShape(filled, [.. below.OrderBy(one => one.Column)], headings);
    }

    /// <summary>The text of a row's cell, without markup; empty where the row is shorter.</summary>
    public static string TextOf(TableRow row, int column) => column < row.Count ? TextOf((TableCell)row[column]) : "";

    /// <summary>The text of a cell, without markup.</summary>
    public static string TextOf(TableCell cell) => cell is [ParagraphBlock { Inline: { } inline }] ? InlineText.Of(inline) : "";
}
