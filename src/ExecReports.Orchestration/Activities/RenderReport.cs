using System.Globalization;
using ExecReports.Analysis;
using ExecReports.Delivery;
using ExecReports.Portfolio;
using ExecReports.Rendering;
using ExecReports.Reports;
using ExecReports.Reports.Changes;
using ExecReports.Workspace;
using Microsoft.DurableTask;

namespace ExecReports.Orchestration.Activities;

/// <summary>Reads the frozen facts, computes and renders one report, and stores its files in the workspace.</summary>
public sealed class RenderReport(FactsReader facts, ReportCatalog catalog, ReportRenderer renderer, IReportArchive archive, IRunWorkspace workspace) : TaskActivity<RenderInput, RenderedRef>
{
    /// <inheritdoc/>
    public override async Task<RenderedRef> RunAsync(TaskActivityContext context, RenderInput input)
    {
        var known = await facts.ReadAsync(input);
        var type = input.Report.ReportType;
        var template = catalog.Find(input.Report.TemplateId)
            ?? throw new InvalidOperationException($"The template '{input.Report.TemplateId}' was there when the run was planned and is gone now.");
        var entity = EntityOf(input.Report, known);
        var content = ReportBuilders.Content(template, known, entity);
        var rendering = new RenderContext
        {
            AsOf = input.AsOf,
            GeneratedTimestamp = input.GeneratedTimestamp,
            RunId = input.RunId,
            ReportType = type,
            Settings = known.Settings,
            Entity = entity,
            History = await ReportHistory.ReadAsync(archive, type, input.AsOf, input.GeneratedTimestamp, CancellationToken.None),
        };
        RenderedReport rendered;
        try
        {
            rendered = renderer.Render(template, content, rendering);
        }
        catch (TemplateException limit) when (limit.IsTooLong && Longest(entity is null ? known.Handoffs : [entity]) is { } hint)
        {
            throw new InvalidOperationException($"{limit.Problem}. {hint}", limit);
        }

        return await workspace.PutRenderedAsync(input.RunId, type, content.Title, template.Version, rendered) with
        {
            Gaps = content.Gaps.Count,
            FailedSources = input.FailedSources.Count(source => entity is null || source.Entity is null || source.Entity == entity.Id),
        };
    }

    // What to do about a report that is too long: nearly always one table is the reason.
    private static string? Longest(IReadOnlyList<Handoff> handoffs) =>
        handoffs.SelectMany(handoff => handoff.Sections).SelectMany(section => section.Tables).MaxBy(table => table.Rows.Count) is { } table
            ? string.Create(CultureInfo.InvariantCulture, $"The longest table is {table.At.File}, line {table.At.Line}, with {table.Rows.Count:N0} rows: sum them up there in some hundred at most.")
            : null;

    private static Handoff? EntityOf(PlannedReport report, PortfolioFacts facts) => report.Entity is null
        ? null
        : facts.Handoffs.FirstOrDefault(handoff => handoff.Id == report.Entity)
            ?? throw new InvalidOperationException($"The handoff of '{report.Entity}' could not be read, so its own report cannot be made; Data gaps of the other reports say why.");
}
