using System.Text;
using ExecReports.Rendering.Html;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ExecReports.Rendering;

/// <summary>A report's Markdown as HTML for mail programs, and as a page for the archive.</summary>
public static class EmailHtml
{
    /// <summary>Mail programs cut a message's HTML at 102,400 bytes; above this, full lists are left to the archived page.</summary>
    public const int MailLimit = 100_000;

    // A long table outside a "detail" block is left to the archive only if leaving all of those out is not enough.
    private const int LongTableRows = 10;

    /// <summary>The page as it is archived: everything shown. <paramref name="chartSource"/> gives a picture's address by the chart's id.</summary>
    public static string Archive(string markdown, string title, Func<string, string?> chartSource) =>
        Whole(ReportMarkdown.Parse(markdown), title, chartSource).Html;


    /// <summary>
    /// The HTML of the mail, at most <see cref="MailLimit"/> bytes of UTF-8: while it is longer, the last full list (<c>::: detail</c>), then the last
    /// long table, is replaced by a sentence that points to <paramref name="archivedAs"/>. Nothing is cut within a table.
    /// </summary>
    public static string Mail(string markdown, string title, string archivedAs, Func<string, string?> chartSource)
    {
        var document = ReportMarkdown.Parse(markdown);
        return Mail(Whole(document, title, chartSource), document, title, archivedAs, chartSource);
    }

    /// <summary>Everything shown, of Markdown that is parsed already; nothing is changed in it.</summary>
    internal static WrittenPage Whole(MarkdownDocument document, string title, Func<string, string?> chartSource) =>
        Render(document, title, chartSource, new Dictionary<Block, string>());

    /// <summary>The mail of a page that was written whole, with the same document, title and charts.</summary>
    internal static string Mail(WrittenPage whole, MarkdownDocument document, string title, string archivedAs, Func<string, string?> chartSource)
    {
        var replaced = new Dictionary<Block, string>();
        var (html, lengths) = whole;
        while (Encoding.UTF8.GetByteCount(html) is var bytes && bytes > MailLimit)
        {
            var excess = bytes - MailLimit;
            var before = replaced.Count;
            foreach (var (block, length) in Replaceable(lengths))
            {
                replaced[block] = $"{Described(block)} in the archived report, {archivedAs}.";
                excess -= length - 200;
                if (excess <= 0)
                    break;
            }

            if (replaced.Count == before)
                break;
            (html, lengths) = Render(document, title, chartSource, replaced);
        }

        return html;
    }

    /// <summary>Last first: full lists, then long tables that stand in none.</summary>
    private static IEnumerable<(Block Block, int Length)> Replaceable(IReadOnlyList<(Block Block, int Length)> lengths)
    {
        var details = lengths.Where(l => l.Block is CustomContainer).Reverse().ToList();
        return details.Count > 0 ? details : lengths.Where(l => l.Block is Table { Count: > LongTableRows }).Reverse();
    }

    private static string Described(Block block)
    {
        var rows = block.Descendants<TableRow>().Count(row => !row.IsHeader);
        return rows > 0 ? $"The full list ({Formats.Count(rows, "row", "rows")}) stands" : "The full text stands";
    }

    private static WrittenPage Render(
        MarkdownDocument document, string title, Func<string, string?> chartSource, Dictionary<Block, string> replaced)
    {
        var writer = new StringWriter { NewLine = "\n" };
        var renderer = new EmailHtmlRenderer(writer, chartSource, replaced);
        renderer.Write("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\" /><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\" />"
            + "<meta name=\"color-scheme\" content=\"light dark\" /><meta name=\"supported-color-schemes\" content=\"light dark\" /><title>")
            .WriteEscape(title)
            .Write($"</title><style>{Style.Sheet}</style></head>\n")
            .Write($"<body style=\"margin:0;padding:0;background:{Style.Ground}\">")
            .Write("<div style=\"display:none;max-height:0;overflow:hidden\">").WriteEscape(Preheader(document)).Write("</div>\n")
            .Write($"<table class=\"g\" role=\"presentation\" width=\"100%\" cellspacing=\"0\" cellpadding=\"0\" style=\"background:{Style.Ground};table-layout:fixed\"><tr><td align=\"center\" style=\"padding:16px 0\">")
            .Write("<table role=\"presentation\" width=\"680\" cellspacing=\"0\" cellpadding=\"0\" style=\"width:100%;max-width:680px;table-layout:fixed\"><tr>")
            .Write($"<td class=\"p\" style=\"padding:28px 32px;background:#fff;color:{Style.Ink};font:15px/1.5 {Style.Fonts};text-align:left;overflow-wrap:break-word\"><div role=\"main\">\n");
        renderer.Render(document);
        renderer.Write("</div></td></tr></table></td></tr></table>").Write(renderer.Cards.Element()).Write("</body></html>\n");
        return new WrittenPage(writer.ToString(), renderer.Lengths);
    }

    /// <summary>What a mail program shows beside the subject: what is to be decided; without that the summary, the first paragraph that is a sentence.</summary>
    private static string Preheader(MarkdownDocument document)
    {
        if (document.OfType<CustomContainer>().FirstOrDefault(block => block.Info == "decide") is { } decide)
        {
            var first = decide.Descendants<ListItemBlock>().Select(item => item is [ParagraphBlock { Inline: { } inline }, ..] ? InlineText.Of(inline.FirstChild is EmphasisInline what ? what : inline) : "");
            return Cut("Decide: " + string.Join(" ", first));
        }

        var paragraphs = document.OfType<ParagraphBlock>().Where(p => p.Inline is not null && p.Inline.Descendants<LinkInline>().All(link => !link.IsImage)).Take(2);
        var text = paragraphs.Select(p => InlineText.Of(p.Inline!)).LastOrDefault() ?? "";
        return Cut(text);
    }

    private static string Cut(string text)
    {
        if (text.Length <= 140)
            return text;
        var space = text.LastIndexOf(' ', 139, 60);
        return text[..(space < 0 ? 139 : space)] + "…";
    }
}

/// <summary>A page of HTML, and the blocks of it that may be replaced with the characters that each takes (<see cref="EmailHtmlRenderer.Lengths"/>).</summary>
internal sealed record WrittenPage(string Html, IReadOnlyList<(Block Block, int Length)> Lengths);
