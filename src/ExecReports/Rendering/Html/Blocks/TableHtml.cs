using System.Globalization;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace ExecReports.Rendering.Html.Blocks;

/// <summary>
/// Tables. Their style stands on the table and its rows, little on cells: a mail may hold hundreds of rows in 100 KB. On a narrow screen a table of more
/// than <see cref="CardsFrom"/> columns becomes a list of cards, each value with its heading; a program that drops that style scrolls the table instead.
/// </summary>
internal sealed class TableHtml : HtmlObjectRenderer<Table>
{
    // A number is kept on one line up to this many characters: "at least $7,020–8,985" would otherwise break at its dash.
    private const int KeptTogether = 16;
    private const int LongestWord = 24;
    private const int CardsFrom = 5;
    private const int ScrolledFrom = 4;

    private const string CardStyle =
        ".y,.y tbody,.y tr{display:block!important}.y .h{display:none!important}.y tr{padding:7px 0 2px}.y .v{padding-top:0}.y .m{display:block!important;padding-bottom:5px!important;font-weight:400!important}"
        + ".y td{display:inline-block;padding:0 12px 3px 0!important;white-space:normal!important;min-width:0!important;text-align:left}.y td:empty{display:none!important}"
        + ".y td:before{opacity:.65}.y .m:before{content:none!important}";

    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, Table table) =>
        ((EmailHtmlRenderer)renderer).WriteReplaceable(table, () => WriteTable((EmailHtmlRenderer)renderer, table));

    private static void WriteTable(EmailHtmlRenderer renderer, Table table)
    {
        var shape = TableShape.Of(table);
        var (size, pad) = shape.Beside.Count switch { > 6 => (11, 4), > 5 => (12, 5), _ => (13, 6) };
        var cards = shape.Beside.Count >= CardsFrom && table.Count > 1;
        var id = cards ? WriteCardStyle(renderer, shape, ++renderer.Cards) : null;
        // What may have to be scrolled sideways can be reached by the keyboard, and says what it is.
        renderer.Write("<div class=\"s\" style=\"overflow-x:auto;margin:0 0 16px\"")
            .Write(shape.Beside.Count >= ScrolledFrom ? " tabindex=\"0\" role=\"group\" aria-label=\"Table\"" : "")
            .Write("><table ")
            .Write(id is null ? "" : $"id=\"{id}\" ")
            .Write(cards ? "class=\"t y\"" : "class=\"t\"")
            .Write(" width=\"100%\" cellspacing=\"0\" cellpadding=\"")
            .Write(pad.ToString(CultureInfo.InvariantCulture))
            .Write("\" style=\"border-collapse:collapse;font-size:")
            .Write(size.ToString(CultureInfo.InvariantCulture))
            .Write("px;line-height:1.4\">\n");
        var before = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = true;
        foreach (TableRow row in table.Cast<TableRow>())
            WriteRow(renderer, table, shape, row);
        renderer.ImplicitParagraph = before;
        renderer.Write("</table></div>\n");
    }

    private static void WriteRow(HtmlRenderer renderer, Table table, TableShape shape, TableRow row)
    {
        var below = row.IsHeader ? [] : shape.Below.Where(one => TableShape.TextOf(row, one.Column).Length > 0).ToList();
        renderer.Write(row.IsHeader ? $"<tr class=\"h\" valign=\"bottom\" style=\"border-bottom:2px solid {Style.Line}\">"
            : below.Count > 0 ? "<tr valign=\"top\">"
            : $"<tr valign=\"top\" style=\"border-bottom:1px solid {Style.Line}\">");
        foreach (var column in shape.Beside)
        {
            if (column < row.Count)
                WriteCell(renderer, (TableCell)row[column], row.IsHeader ? WidthOf(table, shape, column) : null, row.IsHeader, Align(table, column));
        }

        renderer.Write("</tr>\n");
        if (below.Count == 0)
            return;
        var indent = shape.Title == shape.Beside[0] ? 0 : 1;
        renderer.Write($"<tr class=\"v\" style=\"border-bottom:1px solid {Style.Line};color:{Style.Quiet}\">")
            .Write(indent > 0 ? "<td class=\"m\"></td>" : "")
            .Write($"<td class=\"q m\" colspan=\"{(shape.Beside.Count - indent).ToString(CultureInfo.InvariantCulture)}\">");
        for (var i = 0; i < below.Count; i++)
        {
            renderer.Write(i > 0 ? " · " : "").WriteEscape(below[i].Lead);
            renderer.WriteChildren((TableCell)row[below[i].Column]);
        }

        renderer.Write("</td></tr>\n");
    }

    private static void WriteCell(HtmlRenderer renderer, TableCell cell, string? width, bool header, string? align)
    {
        // A heading without a text heads nothing: a screen reader would read it as a blank one at each cell.
        var tag = header && TableShape.TextOf(cell).Length > 0 ? "th" : "td";
        renderer.Write('<').Write(tag);
        if (tag == "th")
            renderer.Write(" scope=\"col\"");
        if (align is not null || header)
            renderer.Write($" align=\"{align ?? "left"}\"");
        if (header)
            renderer.Write($" style=\"color:{Style.Quiet}{width}\"");
        else if (align == "right" && BreaksBadly(cell))
            renderer.Write(" nowrap=\"nowrap\"");
        else if (HasLongWord(cell))
            renderer.Write(" style=\"word-break:break-word;overflow-wrap:anywhere;min-width:120px\"");
        renderer.Write('>');
        renderer.WriteChildren(cell);
        renderer.Write("</").Write(tag).Write('>');
    }

    // In a wide table a day would take three lines and a name six: their headings keep the columns open, which costs nothing per row.
    private static string? WidthOf(Table table, TableShape shape, int column)
    {
        if (shape.Beside.Count < CardsFrom)
            return null;
        var rows = table.Cast<TableRow>().Where(row => !row.IsHeader).ToList();
        if (rows.Count(row => BeginsWithDay(TableShape.TextOf(row, column))) * 2 > rows.Count)
            return ";min-width:78px";
        return column == shape.Title && rows.Exists(row => TableShape.TextOf(row, column).Length > 30) ? ";min-width:130px" : null;
    }

    private static bool BeginsWithDay(ReadOnlySpan<char> text)
    {
        var space = text.IndexOf(' ');
        return space is 1 or 2 && text.Length >= space + 9 && char.IsAsciiDigit(text[0]) && text[space + 4] == ' ' && char.IsAsciiDigit(text[space + 8]);
    }

    private static string WriteCardStyle(EmailHtmlRenderer renderer, TableShape shape, int number)
    {
        var id = "t" + number.ToString(CultureInfo.InvariantCulture);
        var style = new StringBuilder("<style>@media(max-width:600px){").Append(number == 1 ? CardStyle : "");
        for (var i = 0; i < shape.Beside.Count; i++)
        {
            var column = shape.Beside[i];
            var cell = string.Create(CultureInfo.InvariantCulture, $"#{id} td:nth-child({i + 1})");
            if (column == shape.Title)
                style.Append(cell).Append("{font-weight:600").Append(i == 0 ? ";display:block" : "").Append('}');
            else if (shape.Headings[column] is { Length: > 0 } heading)
                style.Append(cell).Append(":before{content:\"").Append(InStyle(heading)).Append(" \"}");
        }

        renderer.Write(style.Append("}</style>").ToString());
        return id;
    }

    // A heading may hold what a user wrote; nothing of it may end the string or the style.
    private static string InStyle(string heading) =>
        string.Concat(heading.Select(c => char.IsLetterOrDigit(c) || c is ' ' or ',' or '.' or '-' or '#' or '%' ? c : ' '));

    private static bool BreaksBadly(TableCell cell) =>
        TableShape.TextOf(cell) is var text && text.Length <= KeptTogether && text.AsSpan().IndexOfAny(" –-") >= 0;

    // A path or an address may be broken anywhere: it would push the other columns out of the page.
    private static bool HasLongWord(TableCell cell)
    {
        var run = 0;
        foreach (var c in TableShape.TextOf(cell))
        {
            run = c == ' ' ? 0 : run + 1;
            if (run > LongestWord)
                return true;
        }

        return false;
    }

    private static string? Align(Table table, int column) =>
        column >= table.ColumnDefinitions.Count ? null : table.ColumnDefinitions[column].Alignment switch
        {
            TableColumnAlign.Right => "right",
            TableColumnAlign.Center => "center",
            _ => null,
        };
}
