using ExecReports.Rendering.Html.Blocks;
using Markdig.Renderers;
using Markdig.Syntax;

namespace ExecReports.Rendering.Html;

/// <summary>
/// Writes a report's syntax tree as HTML that mail programs show alike: tables for layout, short inline styles, no script, no outside file.
/// The output is well-formed XML too, which keeps it honest and easy to test.
/// </summary>
internal sealed class EmailHtmlRenderer : HtmlRenderer
{
    private readonly List<(Block Block, int Length)> _lengths = [];

    /// <summary>A renderer for one report.</summary>
    public EmailHtmlRenderer(TextWriter writer, Func<string, string?> chartSource, IReadOnlyDictionary<Block, string> replaced)
        : base(writer)
    {
        ChartSource = chartSource;
        Replaced = replaced;
        UseNonAsciiNoEscape = true;
        ObjectRenderers.Clear();
        ObjectRenderers.AddRange(
        [
            new HeadingHtml(), new ParagraphHtml(), new ListHtml(), new TableHtml(), new ContainerHtml(), new QuoteHtml(), new CodeBlockHtml(),
            new RuleHtml(), new LiteralHtml(), new EmphasisHtml(), new LinkHtml(), new AutolinkHtml(), new CodeHtml(), new LineBreakHtml(),
            new EntityHtml(), new DelimiterHtml(),
        ]);
    }

    /// <summary>Address of a chart's picture by the chart's id; null if the report has no such chart.</summary>
    public Func<string, string?> ChartSource { get; }

    /// <summary>Blocks that are too long for the mail, and the sentence that stands for each.</summary>
    public IReadOnlyDictionary<Block, string> Replaced { get; }

    /// <summary>Blocks that may be replaced, with the characters that each takes, those of its cards among them, in the document's order.</summary>
    public IReadOnlyList<(Block Block, int Length)> Lengths => _lengths;

    /// <summary>Whether the text being written stands in a call-out, a tile or a cell, where paragraphs need no margin.</summary>
    public bool Tight { get; set; }

    /// <summary>Whether the text being written stands in a table that is too wide for the mail, where a long name may break before a capital.</summary>
    public bool Crowded { get; set; }

    /// <summary>The style of the tables written so far that become cards on a narrow screen.</summary>
    public CardSheet Cards { get; } = new();

    /// <summary>Writes a block that may be replaced, or the sentence in its place.</summary>
    public void WriteReplaceable(Block block, Action write)
    {
        if (Replaced.TryGetValue(block, out var sentence))
        {
            Write($"<p class=\"q\" style=\"margin:12px 0;color:{Style.Quiet}\">").WriteEscape(sentence).Write("</p>\n");
            return;
        }

        var text = ((StringWriter)Writer).GetStringBuilder();
        var before = text.Length + Cards.Length;
        write();
        _lengths.Add((block, text.Length + Cards.Length - before));
    }
}
