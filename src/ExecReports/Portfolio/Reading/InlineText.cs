using System.Buffers;
using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ExecReports.Portfolio.Reading;

/// <summary>Inline markdown as plain text: emphasis, links, code, entities and tags resolved. Text without any markup is returned as it stands, unparsed.</summary>
internal static class InlineText
{
    private static readonly SearchValues<char> Markup = SearchValues.Create("*_`[]<\\&~!");

    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).Build();

    private static readonly HashSet<string> Tags = new(StringComparer.OrdinalIgnoreCase)
    {
        "br", "b", "i", "u", "p", "a", "em", "strong", "sup", "sub", "span", "div", "small", "s", "del", "ins", "mark", "code", "ul", "ol", "li", "details", "summary", "img", "font", "hr", "kbd", "center",
    };

    // Keeps the fragment one paragraph, whatever it begins with ("> 10", "# of guests", "- 5").
    private const string Guard = "| ";

    public static string Plain(string raw) => Plain(raw, out _);

    /// <summary>The text; <paramref name="struck"/> says that all of it was struck out. Where only a part was, that part is left out.</summary>
    public static string Plain(string raw, out bool struck)
    {
        raw = raw.Trim();
        struck = false;
        if (raw.AsSpan().IndexOfAny(Markup) < 0)
            return raw;
        var kept = new StringBuilder(raw.Length);
        var dropped = new StringBuilder();
        if (Parse(raw) is not { } document)
            return raw;
        foreach (var block in document)
        {
            if (block is LeafBlock { Inline: { } inline })
                Append(inline, kept, dropped);
        }

        var text = Tidy(kept).TrimStart('|').Trim();
        struck = text.Length == 0 && dropped.Length > 0;
        return struck ? Tidy(dropped) : text;
    }

    // Thousands of marks that are opened and never closed are no markup of a person's: the text is kept as written.
    private static MarkdownDocument? Parse(string raw)
    {
        try
        {
            return Markdown.Parse(Guard + raw, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's guard against input made to exhaust the stack.
            return null;
        }
    }

    private static string Tidy(StringBuilder text) => text.ToString().Replace('\n', ' ').Trim();

    private static void Append(ContainerInline container, StringBuilder text, StringBuilder struck)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case HtmlInline html:
                    AppendTag(html.Tag, text);
                    break;
                case EmphasisInline { DelimiterChar: '~' } emphasis:
                    Append(emphasis, struck, struck);
                    break;
                case ContainerInline inner:
                    Append(inner, text, struck);
                    break;
            }
        }
    }

    // Comments and known tags are markup; anything else in angle brackets is what somebody wrote: <Captain>.
    private static void AppendTag(string tag, StringBuilder text)
    {
        if (tag.StartsWith("<!--", StringComparison.Ordinal))
            return;
        var name = tag.AsSpan().Trim("</> ");
        var end = name.IndexOfAny(' ', '/');
        if (Tags.Contains((end < 0 ? name : name[..end]).ToString()))
        {
            if (text.Length > 0 && text[^1] != ' ')
                text.Append(name.StartsWith("br", StringComparison.OrdinalIgnoreCase) || name.StartsWith("li", StringComparison.OrdinalIgnoreCase) ? " " : "");
            return;
        }

        text.Append(tag);
    }
}
