using Microsoft.DurableTask.Client;

namespace ExecReports.Orchestration.History;

/// <summary>Forgets runs that ended long ago. Reports, mails and the ledger are not in the history: they stay.</summary>
/// <param name="time">The clock.</param>
/// <param name="retention">How long a run is kept, counted from its start; longer than schedules catch up (<see cref="Schedules.ScheduleTickOptions.Fault"/>).</param>
public sealed class HistoryPurge(TimeProvider time, TimeSpan retention)
{
    // What runs, waits or is suspended is never forgotten.
    private static readonly OrchestrationRuntimeStatus[] Ended = [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    /// <summary>Forgets them, and returns how many they were.</summary>
    public async Task<int> RunAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        var result = await client.PurgeAllInstancesAsync(new PurgeInstancesFilter(DateTimeOffset.UnixEpoch, time.GetUtcNow() - retention, Ended), cancellationToken);
        return result.PurgedInstanceCount;
    }
}
