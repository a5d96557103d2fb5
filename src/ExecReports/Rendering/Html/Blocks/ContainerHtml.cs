using System.Globalization;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ExecReports.Rendering.Html.Blocks;

/// <summary>Blocks between <c>:::</c> lines: tiles, call-outs, full lists.</summary>
internal sealed class ContainerHtml : HtmlObjectRenderer<CustomContainer>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, CustomContainer container)
    {
        switch (container.Info)
        {
            case "kpis":
                WriteTiles(renderer, container);
                break;
            case "decide":
                WriteDecisions(renderer, container);
                break;
            case "statuses":
                WriteStatuses(renderer, container);
                break;
            case "warning" or "good" or "note":
                WriteCallOut(renderer, container, container.Info);
                break;
            case "detail":
                ((EmailHtmlRenderer)renderer).WriteReplaceable(container, () => renderer.WriteChildren(container));
                break;
            default:
                renderer.WriteChildren(container);
                break;
        }
    }

    private static void WriteCallOut(HtmlRenderer renderer, CustomContainer container, string kind)
    {
        var (name, ground, edge, ink, _) = Style.CallOut(kind);
        renderer.Write("<table role=\"presentation\" width=\"100%\" cellspacing=\"0\" cellpadding=\"0\" style=\"margin:0 0 16px\"><tr>")
            .Write($"<td class=\"{name}\" style=\"padding:12px 16px 6px;background:{ground};border-left:4px solid {edge};color:{ink};overflow-wrap:anywhere\">\n");
        Tightly(renderer, () => renderer.WriteChildren(container));
        renderer.Write("</td></tr></table>\n");
    }

    /// <summary>One banner per list item: its first, emphasised word chooses the colour, and says it too.</summary>
    private static void WriteStatuses(HtmlRenderer renderer, CustomContainer container)
    {
        renderer.Write("<table role=\"presentation\" width=\"100%\" cellspacing=\"0\" cellpadding=\"0\" style=\"margin:0 0 16px;font-size:13px;line-height:18px\">\n");
        foreach (var item in container.OfType<ListBlock>().SelectMany(list => list).OfType<ListItemBlock>())
        {
            if (item is not [ParagraphBlock { Inline: { } inline }])
                continue;
            var kind = inline.FirstChild is EmphasisInline word ? Style.KindOf(InlineText.Of(word)) : "note";
            var (name, ground, edge, ink, _) = Style.CallOut(kind);
            renderer.Write($"<tr><td class=\"{name}\" style=\"padding:6px 12px;background:{ground};border-left:4px solid {edge};color:{ink};overflow-wrap:anywhere\">");
            renderer.WriteChildren(inline);
            renderer.Write("</td></tr><tr><td height=\"3\"></td></tr>\n");
        }

        renderer.Write("</table>\n");
    }

    /// <summary>One decision per list item: its number, the sentence, and in small print what is at stake, who, until when, and where it stands.</summary>
    private static void WriteDecisions(HtmlRenderer renderer, CustomContainer container)
    {
        renderer.Write("<table role=\"presentation\" width=\"100%\" cellspacing=\"0\" cellpadding=\"0\" style=\"margin:4px 0 14px\">\n");
        var number = 0;
        foreach (var item in container.OfType<ListBlock>().SelectMany(list => list).OfType<ListItemBlock>())
        {
            if (number > 0)
                renderer.Write("<tr><td class=\"x\" height=\"6\" colspan=\"2\"></td></tr>");
            renderer.Write("<tr valign=\"top\">")
                .Write($"<td class=\"d\" width=\"22\" style=\"padding:10px 0 10px 14px;background:{Style.Decide};border-left:4px solid {Style.Accent};font-size:17px;line-height:22px;font-weight:700;color:{Style.Accent}\">")
                .Write((++number).ToString(CultureInfo.InvariantCulture))
                .Write($"</td><td class=\"d\" style=\"padding:10px 14px 8px 8px;background:{Style.Decide};overflow-wrap:anywhere\">");
            foreach (var block in item)
            {
                if (block is ParagraphBlock paragraph)
                {
                    var small = !ReferenceEquals(block, item[0]);
                    renderer.Write(small ? $"<p class=\"q\" style=\"margin:0;font-size:13px;line-height:19px;color:{Style.Quiet}\">" : "<p style=\"margin:0 0 3px\">").WriteLeafInline(paragraph);
                    renderer.Write("</p>");
                }
                else
                {
                    renderer.Render(block);
                }
            }

            renderer.Write("</td></tr>\n");
        }

        renderer.Write("</table>\n");
    }

    /// <summary>One tile per list item: the first strong text is the value, what follows up to " · " its label, the rest quiet notes.</summary>
    private static void WriteTiles(HtmlRenderer renderer, CustomContainer container)
    {
        var tiles = container.OfType<ListBlock>().SelectMany(list => list).OfType<ListItemBlock>().ToList();
        if (tiles.Count == 0)
        {
            renderer.WriteChildren(container);
            return;
        }

        var columns = tiles.Count is 1 or 2 or 4 ? Math.Min(tiles.Count, 2) : 3;
        // What is left is the gaps'; with all of it given to the tiles they would touch.
        var width = (100 / columns - 1).ToString(CultureInfo.InvariantCulture);
        renderer.Write("<table class=\"k\" role=\"presentation\" width=\"100%\" cellspacing=\"0\" cellpadding=\"0\" style=\"margin:4px 0 16px\">\n");
        for (var first = 0; first < tiles.Count; first += columns)
        {
            // Narrow empty cells and rows keep the tiles apart: mail programs agree on those, not on margins.
            if (first > 0)
                renderer.Write($"<tr><td class=\"x\" height=\"8\" colspan=\"{(columns * 2 - 1).ToString(CultureInfo.InvariantCulture)}\"></td></tr>");
            renderer.Write("<tr valign=\"top\">");
            for (var i = first; i < first + columns; i++)
            {
                if (i > first)
                    renderer.Write("<td class=\"x\" width=\"8\"></td>");
                if (i < tiles.Count)
                    WriteTile(renderer, tiles[i], width);
                else
                    renderer.Write($"<td class=\"x\" width=\"{width}%\"></td>");
            }

            renderer.Write("</tr>\n");
        }

        renderer.Write("</table>\n");
    }

    private static void WriteTile(HtmlRenderer renderer, ListItemBlock item, string width)
    {
        renderer.Write($"<td class=\"b\" width=\"{width}%\" style=\"padding:12px 14px;background:{Style.Ground};border-radius:6px\">");
        if (item is [ParagraphBlock { Inline: { } inline }] && inline.FirstChild is EmphasisInline { DelimiterCount: >= 2 } value)
        {
            WriteValue(renderer, InlineText.Of(value));
            var parts = InlineText.After(value).Split(" · ");
            renderer.Write("<span style=\"display:block;font-size:13px;line-height:18px\">");
            WriteLabel(renderer, parts[0].Trim());
            renderer.Write("</span>");
            foreach (var note in parts.Skip(1))
            {
                var (name, colour) = Style.Judged(note.Trim());
                renderer.Write($"<span class=\"{name}\" style=\"display:block;font-size:12px;line-height:17px;color:{colour}\">").WriteEscape(note.Trim()).Write("</span>");
            }
        }
        else
        {
            Tightly(renderer, () => renderer.WriteChildren(item));
        }

        renderer.Write("</td>");
    }

    /// <summary>The label of a tile; the number of its places at the end is small and quiet, and stays with the last word.</summary>
    private static void WriteLabel(HtmlRenderer renderer, string label)
    {
        var at = label.EndsWith(']') ? label.LastIndexOf(" [", StringComparison.Ordinal) : -1;
        if (at <= 0 || label.AsSpan(at + 2, label.Length - at - 3) is not { Length: > 0 } number || number.ContainsAnyExceptInRange('0', '9'))
        {
            renderer.WriteEscape(label);
            return;
        }

        // No <sup>: mail programs draw it at different heights, and a line with one stands farther from the next.
        renderer.WriteEscape(label[..at]).Write($"&#160;<span class=\"q\" style=\"font-size:11px;color:{Style.Quiet}\">").WriteEscape(label[(at + 1)..]).Write("</span>");
    }

    /// <summary>The value of a tile: "at least" before it and its unit behind it are small, so that the figure itself stands out on one line.</summary>
    private static void WriteValue(HtmlRenderer renderer, string value)
    {
        const int LongValue = 20;
        const int LongestKept = 12;
        const string AtLeast = "at least ";
        const string Small = "<span style=\"font-size:13px;font-weight:600\">";
        var lead = value.StartsWith(AtLeast, StringComparison.Ordinal) ? AtLeast : "";
        var unit = value.IndexOfAny(['/', ' '], lead.Length) is var at && at > 0 && value.AsSpan(lead.Length, at - lead.Length).IndexOfAnyInRange('0', '9') >= 0 ? value[at..] : "";
        renderer.Write("<strong style=\"display:block;font-size:22px;line-height:28px\">");
        if (lead.Length > 0)
            renderer.Write(value.Length > LongValue ? Small.Replace("font-size", "display:block;line-height:16px;font-size", StringComparison.Ordinal) : Small).WriteEscape(lead).Write("</span>");
        // A range would break at its dash; a sentence may break where it likes.
        var figure = value[lead.Length..^unit.Length];
        var kept = figure.Length <= LongestKept;
        renderer.Write(kept ? "<span style=\"white-space:nowrap\">" : "").WriteEscape(figure).Write(kept ? "</span>" : "");
        if (unit.Length > 0)
            renderer.Write(Small).WriteEscape(unit).Write("</span>");
        renderer.Write("</strong>");
    }

    private static void Tightly(HtmlRenderer renderer, Action write)
    {
        var mail = (EmailHtmlRenderer)renderer;
        var before = mail.Tight;
        mail.Tight = true;
        write();
        mail.Tight = before;
    }
}
