using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace ExecReports.Rendering.Html.Blocks;

/// <summary>
/// Tables. What every mail program must have stands on the table and its rows, little on cells, since a mail may hold hundreds of rows in 100 KB: lines, alignment. What only pleases
/// (the quiet colour of small print, the line that ends a table) is left to the sheet. On a narrow screen a table of more than <see cref="CardsFrom"/> columns becomes a list of cards, each value with its heading; a program that drops that style scrolls the table instead.
/// </summary>
internal sealed class TableHtml : HtmlObjectRenderer<Table>
{
    // A number is kept on one line up to this many characters: "at least $7,020–8,985" would otherwise break at its dash.
    private const int KeptTogether = 16;
    private const int LongestWord = 24;
    private const int LongestNumber = 10;
    private const int WidthOfLetter = 8;
    private const int CardsFrom = 5;
    private const int ScrolledFrom = 4;
    private const int LettersOfAPhone = 40;
    private const int LettersOfAMail = 60;

    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, Table table) =>
        ((EmailHtmlRenderer)renderer).WriteReplaceable(table, () => WriteTable((EmailHtmlRenderer)renderer, table));

    private static void WriteTable(EmailHtmlRenderer renderer, Table table)
    {
        var shape = TableShape.Of(table);
        var (size, pad) = shape.Beside.Count switch { > 6 => (11, 4), > 5 => (12, 5), _ => (13, 6) };
        var letters = shape.Beside.Count >= CardsFrom - 1 ? Letters(table, shape) : 0;
        var cards = table.Count > 1 && (shape.Beside.Count >= CardsFrom || letters > LettersOfAPhone);
        var id = cards ? NameCards(renderer.Cards, shape) : null;
        // What may have to be scrolled sideways can be reached by the keyboard, and says what it is.
        renderer.Write("<div class=\"s\" style=\"margin:0 0 16px\"")
            .Write(shape.Beside.Count >= ScrolledFrom ? " tabindex=\"0\" role=\"group\" aria-label=\"Table\"" : "")
            .Write("><table ")
            .Write(id is null ? "" : $"id=\"{id}\" ")
            .Write(cards ? "class=\"t y\"" : "class=\"t\"")
            .Write(" width=\"100%\" cellpadding=\"")
            .Write(pad.ToString(CultureInfo.InvariantCulture))
            .Write("\" style=\"border-collapse:collapse;font-size:")
            .Write(size.ToString(CultureInfo.InvariantCulture))
            .Write("px\"><tbody valign=\"top\">\n");
        var before = renderer.ImplicitParagraph;
        (renderer.ImplicitParagraph, renderer.Crowded) = (true, letters > LettersOfAMail);
        for (var row = 0; row < table.Count; row++)
            WriteRow(renderer, table, shape, row);
        (renderer.ImplicitParagraph, renderer.Crowded) = (before, false);
        renderer.Write("</tbody></table></div>\n");
    }

    private static void WriteRow(HtmlRenderer renderer, Table table, TableShape shape, int number)
    {
        var (row, texts) = ((TableRow)table[number], shape.Texts[number]);
        var below = row.IsHeader ? [] : shape.Below.Where(one => texts[one.Column].Length > 0).ToList();
        renderer.Write(row.IsHeader ? $"<tr class=\"h\" align=\"left\" valign=\"bottom\" style=\"border-bottom:2px solid {Style.Line};color:{Style.Quiet}\">" : $"<tr style=\"border-top:1px solid {Style.Line}\">");
        foreach (var column in shape.Beside)
        {
            if (column < row.Count)
                WriteCell(renderer, (TableCell)row[column], texts[column], row.IsHeader ? WidthOf(table, shape, column) : null, row.IsHeader, Align(table, column));
        }

        renderer.Write("</tr>\n");
        if (below.Count == 0)
            return;
        var indent = shape.Title == shape.Beside[0] ? 0 : 1;
        renderer.Write("<tr class=\"v\">")
            .Write(indent > 0 ? "<td></td>" : "")
            .Write($"<td colspan=\"{(shape.Beside.Count - indent).ToString(CultureInfo.InvariantCulture)}\">");
        for (var i = 0; i < below.Count; i++)
        {
            renderer.Write(i > 0 ? " · " : "").WriteEscape(below[i].Lead);
            renderer.WriteChildren((TableCell)row[below[i].Column]);
        }

        renderer.Write("</td></tr>\n");
    }

    private static void WriteCell(HtmlRenderer renderer, TableCell cell, string text, string? width, bool header, string? align)
    {
        // A heading without a text heads nothing: a screen reader would read it as a blank one at each cell.
        var tag = header && text.Length > 0 ? "th" : "td";
        renderer.Write('<').Write(tag);
        if (tag == "th")
            renderer.Write(" scope=\"col\"");
        if (align is not null)
            renderer.Write($" align=\"{align}\"");
        if (width is not null)
            renderer.Write($" style=\"min-width:{width}\"");
        else if (!header && align == "right" && BreaksBadly(text))
            renderer.Write(" nowrap=\"\"");
        else if (!header && HasLongWord(text))
            renderer.Write(" style=\"word-break:break-word;min-width:120px\"");
        renderer.Write('>');
        renderer.WriteChildren(cell);
        renderer.Write("</").Write(tag).Write('>');
    }

    // How many letters the columns need beside each other at the least: each one's longest piece that is kept on a line.
    private static int Letters(Table table, TableShape shape)
    {
        var sum = 0;
        foreach (var column in shape.Beside)
        {
            var longest = 0;
            var right = Align(table, column) == "right";
            for (var row = 0; row < table.Count; row++)
            {
                var text = shape.Texts[row][column];
                longest = Math.Max(longest, right && !((TableRow)table[row]).IsHeader && BreaksBadly(text) ? text.Length : Math.Min(LongestWord, LongestPiece(text)));
            }

            sum += longest;
        }

        return sum;
    }

    private static int LongestPiece(ReadOnlySpan<char> text)
    {
        var longest = 0;
        while (text.IndexOfAny(' ', '-', '–') is var at and >= 0)
        {
            longest = Math.Max(longest, at);
            text = text[(at + 1)..];
        }

        return Math.Max(longest, text.Length);
    }

    // In a wide table a day would take three lines, a name six and a number two: their headings keep the columns open, which costs nothing per row.
    private static string? WidthOf(Table table, TableShape shape, int column)
    {
        if (shape.Beside.Count < CardsFrom)
            return null;
        var texts = shape.Texts.Where((_, row) => !((TableRow)table[row]).IsHeader).Select(row => row[column]).ToList();
        if (texts.Count(text => BeginsWithDay(text)) * 2 > texts.Count)
            return "78px";
        if (column != shape.Title)
            return null;
        if (texts.Exists(text => text.Length > 30))
            return "130px";
        // A short number such as C-190 would break at its hyphen, since the other columns take its place.
        return texts.TrueForAll(IsShortNumber) && texts.Exists(text => text.Contains('-')) ? $"{(texts.Max(text => text.Length) * WidthOfLetter).ToString(CultureInfo.InvariantCulture)}px" : null;
    }

    private static bool IsShortNumber(string text) => text.Length <= LongestNumber && !text.Contains(' ');

    private static bool BeginsWithDay(ReadOnlySpan<char> text)
    {
        var space = text.IndexOf(' ');
        return space is 1 or 2 && text.Length >= space + 9 && char.IsAsciiDigit(text[0]) && text[space + 4] == ' ' && char.IsAsciiDigit(text[space + 8]);
    }

    // Each value's heading, for the cards of a narrow screen; the row's name needs none.
    private static string NameCards(CardSheet cards, TableShape shape)
    {
        var id = cards.NewTable();
        for (var i = 0; i < shape.Beside.Count; i++)
        {
            var column = shape.Beside[i];
            if (column == shape.Title)
                cards.Title(id, i);
            else if (i == 0)
                cards.Number(id);
            else if (shape.Headings[column] is { Length: > 0 } heading)
                cards.Heading(id, i, heading);
        }

        return id;
    }

    private static bool BreaksBadly(string text) => text.Length <= KeptTogether && text.AsSpan().IndexOfAny(" –-") >= 0;

    // A path or an address may be broken anywhere: it would push the other columns out of the page.
    private static bool HasLongWord(string text)
    {
        var run = 0;
        foreach (var c in text)
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
