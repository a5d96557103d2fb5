using ExecReports.Api.Archive;
using ExecReports.Delivery;
using ExecReports.Orchestration;
using ExecReports.Orchestration.Activities;

namespace ExecReports.Api.Runs;

/// <summary>The reports of a run with their states: from its result, or while it runs from its history; the ledger knows how deliveries stand now.</summary>
internal static class RunReports
{
    public static IReadOnlyList<RunReportView> Of(string runId, RunSummary summary, IReadOnlyList<LedgerItem> ledger)
    {
        var items = ledger.ToDictionary(item => item.Key.ReportType);
        return [.. summary.Reports.Select(report =>
        {
            var item = items.GetValueOrDefault(report.ReportType);
            // What failed in the run may have been sent again since.
            var state = report.State == ReportState.DeliveryFailed && item?.Deliveries.All(delivery => delivery.State == SendState.Sent) == true ? ReportState.Delivered : report.State;
            return new RunReportView
            {
                Id = report.ReportType,
                Title = report.Title,
                State = Word(state.ToString()),
                Reason = state == report.State ? report.Reason : null,
                Gaps = report.State == ReportState.RenderFailed ? null : report.Gaps,
                Deliveries = Count(item),
                Links = report.State == ReportState.Rendered ? Rendered(runId, report) : Archived(report.Keys),
            };
        })];
    }

    public static IReadOnlyList<RunReportView>? Of(RunTimeline timeline, IReadOnlyList<LedgerItem> ledger)
    {
        if (timeline.Plan is not { } plan)
            return null;
        var items = ledger.ToDictionary(item => item.Key.ReportType);
        return [.. plan.Reports.Select(report =>
        {
            var step = timeline.Steps.LastOrDefault(step => step.Name == nameof(RenderReport) && step.Subject == report.ReportType);
            var rendered = timeline.Rendered.FirstOrDefault(rendered => rendered.ReportType == report.ReportType);
            var item = items.GetValueOrDefault(report.ReportType);
            return new RunReportView
            {
                Id = report.ReportType,
                Title = rendered?.Title,
                State = item is not null ? item.Held ? "held" : item.Deliveries.All(delivery => delivery.State == SendState.Sent) ? "delivered" : "delivering"
                    : step?.State switch { "completed" => "rendered", "running" => "rendering", "failed" => "renderFailed", "canceled" => "canceled", _ => "planned" },
                Reason = step?.Error,
                Gaps = rendered?.Gaps,
                Deliveries = Count(item),
                Links = Archived(item?.Files.Select(file => file.Key) ?? []),
            };
        })];
    }

    private static Dictionary<string, string> Archived(IEnumerable<string> keys) => keys
        .Where(key => ArchiveKeys.TryParse(key, out _, out _))
        .ToDictionary(ReportFile.ExtensionOf, ReportFile.AddressOf);

    private static Dictionary<string, string> Rendered(string runId, ReportOutcome report) =>
        report.Keys.ToDictionary(ReportFile.ExtensionOf, key => $"/api/runs/{runId}/reports/{report.ReportType}.{ReportFile.ExtensionOf(key)}");

    private static Dictionary<string, int>? Count(LedgerItem? item) =>
        item?.Deliveries.GroupBy(delivery => delivery.State).ToDictionary(group => Word(group.Key.ToString()), group => group.Count());

    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
