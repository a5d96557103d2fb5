using System.Text;
using Markdig.Syntax.Inlines;

namespace ExecReports.Rendering;

/// <summary>The plain text of a piece of a line: what a reader sees, without markup.</summary>
internal static class InlineText
{
    /// <summary>Text of all children.</summary>
    public static string Of(ContainerInline container)
    {
        // Most cells are one word or one amount.
        if (container.FirstChild is LiteralInline { NextSibling: null } only)
            return only.Content.ToString();
        var text = new StringBuilder();
        Append(text, container.FirstChild);
        return text.ToString();
    }

    /// <summary>Text of everything behind a piece, in the same line.</summary>
    public static string After(Inline inline)
    {
        var text = new StringBuilder();
        Append(text, inline.NextSibling);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Inline? inline)
    {
        for (; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline { IsHard: true }:
                    text.Append('\n');
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case DelimiterInline delimiter:
                    text.Append(delimiter.ToLiteral());
                    Append(text, delimiter.FirstChild);
                    break;
                case LinkInline { IsImage: false, Url: { } url } link when LinkSchemes.IsAllowed(url):
                    var start = text.Length;
                    Append(text, link.FirstChild);
                    if (!url.EndsWith(text.ToString(start, text.Length - start), StringComparison.Ordinal))
                        text.Append(" (").Append(url).Append(')');
                    break;
                case ContainerInline container:
                    Append(text, container.FirstChild);
                    break;
            }
        }
    }
}
