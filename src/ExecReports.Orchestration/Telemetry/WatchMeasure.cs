using ExecReports.Delivery;
using ExecReports.Orchestration.Schedules;
using ExecReports.Schedules;

namespace ExecReports.Orchestration.Telemetry;

/// <summary>Measures with each tick what a watchdog outside of the app goes by; a tick that does not come is noticed by the measurement that is missing.</summary>
public static class WatchMeasure
{
    /// <summary>Measures how many scheduled runs are overdue, and how long ago the last run had all its deliveries sent.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<Schedule> schedules, IReportLedger ledger, DateTimeOffset now, DateTimeOffset? after, CancellationToken cancellationToken)
    {
        var overdue = (await ScheduleWatch.LookAsync(schedules, ledger, now, ScheduleWatch.Grace, after, cancellationToken)).Count(run => run.IsOverdue);
        RunTelemetry.Overdue.Record(overdue);

        var items = await ledger.ListAsync(new LedgerFilter { Since = now - ScheduleWatch.Lookback }, cancellationToken);
        var successes = items.GroupBy(item => item.RunId)
            .Where(run => run.SelectMany(item => item.Deliveries).All(delivery => delivery.State == SendState.Sent) && run.Any(item => item.Deliveries.Count > 0))
            .Select(run => run.Max(item => item.Deliveries.Select(delivery => delivery.SettledAt).Append(item.CreatedAt).Max()!.Value))
            .ToList();
        if (successes.Count > 0)
            RunTelemetry.SinceSuccess.Record((now - successes.Max()).TotalSeconds);
        return overdue;
    }
}
