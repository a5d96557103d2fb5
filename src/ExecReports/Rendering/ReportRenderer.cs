using ExecReports.Analysis;
using ExecReports.Reports;
using ExecReports.Reports.Changes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ExecReports.Rendering;

/// <summary>Renders a report in all its forms. Safe for use from several threads; parsed templates are kept.</summary>
public sealed class ReportRenderer(TemplateEngine engine)
{
    /// <summary>A renderer with a template engine of its own.</summary>
    public ReportRenderer()
        : this(new TemplateEngine())
    {
    }

    /// <summary>
    /// Renders; throws <see cref="TemplateException"/> where the template is wrong, and <see cref="ArgumentException"/> where a header of the message
    /// could be forged. A pure function of its arguments.
    /// </summary>
    public RenderedReport Render(ReportTemplate template, ReportContent content, RenderContext context)
    {
        if (content.Model is not BuiltInModels models)
            return RenderCompared(template, Compared(content, context), context);

        // A template of one's own says only by naming them which figures it follows: it is put into words once to learn that, and then with what has changed in them.
        engine.Render(template, Compared(content, [], [], context with { History = ReportHistory.None }), context);
        return RenderCompared(template, Compared(content, models.Named, models.Open, context), context);
    }

    /// <summary>The content with what has changed since the last report, its tiles over the last ones, and what of those could not be read.</summary>
    internal static ReportContent Compared(ReportContent content, RenderContext context) => Compared(content, content.Figures, content.Open, context);

    private static ReportContent Compared(ReportContent content, IReadOnlyList<Figure> figures, IReadOnlyList<OpenItem> items, RenderContext context)
    {
        var (since, open) = SinceLast.Of(figures, items, context.AsOf, context.Previous, context.Settings.Currency);
        var history = KpiHistory.Of(figures, context.AsOf, context.History.Earlier);
        return content with
        {
            Since = since,
            Open = open,
            History = history,
            Charts = history.Chart(context.Settings.Currency) is { } lines ? [.. content.Charts, lines] : content.Charts,
            Gaps = [.. content.Gaps, .. context.History.Unreadable],
        };
    }

    private RenderedReport RenderCompared(ReportTemplate template, ReportContent content, RenderContext context)
    {
        var markdown = engine.Render(template, content, context);
        var document = ReportMarkdown.Parse(markdown);
        var figures = ReportForms.Figures(context, content.Title, template.Version, content.Summary) with
        {
            // A report of one's own repeats decisions that are kept with the report that has them.
            Decisions = content.Model is BuiltInModels ? [] : content.Decide?.Here ?? [],
            Figures = content.Model is BuiltInModels models ? [.. content.Figures, .. models.Figures] : content.Figures,
            Open = content.Open,
            Since = content.Since,
            Gaps = content.Gaps,
            Sources = content.Sources,
        };
        return ReportForms.Of(
            context, $"{MarkdownText.Clean(content.Title)}, {Formats.Date(context.AsOf)}", markdown, document, figures, Pictures(template, content, document, context.Settings.Currency));
    }

    /// <summary>The pictures that the Markdown shows, by id in the order of the report's charts; nothing of the drawing library is loaded if there are none.</summary>
    private static OrderedDictionary<string, byte[]> Pictures(ReportTemplate template, ReportContent content, MarkdownDocument document, string currency)
    {
        var pictures = new OrderedDictionary<string, byte[]>(StringComparer.Ordinal);
        var shown = document.Descendants<LinkInline>().Where(link => link.IsImage).Select(link => LinkSchemes.ChartId(link.Url)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var id in shown.Where(id => content.Charts.All(chart => chart.Id != id)))
            throw new TemplateException(template.File, 1, $"the report has no chart '{id}'{NearestName.Hint(id, [.. content.Charts.Select(chart => chart.Id)])}");
        foreach (var chart in content.Charts.Where(chart => shown.Contains(chart.Id)))
            pictures[chart.Id] = ChartRenderer.Png(chart, currency);
        return pictures;
    }
}
