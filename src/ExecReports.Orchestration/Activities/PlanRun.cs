using ExecReports.Delivery;
using ExecReports.Orchestration.Planning;
using ExecReports.Portfolio;
using ExecReports.Rendering;
using ExecReports.Reports;
using ExecReports.Workspace;
using Microsoft.DurableTask;

namespace ExecReports.Orchestration.Activities;

/// <summary>
/// Resolves configuration once: date, entities, sources, reports, recipients. What it decides is frozen, so that the run goes on the same way
/// whatever is edited meanwhile. Throws <see cref="RunRequestException"/> for a request that cannot be met.
/// </summary>
public sealed class PlanRun(IPortfolioSource portfolio, ReportCatalog catalog, RunSources sources, IRunWorkspace workspace, SenderRule sender) : TaskActivity<PlanRunInput, RunPlan>
{
    /// <inheritdoc/>
    public override async Task<RunPlan> RunAsync(TaskActivityContext context, PlanRunInput input)
    {
        var request = input.Request;
        var outline = await portfolio.OutlineAsync(CancellationToken.None);
        var settings = outline.Settings;
        // Whoever starts a run asks this first; a run that came another way ends here, before anything is collected or archived.
        if (!request.DryRun && sender.Fault(settings.Sender) is { } unnamed)
            throw new RunRequestException([unnamed]);
        var selected = ReportSelection.Resolve(request, catalog.Templates, outline.Entities);
        var replaced = request.RecipientOverride is { } reference
            ? (await workspace.GetJsonAsync(reference, RunJson.Default.RecipientOverride)).Recipients
            : null;
        var recipients = selected.ToDictionary(report => report.ReportType, report => RecipientPlan.For(report, settings, replaced));
        // A person who has everything mailed to himself instead is not to have operators written to.
        IReadOnlyList<Recipient> operators = [.. Recipients.ParseAll(settings.Operators).Where(person => replaced is null || replaced.Contains(person))];
        recipients[OperatorNotice.ReportType] = operators;
        var entities = ReportSelection.Entities(request, outline.Entities);

        return new RunPlan
        {
            Portfolio = settings.Name,
            AsOf = request.AsOf ?? settings.AsOf ?? DayIn(settings.TimeZone, input.GeneratedTimestamp),
            Frozen = await workspace.PutJsonAsync(
                input.RunId, "plan",
                new FrozenRun
                {
                    Settings = settings,
                    Recipients = recipients,
                    HeldOnGaps = [.. selected.Where(report => settings.HoldOnGaps.Any(report.IsNamed)).Select(report => report.ReportType)],
                },
                RunJson.Default.FrozenRun),
            Sources =
            [
                .. entities.Select(entity => new PlannedSource(SourceKind.Handoff, entity.File, entity.Id)),
                .. sources.Inventory.Keys.Order(StringComparer.Ordinal).Select(name => new PlannedSource(SourceKind.Inventory, name, null)),
                .. entities.SelectMany(entity => entity.Repositories.Select(repository => repository.Location).Distinct()
                    .Select(location => new PlannedSource(SourceKind.Repository, location, entity.Id))),
                .. sources.Operations.Keys.Order(StringComparer.Ordinal).Select(name => new PlannedSource(SourceKind.Operations, name, null)),
            ],
            Reports = [.. selected.Select(report => new PlannedReport(
                report.ReportType, report.Template.Id, report.Entity?.Id, [.. recipients[report.ReportType].Select(recipient => recipient.Id)]))],
            Operators = [.. operators.Select(person => person.Id)],
        };
    }

    private static DateOnly DayIn(string timeZone, DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime);
}
