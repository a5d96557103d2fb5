using System.Globalization;
using System.Text;

namespace ExecReports.Rendering.Html;

/// <summary>
/// The style by which tables become lists of cards on a narrow screen: one sheet for all tables of a mail, headings that several share named once. Every rule asks for <c>:nth-child</c>, so that a
/// mail program that does not know it applies none of them, and its reader scrolls a table with its headings rather than reads cards without any.
/// </summary>
internal sealed class CardSheet
{
    private const string Cards =
        ".y:nth-child(n),.y:nth-child(n) tbody,.y:nth-child(n) tr{display:block!important}.y:nth-child(n) .h{display:none!important}"
        + ".y tr:nth-child(n){padding:7px 0 2px}.y .v:nth-child(n){padding-top:0}"
        + ".y td:nth-child(n){display:inline-block;padding:0 12px 3px 0!important;white-space:normal!important;min-width:0!important;text-align:left}.y td:nth-child(n):before{opacity:.65}"
        + ".y .v td:nth-child(n){display:block!important;padding-bottom:5px!important;font-weight:400!important}.y td:empty:nth-child(n){display:none!important}.y .v td:nth-child(n):before{content:none!important}";

    private readonly Dictionary<string, List<string>> _selectors = [];
    private int _tables;

    /// <summary>Characters of the rules so far, but for the selectors' shared declarations.</summary>
    public int Length { get; private set; }

    /// <summary>The id of one more table that becomes cards.</summary>
    public string NewTable() => "t" + (++_tables).ToString(CultureInfo.InvariantCulture);

    /// <summary>The column that names the row, on a line of its own, behind the row's number if there is one.</summary>
    public void Title(string table, int column)
    {
        Add(Cell(table, column), column == 0 ? "font-weight:600;display:block" : "font-weight:600;display:inline;padding-right:0!important");
        if (column > 0)
            Add(Cell(table, column) + ":after", "content:\"\\a\";white-space:pre");
    }

    /// <summary>The first column, a row's number before its name.</summary>
    public void Number(string table)
    {
        Add(Cell(table, 0), "display:inline");
        Add(Cell(table, 0) + ":before", "content:\"# \"");
    }

    /// <summary>What stands before a column's values.</summary>
    public void Heading(string table, int column, string heading) => Add(Cell(table, column) + ":before", $"content:\"{InStyle(heading)} \"");

    /// <summary>The sheet as an element; empty if no table becomes cards.</summary>
    public string Element()
    {
        if (_tables == 0)
            return "";
        var style = new StringBuilder("<style>@media(max-width:600px){").Append(Cards);
        foreach (var (declarations, selectors) in _selectors)
            style.AppendJoin(',', selectors).Append('{').Append(declarations).Append('}');
        return style.Append("}</style>").ToString();
    }

    private void Add(string selector, string declarations)
    {
        if (!_selectors.TryGetValue(declarations, out var selectors))
            _selectors[declarations] = selectors = [];
        selectors.Add(selector);
        Length += selector.Length + 1;
    }

    private static string Cell(string table, int column) => string.Create(CultureInfo.InvariantCulture, $"#{table} td:nth-child({column + 1})");

    // A heading may hold what a user wrote; nothing of it may end the string or the style.
    private static string InStyle(string heading) =>
        string.Concat(heading.Select(c => char.IsLetterOrDigit(c) || c is ' ' or ',' or '.' or '-' or '#' or '%' ? c : ' '));
}
