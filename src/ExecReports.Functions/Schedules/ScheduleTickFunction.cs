using ExecReports.Functions.Settings;
using ExecReports.Orchestration.Schedules;
using ExecReports.Orchestration.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace ExecReports.Functions.Schedules;

/// <summary>The timer that only ticks: every five minutes, in UTC. What is due is for <see cref="ScheduleTick"/> to say.</summary>
public sealed partial class ScheduleTickFunction(ScheduleTick tick, HostedReports reports, HostSettings settings, ILogger<ScheduleTickFunction> log)
{
    /// <summary>Starts the runs that are due.</summary>
    [Function("ScheduleTick")]
    public async Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var result = await tick.RunAsync(client, cancellationToken);
        foreach (var run in result.Started)
            Started(log, run);
        if (result.Waiting > 0)
            Waiting(log, result.Waiting);

        var overdue = await WatchMeasure.RunAsync(
            result.Schedules, (await reports.PartsAsync(cancellationToken)).Ledger, settings.Local.Time.GetUtcNow(), settings.Schedules.After, cancellationToken);
        if (overdue > 0)
            Overdue(log, overdue);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Overdue} scheduled runs should have finished and have not (docs/operations.md, A missed run)")]
    private static partial void Overdue(ILogger log, int overdue);

    [LoggerMessage(Level = LogLevel.Information, Message = "Started run {RunId}, which was due")]
    private static partial void Started(ILogger log, string runId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Waiting} more runs are due and left for the next tick")]
    private static partial void Waiting(ILogger log, int waiting);
}
