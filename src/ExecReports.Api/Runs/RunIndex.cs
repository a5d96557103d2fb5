using ExecReports.Orchestration;
using Microsoft.DurableTask.Client;

namespace ExecReports.Api.Runs;

/// <summary>
/// The runs, the newest first. Task hubs list instances in an order of their own, so the whole list is read and sorted; callers that come while it is read, or shortly afterwards, share it.
/// However many ask, one list is read at a time and one is in memory.
/// </summary>
internal sealed class RunIndex(ApiLimits limits, TimeProvider time)
{
    private readonly Lock gate = new();
    private Task<IReadOnlyList<RunListEntry>>? reading;
    private long readAt;
    private long version;

    /// <summary>The list, at most <see cref="ApiLimits.RunListAge"/> old.</summary>
    public Task<IReadOnlyList<RunListEntry>> ReadAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (reading is null || reading.IsFaulted || reading.IsCanceled || (reading.IsCompleted && time.GetElapsedTime(readAt) >= limits.RunListAge))
                reading = LoadAsync(client, version);
            return reading.WaitAsync(cancellationToken);
        }
    }

    /// <summary>What was read is out of date: the next caller gets a new list.</summary>
    public void Forget()
    {
        lock (gate)
        {
            reading = null;
            version++;
        }
    }

    private async Task<IReadOnlyList<RunListEntry>> LoadAsync(DurableTaskClient client, long begun)
    {
        // Not on the caller's account: others wait for the same list.
        var runs = new List<RunListEntry>();
        var query = new OrchestrationQuery { PageSize = 1000, FetchInputsAndOutputs = false };
        await foreach (var instance in client.GetAllInstancesAsync(query).ConfigureAwait(false))
        {
            if (instance.Name != nameof(ReportRunOrchestrator))
                continue;
            runs.Add(Entry(instance));
            if (runs.Count == limits.MostRuns)
                break;
        }

        runs.Sort(static (a, b) => b.CreatedAt.CompareTo(a.CreatedAt) is not 0 and var order ? order : string.CompareOrdinal(a.Id, b.Id));
        lock (gate)
        {
            if (begun == version)
                readAt = time.GetTimestamp();
        }

        return runs;
    }

    private static RunListEntry Entry(OrchestrationMetadata instance)
    {
        var status = RunStatuses.Of(instance.RuntimeStatus);
        return new RunListEntry
        {
            Id = instance.InstanceId,
            Status = status,
            CreatedAt = instance.CreatedAt.ToUniversalTime(),
            FinishedAt = RunStatuses.IsFinal(status) ? instance.LastUpdatedAt.ToUniversalTime() : null,
            Progress = RunProgressReader.Read(instance),
            Links = RunLinks.Of(instance.InstanceId),
        };
    }
}
