using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace ExecReports.Portfolio.Reading;

/// <summary>
/// Markdown as an outline: headings with the texts, lists and tables under them, each with its line. Markdig finds the blocks; inline markup is parsed only where a cell or line holds any.
/// </summary>
internal sealed class OutlineReader
{
    private static readonly MarkdownPipeline Blocks = BlocksOnly();

    private readonly string _text;
    private readonly int _lineOffset;
    private readonly List<OutlineSection> _sections = [];
    private OutlineSection _current;

    private OutlineReader(string text, int lineOffset)
    {
        _text = text;
        _lineOffset = lineOffset;
        _current = new OutlineSection("", 0, lineOffset + 1, null);
        _sections.Add(_current);
    }

    /// <summary>Reads <paramref name="text"/>, whose first line is line <paramref name="lineOffset"/> + 1 of its file. The first section holds what stands before any heading.</summary>
    /// <exception cref="ArgumentException">The blocks are nested deeper than a reader would follow.</exception>
    public static IReadOnlyList<OutlineSection> Read(string text, int lineOffset)
    {
        var reader = new OutlineReader(text, lineOffset);
        reader.Walk(Markdown.Parse(text, Blocks));
        return reader._sections;
    }

    // Inline parsing is left to InlineText: most text has none, and a table must not be one inline tree of a hundred thousand cells.
    private static MarkdownPipeline BlocksOnly()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.InlineParsers.Clear();
        builder.InlineParsers.Add(new LiteralInlineParser());
        return builder.Build();
    }

    private void Walk(ContainerBlock container)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    Open(HeadingText(heading), heading.Level, heading.Line);
                    break;
                case ListBlock list:
                    AddList(list);
                    break;
                case FencedCodeBlock fenced:
                    AddText(new TextPart(Number(fenced.Line), Lines(fenced)));
                    break;
                case HtmlBlock { Type: HtmlBlockType.Comment }:
                    break;
                case HtmlBlock html:
                    AddParagraph([.. Lines(html).Select(WithoutTag)], html.Line);
                    break;
                case LeafBlock leaf when block is ParagraphBlock or CodeBlock:
                    AddParagraph(Lines(leaf), leaf.Line);
                    break;
                case ContainerBlock inner when block is not LinkReferenceDefinitionGroup:
                    Walk(inner);
                    break;
            }
        }
    }

    private int Number(int zeroBased) => _lineOffset + zeroBased + 1;

    private string HeadingText(HeadingBlock heading)
    {
        // The title of a setext heading may run over several lines; its underline is not part of it.
        var lines = Lines(heading);
        if (heading.IsSetext && lines.Count > 1 && lines[^1].AsSpan().Trim().IndexOfAnyExcept("=-") < 0)
            lines.RemoveAt(lines.Count - 1);
        var raw = string.Join(' ', lines).Trim();
        if (!heading.IsSetext)
            raw = raw.TrimStart('#').TrimEnd('#').Trim();
        return InlineText.Plain(raw).TrimEnd(':').Trim();
    }

    private List<string> Lines(Block block)
    {
        var end = Math.Min(block.Span.End + 1, _text.Length);
        if (block.Span.Start >= end)
            return [];
        return _text[block.Span.Start..end].Split('\n').Select(line => StripQuote(line.TrimEnd('\r'))).ToList();
    }

    // Lines inside a quote keep its mark in the source.
    private static string StripQuote(string line)
    {
        var span = line.AsSpan().TrimStart();
        while (span.Length > 1 && span[0] == '>' && span[1] is ' ' or '>')
            span = span[1..].TrimStart();
        return span.ToString();
    }

    private static string WithoutTag(string line)
    {
        var plain = line.Trim();
        return plain.StartsWith('<') && plain.EndsWith('>') && plain.IndexOf('>') == plain.Length - 1 ? "" : line;
    }

    private void Open(string heading, int level, int zeroBasedLine)
    {
        var parent = _current;
        while (parent is not null && parent.Level >= level)
            parent = parent.Parent;
        _current = new OutlineSection(heading, level, Number(zeroBasedLine), parent);
        _sections.Add(_current);
    }

    private void AddParagraph(List<string> lines, int zeroBasedLine)
    {
        var first = Number(zeroBasedLine);
        // Rows that a comment or blank line parted from their table still belong to it.
        if (_current.Parts.Count > 0 && _current.Parts[^1] is TablePart open && !lines.Any(TableScanner.IsDelimiter) && lines.All(line => line.StartsWith('|') || line.Length == 0) && lines.Any(line => line.Length > 0))
        {
            for (var i = 0; i < lines.Count; i++)
            {
                if (lines[i].Length > 0)
                    open.Rows.Add(TableScanner.Row(lines[i], first + i));
            }

            return;
        }

        if (lines.Count == 1 && PseudoHeading(lines[0]) is var (heading, level))
        {
            Open(heading, level, zeroBasedLine);
            return;
        }

        // "Costs:" and the costs on the lines below it, without a blank line between.
        if (lines.Count > 1 && lines[0].EndsWith(':') && PseudoHeading(lines[0]) is var (above, depth) && SectionCatalogue.Match(above) is not null)
        {
            Open(above, depth, zeroBasedLine);
            AddParagraph(lines.GetRange(1, lines.Count - 1), zeroBasedLine + 1);
            return;
        }

        foreach (var part in TableScanner.Split(lines, first))
        {
            if (part is TextPart text)
                AddText(text);
            else
                _current.Parts.Add(part);
        }
    }

    private void AddText(TextPart text)
    {
        if (text.Lines.Any(line => line.Length > 0))
            _current.Parts.Add(text);
    }

    // "**Costs**" or "Costs:" on a line of its own is a heading to whoever wrote it.
    private (string Heading, int Level)? PseudoHeading(string line)
    {
        var trimmed = line.Trim();
        var bare = trimmed.TrimEnd(':').TrimEnd();
        if (bare.Length is > 4 and < 70 && (bare.StartsWith("**", StringComparison.Ordinal) && bare.EndsWith("**", StringComparison.Ordinal) || bare.StartsWith("__", StringComparison.Ordinal) && bare.EndsWith("__", StringComparison.Ordinal))
            && bare.IndexOf(bare[..2], 2, StringComparison.Ordinal) == bare.Length - 2)
        {
            var text = InlineText.Plain(bare).TrimEnd(':').Trim();
            return text.Length > 0 && text[^1] is not ('.' or '!') ? (text, 7) : null;
        }

        return trimmed.EndsWith(':') && bare.Length is > 2 and < 40 && SectionCatalogue.Match(bare) is not null ? (bare, 8) : null;
    }

    private void AddList(ListBlock list)
    {
        var lifted = new List<OutlinePart>();
        var items = Items(list, lifted);
        if (items.Count > 0)
            _current.Parts.Add(new ListPart(Number(list.Line), items));
        _current.Parts.AddRange(lifted);
    }

    private List<OutlineItem> Items(ListBlock list, List<OutlinePart> lifted)
    {
        var items = new List<OutlineItem>();
        foreach (var child in list.OfType<ListItemBlock>())
        {
            string? text = null;
            var bold = false;
            bool? ticked = null;
            var children = new List<OutlineItem>();
            var line = child.Line;
            foreach (var block in child)
            {
                if (block is ListBlock inner)
                {
                    children.AddRange(Items(inner, lifted));
                    continue;
                }

                if (block is HtmlBlock { Type: HtmlBlockType.Comment } || block is not LeafBlock leaf)
                    continue;
                foreach (var part in TableScanner.Split(Lines(leaf), Number(leaf.Line)))
                {
                    if (part is not TextPart words)
                    {
                        lifted.Add(part);
                        continue;
                    }

                    var raw = string.Join(' ', words.Lines.Select(l => l.Trim())).Trim();
                    if (text is null)
                    {
                        if (raw.Length > 3 && raw[0] == '[' && raw[2] == ']' && raw[1] is ' ' or 'x' or 'X')
                        {
                            ticked = raw[1] != ' ';
                            raw = raw[3..].Trim();
                        }

                        bold = raw.StartsWith("**", StringComparison.Ordinal) && raw.TrimEnd(':').EndsWith("**", StringComparison.Ordinal) && raw.IndexOf("**", 2, StringComparison.Ordinal) >= raw.Length - 3;
                        text = InlineText.Plain(raw, out var struck);
                        ticked = struck ? true : ticked;
                    }
                    else
                    {
                        text += "; " + InlineText.Plain(raw);
                    }
                }
            }

            if (!string.IsNullOrEmpty(text) || children.Count > 0)
                items.Add(new OutlineItem(Number(line), text ?? "", ticked, children, bold));
        }

        return items;
    }
}
