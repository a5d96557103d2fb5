using System.Globalization;
using System.Text;
using ExecReports.Rendering.Html;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ExecReports.Rendering;

/// <summary>A report's Markdown as the text part of its mail: no markup, aligned tables, charts as the sentence that stands for them.</summary>
public static class PlainText
{
    /// <summary>Characters of a line.</summary>
    public const int Width = 80;

    /// <summary>Writes the text.</summary>
    public static string Render(string markdown) => Render(ReportMarkdown.Parse(markdown));

    /// <summary>The same of Markdown that is parsed already; nothing is changed in it.</summary>
    internal static string Render(MarkdownDocument document)
    {
        var text = new StringBuilder();
        foreach (var block in document)
            Append(text, block, "");
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Append(StringBuilder text, Block block, string indent)
    {
        switch (block)
        {
            case HeadingBlock heading:
                AppendHeading(text, heading);
                break;
            case Table table:
                PlainTable.Append(text, Cells(table), [.. table.ColumnDefinitions.Select(column => column.Alignment == TableColumnAlign.Right)], Width - indent.Length, indent);
                text.Append('\n');
                break;
            case ListBlock list:
                AppendList(text, list, indent);
                break;
            case CustomContainer { Info: "kpis" } tiles:
                AppendTiles(text, tiles);
                break;
            case CustomContainer { Info: "warning" or "good" or "note" } callOut:
                text.Append(Style.CallOut(callOut.Info!).Word.ToUpperInvariant()).Append(":\n");
                AppendChildren(text, callOut, indent + "  ");
                break;
            case ParagraphBlock paragraph:
                AppendWrapped(text, InlineText.Of(paragraph.Inline!), indent, indent);
                text.Append('\n');
                break;
            case CodeBlock code:
                text.Append(code.Lines.ToString()).Append("\n\n");
                break;
            case ThematicBreakBlock:
                text.Append(indent).Append('-', 20).Append("\n\n");
                break;
            case ContainerBlock container:
                AppendChildren(text, container, indent);
                break;
        }
    }

    private static void AppendChildren(StringBuilder text, ContainerBlock container, string indent)
    {
        foreach (var child in container)
            Append(text, child, indent);
    }

    private static void AppendHeading(StringBuilder text, HeadingBlock heading)
    {
        var title = heading.Inline is null ? "" : InlineText.Of(heading.Inline);
        if (text.Length > 0 && heading.Level <= 2)
            text.Append('\n');
        text.Append(heading.Level == 1 ? title.ToUpperInvariant() : title).Append('\n');
        if (heading.Level <= 2)
            text.Append(heading.Level == 1 ? '=' : '-', Math.Min(PlainTable.WidthOf(title), Width)).Append('\n');
        text.Append('\n');
    }

    private static void AppendList(StringBuilder text, ListBlock list, string indent)
    {
        var number = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var mark = list.IsOrdered ? $"{(number++).ToString(CultureInfo.InvariantCulture)}. " : "- ";
            var inner = indent + new string(' ', mark.Length);
            var first = true;
            foreach (var child in item)
            {
                if (first && child is ParagraphBlock { Inline: { } inline })
                    AppendWrapped(text, InlineText.Of(inline), indent + mark, inner);
                else
                    Append(text, child, inner);
                first = false;
            }
        }

        if (indent.Length == 0)
            text.Append('\n');
    }

    private static void AppendTiles(StringBuilder text, CustomContainer tiles)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (var item in tiles.OfType<ListBlock>().SelectMany(list => list).OfType<ListItemBlock>())
        {
            if (item is [ParagraphBlock { Inline.FirstChild: EmphasisInline value }])
            {
                var parts = InlineText.After(value).Split(" · ");
                rows.Add([parts[0].Trim() + ":", InlineText.Of(value), string.Join("; ", parts.Skip(1).Select(part => part.Trim()))]);
            }
            else
            {
                AppendChildren(text, item, "");
            }
        }

        PlainTable.AppendRows(text, rows, Width);
        text.Append('\n');
    }

    private static List<IReadOnlyList<string>> Cells(Table table) =>
        [.. table.OfType<TableRow>().Select(row => (IReadOnlyList<string>)[.. row.OfType<TableCell>().Select(CellText)])];

    private static string CellText(TableCell cell) => cell is [ParagraphBlock { Inline: { } only }] ? InlineText.Of(only)
        : string.Join(' ', cell.OfType<ParagraphBlock>().Where(paragraph => paragraph.Inline is not null).Select(paragraph => InlineText.Of(paragraph.Inline!)));

    private static void AppendWrapped(StringBuilder text, string words, string first, string rest)
    {
        var lead = first;
        foreach (var part in words.Split('\n'))
        {
            foreach (var line in PlainTable.Wrap(part, Math.Max(20, Width - rest.Length)))
            {
                text.Append(lead).Append(line).Append('\n');
                lead = rest;
            }
        }
    }
}
