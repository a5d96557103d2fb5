using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Reports.Decisions;

namespace ExecReports.Reports;

/// <summary>
/// Content of a report whose template was dropped into the portfolio. Its <c>r</c> holds the model of each built-in report by id (<c>r.cfo</c>; for a
/// domain report that of the template's entity, else a list of one model per entity of that kind) and <c>r.handoffs</c>; each is computed when it is
/// first named. <c>figure 'cfo:burn.gross'</c> names a figure by report and id.
/// </summary>
public static class CustomReport
{
    /// <summary>The content for a template; pure, but lazy.</summary>
    /// <param name="template">The template that was dropped in.</param>
    /// <param name="facts">The run's facts.</param>
    /// <param name="entity">The entity that it speaks about; null for an officer's report.</param>
    /// <param name="builders">Builders of the built-in reports.</param>
    /// <param name="builtIn">Templates of the built-in reports; null: those that ship with the product.</param>
    public static ReportContent Of(
        ReportTemplate template, PortfolioFacts facts, Handoff? entity, IReadOnlyList<IReportBuilder> builders, IReadOnlyList<ReportTemplate>? builtIn = null)
    {
        var models = new BuiltInModels(facts, entity, builders, builtIn ?? ReportCatalog.BuiltIn);
        var title = facts.Settings.Titles.GetValueOrDefault(template.Id) ?? template.Title;
        return new ReportContent
        {
            Title = entity is null ? title : $"{entity.Name}: {title}",
            Summary = "",
            Decide = DecisionBook.Of(facts).Concerning(entity, facts.Thresholds),
            Figures = [],
            Gaps = ReportGaps.Of(facts, entity),
            Sources = ReportSources.Of(facts, entity),
            Model = models,
        };
    }
}
