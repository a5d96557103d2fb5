using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace ExecReports.Rendering;

/// <summary>The Markdown of reports: CommonMark without raw HTML, with pipe tables and blocks between <c>:::</c> lines. Nothing else of Markdig is on.</summary>
internal static class ReportMarkdown
{
    private static readonly MarkdownPipeline s_pipeline = Pipeline();

    /// <summary>Parses a report.</summary>
    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, s_pipeline);

    private static MarkdownPipeline Pipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml();
        // The block parser alone: the extension would also make markup of "::text::" within a line.
        builder.BlockParsers.Insert(0, new CustomContainerParser());
        return builder.Build();
    }
}
