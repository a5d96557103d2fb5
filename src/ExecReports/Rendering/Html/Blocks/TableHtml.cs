using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace ExecReports.Rendering.Html.Blocks;

/// <summary>Tables. Their style stands on the table and its rows, little on cells: a mail may hold hundreds of rows in 100 KB.</summary>
internal sealed class TableHtml : HtmlObjectRenderer<Table>
{
    // A number is kept on one line up to this many characters: "at least $7,020–8,985" would otherwise break at its dash.
    private const int KeptTogether = 16;
    private const int LongestWord = 24;

    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, Table table) =>
        ((EmailHtmlRenderer)renderer).WriteReplaceable(table, () => WriteTable(renderer, table));

    private static void WriteTable(HtmlRenderer renderer, Table table)
    {
        var columns = table.Max(row => ((TableRow)row).Count);
        var (size, pad) = columns switch { > 8 => (11, 4), > 5 => (12, 5), _ => (13, 6) };
        renderer.Write("<div class=\"s\" style=\"overflow-x:auto;margin:0 0 16px\"><table class=\"t\" width=\"100%\" cellspacing=\"0\" cellpadding=\"")
            .Write(pad.ToString(CultureInfo.InvariantCulture))
            .Write("\" style=\"border-collapse:collapse;font-size:")
            .Write(size.ToString(CultureInfo.InvariantCulture))
            .Write("px;line-height:1.4\">\n");
        var before = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = true;
        foreach (TableRow row in table.Cast<TableRow>())
        {
            renderer.Write(row.IsHeader
                ? $"<tr valign=\"bottom\" style=\"border-bottom:2px solid {Style.Line}\">"
                : $"<tr valign=\"top\" style=\"border-bottom:1px solid {Style.Line}\">");
            for (var i = 0; i < row.Count; i++)
                WriteCell(renderer, (TableCell)row[i], row.IsHeader, Align(table, i));
            renderer.Write("</tr>\n");
        }

        renderer.ImplicitParagraph = before;
        renderer.Write("</table></div>\n");
    }

    private static void WriteCell(HtmlRenderer renderer, TableCell cell, bool header, string? align)
    {
        var tag = header ? "th" : "td";
        renderer.Write('<').Write(tag);
        if (header)
            renderer.Write(" scope=\"col\"");
        if (align is not null || header)
            renderer.Write($" align=\"{align ?? "left"}\"");
        if (header)
            renderer.Write($" style=\"color:{Style.Quiet}\"");
        else if (align == "right" && BreaksBadly(cell))
            renderer.Write(" nowrap=\"nowrap\"");
        else if (HasLongWord(cell))
            renderer.Write(" style=\"overflow-wrap:anywhere;min-width:120px\"");
        renderer.Write('>');
        renderer.WriteChildren(cell);
        renderer.Write("</").Write(tag).Write('>');
    }

    private static bool BreaksBadly(TableCell cell) =>
        Text(cell) is var text && text.Length <= KeptTogether && text.AsSpan().IndexOfAny(" –-") >= 0;

    // A path or an address may be broken anywhere: it would push the other columns out of the page.
    private static bool HasLongWord(TableCell cell)
    {
        var run = 0;
        foreach (var c in Text(cell))
        {
            run = c == ' ' ? 0 : run + 1;
            if (run > LongestWord)
                return true;
        }

        return false;
    }

    private static string Text(TableCell cell) => cell is [ParagraphBlock { Inline: { } inline }] ? InlineText.Of(inline) : "";

    private static string? Align(Table table, int column) =>
        column >= table.ColumnDefinitions.Count ? null : table.ColumnDefinitions[column].Alignment switch
        {
            TableColumnAlign.Right => "right",
            TableColumnAlign.Center => "center",
            _ => null,
        };
}
