using System.Globalization;
using ExecReports.Embedded;
using ExecReports.Orchestration.Schedules;
using ExecReports.Schedules;

namespace ExecReports.Cli.Doctor;

/// <summary>Whether the scheduled runs that should have finished have: for monitors, which go by the exit code.</summary>
internal static class ExpectedRuns
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(Places places, LocalOptions options, CancellationToken cancellationToken)
    {
        var after = SchedulesAfter.Read(places.Setting);
        var parts = DeliveryPlace.Use(places, LocalParts.Make(options));
        await using var owned = parts.Owned;
        using var file = parts.Ledger as IDisposable;
        var portfolio = LocalPortfolio.Open(options);
        IReadOnlyList<Schedule> schedules;
        try
        {
            schedules = await new PortfolioSchedules(portfolio.Portfolio, portfolio.Catalog).ReadAsync(cancellationToken);
        }
        catch (ScheduleException wrong)
        {
            return [.. wrong.Faults.Select(fault => new Finding(FindingLevel.Fault, "schedules", fault))];
        }

        var runs = await ScheduleWatch.LookAsync(schedules, parts.Ledger, options.Time.GetUtcNow(), ScheduleWatch.Grace, after, cancellationToken);
        return
        [
            .. runs.Select(Of),
            .. schedules.Where(schedule => runs.All(run => !run.RunId.StartsWith(schedule.Id + "-2", StringComparison.Ordinal)))
                .Select(schedule => new Finding(FindingLevel.Good, schedule.Id, "no run of this schedule should have finished yet")),
        ];
    }

    private static Finding Of(WatchedRun run)
    {
        var due = run.Expected.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return run.State switch
        {
            WatchedState.Finished => new(FindingLevel.Good, run.RunId, $"finished: {run.Deliveries} {(run.Deliveries == 1 ? "delivery" : "deliveries")} sent"),
            WatchedState.Missing => new(FindingLevel.Fault, run.RunId, $"it was due at {due} UTC, and the ledger knows nothing of it: the run did not happen, or did not get as far as its first report (docs/operations.md, \"A missed run\")"),
            WatchedState.Unfinished => new(FindingLevel.Fault, run.RunId, $"it was due at {due} UTC and has not finished: {run.Open} of {run.Deliveries} deliveries are still to be sent (`execreports ledger --run {run.RunId}`)"),
            _ => new(FindingLevel.Fault, run.RunId, $"{run.Open} of {run.Deliveries} deliveries failed or are unknown (`execreports ledger --run {run.RunId}` says what to do)"),
        };
    }
}
