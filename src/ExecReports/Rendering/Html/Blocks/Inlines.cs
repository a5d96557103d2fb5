using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace ExecReports.Rendering.Html.Blocks;

/// <summary>Plain text.</summary>
internal sealed class LiteralHtml : HtmlObjectRenderer<LiteralInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, LiteralInline inline)
    {
        var text = inline.Content.AsSpan();
        var bar = text.IndexOfAny('█', '▌');
        if (bar < 0)
        {
            if (((EmailHtmlRenderer)renderer).Crowded)
                WriteBreakable(renderer, text);
            else
                renderer.WriteEscape(ref inline.Content);
            return;
        }

        // A bar is drawn in the colour of the charts; who listens has the number beside it.
        var end = bar;
        while (end < text.Length && text[end] is ('█' or '▌'))
            end++;
        renderer.WriteEscape(text[..bar].ToString()).Write($"<span class=\"z\" aria-hidden=\"true\" style=\"color:{Style.Bar}\">")
            .Write(text[bar..end].ToString()).Write("</span>").WriteEscape(text[end..].ToString());
    }

    // Names such as ExpressLaundry may break before a capital: one of them would push the last column out of the page. Shorter ones (DynamoDB) stay whole.
    private static void WriteBreakable(HtmlRenderer renderer, ReadOnlySpan<char> text)
    {
        const int LongName = 12;
        var written = 0;
        for (var from = 0; from < text.Length;)
        {
            var length = text[from..].IndexOf(' ') is var space and >= 0 ? space : text.Length - from;
            for (var i = from + 1; length >= LongName && i < from + length; i++)
            {
                if (!char.IsUpper(text[i]) || !char.IsLower(text[i - 1]))
                    continue;
                renderer.WriteEscape(text[written..i].ToString()).Write("<wbr />");
                written = i;
            }

            from += length + 1;
        }

        renderer.WriteEscape(text[written..].ToString());
    }
}

/// <summary>Emphasis.</summary>
internal sealed class EmphasisHtml : HtmlObjectRenderer<EmphasisInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, EmphasisInline inline)
    {
        var tag = inline.DelimiterCount >= 2 ? "strong" : "em";
        renderer.Write($"<{tag}>");
        renderer.WriteChildren(inline);
        renderer.Write($"</{tag}>");
    }
}

/// <summary>Links and charts. A link with a scheme that is not allowed is its text alone; a picture is a chart of the report, or its text alone.</summary>
internal sealed class LinkHtml : HtmlObjectRenderer<LinkInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, LinkInline inline)
    {
        var url = inline.GetDynamicUrl?.Invoke() ?? inline.Url;
        if (inline.IsImage)
        {
            var alt = InlineText.Of(inline);
            var source = LinkSchemes.ChartId(url) is { } id ? ((EmailHtmlRenderer)renderer).ChartSource(id) : null;
            if (source is null)
                renderer.WriteEscape(alt);
            else
                renderer.Write("<img class=\"c\" src=\"").WriteEscape(source).Write("\" width=\"616\" style=\"display:block;width:100%;max-width:616px;height:auto;border:0\" alt=\"").WriteEscape(alt).Write("\" />");
            return;
        }

        if (!LinkSchemes.IsAllowed(url))
        {
            renderer.WriteChildren(inline);
            return;
        }

        renderer.Write($"<a href=\"").WriteEscape(url).Write("\">");
        renderer.WriteChildren(inline);
        renderer.Write("</a>");
    }
}

/// <summary>Addresses in angle brackets.</summary>
internal sealed class AutolinkHtml : HtmlObjectRenderer<AutolinkInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, AutolinkInline inline)
    {
        var url = inline.IsEmail ? "mailto:" + inline.Url : inline.Url;
        if (!LinkSchemes.IsAllowed(url))
        {
            renderer.WriteEscape(inline.Url);
            return;
        }

        renderer.Write("<a href=\"").WriteEscape(url).Write("\">").WriteEscape(inline.Url).Write("</a>");
    }
}

/// <summary>Code within a line.</summary>
internal sealed class CodeHtml : HtmlObjectRenderer<CodeInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, CodeInline inline) =>
        renderer.Write("<code style=\"font-size:90%\">").WriteEscape(inline.Content).Write("</code>");
}

/// <summary>Line breaks; a soft one is a space.</summary>
internal sealed class LineBreakHtml : HtmlObjectRenderer<LineBreakInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, LineBreakInline inline) => renderer.Write(inline.IsHard ? "<br />\n" : "\n");
}

/// <summary>Entities, as the character that they stand for.</summary>
internal sealed class EntityHtml : HtmlObjectRenderer<HtmlEntityInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, HtmlEntityInline inline) => renderer.WriteEscape(inline.Transcoded.ToString());
}

/// <summary>A delimiter that found no partner: the text that it is.</summary>
internal sealed class DelimiterHtml : HtmlObjectRenderer<DelimiterInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, DelimiterInline inline)
    {
        renderer.WriteEscape(inline.ToLiteral());
        renderer.WriteChildren(inline);
    }
}
