using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace ExecReports.Rendering.Html.Blocks;

/// <summary>Headings: one h1 per report, sections h2, parts of them h3 and on.</summary>
internal sealed class HeadingHtml : HtmlObjectRenderer<HeadingBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, HeadingBlock block)
    {
        var level = Math.Clamp(block.Level, 1, 6).ToString(CultureInfo.InvariantCulture);
        var style = block.Level switch
        {
            1 => "margin:0 0 4px;font-size:26px;line-height:32px",
            2 => $"margin:36px 0 10px;padding-top:14px;border-top:2px solid {Style.Line};font-size:19px;line-height:26px",
            _ => "margin:22px 0 6px;font-size:16px;line-height:22px",
        };
        renderer.Write($"<h{level} style=\"{style}\">").WriteLeafInline(block);
        renderer.Write($"</h{level}>\n");
    }
}

/// <summary>Paragraphs.</summary>
internal sealed class ParagraphHtml : HtmlObjectRenderer<ParagraphBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, ParagraphBlock block)
    {
        if (renderer.ImplicitParagraph)
        {
            renderer.WriteLeafInline(block);
            return;
        }

        renderer.Write(((EmailHtmlRenderer)renderer).Tight ? "<p style=\"margin:0 0 6px\">" : "<p style=\"margin:0 0 12px\">").WriteLeafInline(block);
        renderer.Write("</p>\n");
    }
}

/// <summary>Lists.</summary>
internal sealed class ListHtml : HtmlObjectRenderer<ListBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, ListBlock block)
    {
        var tag = block.IsOrdered ? "ol" : "ul";
        var start = block is { IsOrdered: true, OrderedStart: { } first } && first != "1" && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? $" start=\"{number.ToString(CultureInfo.InvariantCulture)}\"" : "";
        renderer.Write($"<{tag}{start} style=\"margin:0 0 12px;padding-left:22px\">\n");
        var before = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = !block.IsLoose;
        foreach (var item in block)
        {
            renderer.Write("<li>");
            renderer.WriteChildren((ListItemBlock)item);
            renderer.Write("</li>\n");
        }

        renderer.ImplicitParagraph = before;
        renderer.Write($"</{tag}>\n");
    }
}

/// <summary>Quotations.</summary>
internal sealed class QuoteHtml : HtmlObjectRenderer<QuoteBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, QuoteBlock block)
    {
        renderer.Write($"<blockquote class=\"q\" style=\"margin:0 0 12px;padding-left:12px;border-left:3px solid {Style.Line};color:{Style.Quiet}\">\n");
        renderer.WriteChildren(block);
        renderer.Write("</blockquote>\n");
    }
}

/// <summary>Code blocks, as preformatted text.</summary>
internal sealed class CodeBlockHtml : HtmlObjectRenderer<CodeBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        renderer.Write("<pre style=\"margin:0 0 12px;font-size:12px;white-space:pre-wrap\">");
        renderer.WriteLeafRawLines(block, writeEndOfLines: true, escape: true);
        renderer.Write("</pre>\n");
    }
}

/// <summary>Rules between parts.</summary>
internal sealed class RuleHtml : HtmlObjectRenderer<ThematicBreakBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, ThematicBreakBlock block) =>
        renderer.Write($"<hr class=\"f\" style=\"margin:20px 0;border:0;border-top:1px solid {Style.Line}\" />\n");
}
