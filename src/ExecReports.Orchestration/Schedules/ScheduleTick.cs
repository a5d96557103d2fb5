using ExecReports.Schedules;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ExecReports.Orchestration.Schedules;

/// <summary>
/// Starts the runs that are due. It keeps no state that matters: each tick looks at every occurrence within the catch-up limit, and one whose run exists (in
/// whatever state) is left alone. So ticks may be missed, late, doubled or run side by side. Where two of them start one run at the same moment and the
/// storage lets both pass, the run's reports have one timestamp and meet in the ledger: each mail still goes once.
/// </summary>
/// <param name="schedules">The schedules in force.</param>
/// <param name="time">The clock.</param>
/// <param name="options">How far back a tick looks.</param>
/// <param name="hindrance">
/// Asked before runs are started: why none can be, such as no sender being named; it answers null where nothing hinders. What is due stays due until that is mended, as far as the catch-up
/// limit reaches. Null: nothing is asked.
/// </param>
public sealed class ScheduleTick(ISchedules schedules, TimeProvider time, ScheduleTickOptions options, Func<CancellationToken, Task<string?>>? hindrance = null)
{
    private static readonly OrchestrationRuntimeStatus[] Every = Enum.GetValues<OrchestrationRuntimeStatus>();

    private readonly Lock gate = new();
    private readonly HashSet<string> known = [];

    /// <summary>Starts what is due.</summary>
    /// <exception cref="ScheduleException">A schedule is wrong, or something hinders every run; nothing was started.</exception>
    /// <exception cref="AggregateException">Some runs could not be started; the others were, and the next tick tries these again.</exception>
    public async Task<ScheduleTickResult> RunAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        var inForce = await schedules.ReadAsync(cancellationToken);
        var due = Due(inForce);
        if (hindrance is not null && due.Any(occurrence => !Known(occurrence.RunId)) && await hindrance(cancellationToken) is { } reason)
            throw new ScheduleException([reason]);
        var started = new List<string>();
        var failures = new List<Exception>();
        var waiting = 0;
        foreach (var occurrence in due)
        {
            if (Known(occurrence.RunId))
                continue;

            if (started.Count + failures.Count >= options.MostPerTick)
            {
                waiting++;
                continue;
            }

            try
            {
                if (await StartAsync(client, occurrence, cancellationToken))
                    started.Add(occurrence.RunId);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add(new InvalidOperationException($"The run {occurrence.RunId} could not be started: {failure.Message}", failure));
            }
        }

        return failures.Count == 0 ? new ScheduleTickResult(started, waiting, inForce) : throw new AggregateException(failures);
    }

    private IReadOnlyList<ScheduleOccurrence> Due(IReadOnlyList<Schedule> inForce)
    {
        var now = time.GetUtcNow();
        var oldest = now - options.CatchUp;
        var due = DueOccurrences.Of(inForce, options.After is { } after && after > oldest ? after : oldest, now);
        lock (gate)
            known.IntersectWith(due.Select(occurrence => occurrence.RunId));
        return due;
    }

    private async Task<bool> StartAsync(DurableTaskClient client, ScheduleOccurrence occurrence, CancellationToken cancellationToken)
    {
        var runId = occurrence.RunId;
        var start = await client.GetInstanceAsync(runId, cancellationToken) is null;
        if (start)
        {
            try
            {
                await client.ScheduleNewOrchestrationInstanceAsync(
                    nameof(ReportRunOrchestrator), ScheduledRuns.RequestOf(occurrence), new StartOrchestrationOptions(runId).WithDedupeStatuses(Every), cancellationToken);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                // Another tick may have been faster. Each client says so by an exception of its own, so the instance itself is asked.
                if (await client.GetInstanceAsync(runId, cancellationToken) is null)
                    throw;
                start = false;
            }
        }

        lock (gate)
            known.Add(runId);
        return start;
    }

    private bool Known(string runId)
    {
        lock (gate)
            return known.Contains(runId);
    }
}
