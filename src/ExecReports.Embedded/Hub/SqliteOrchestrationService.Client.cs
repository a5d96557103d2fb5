using DurableTask.Core;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;

namespace ExecReports.Embedded.Hub;

/// <content>What clients of the hub ask for.</content>
internal sealed partial class SqliteOrchestrationService : IOrchestrationServiceClient
{
    public Task CreateTaskOrchestrationAsync(TaskMessage creationMessage) => CreateTaskOrchestrationAsync(creationMessage, null!);

    /// <summary>
    /// Starts an instance. One that exists in a status of <paramref name="dedupeStatuses"/> (null: in any) stays, and the call fails; any other is replaced,
    /// in the same transaction, together with what it had under way.
    /// </summary>
    /// <exception cref="OrchestrationAlreadyExistsException">An instance with this id exists in such a status.</exception>
    public Task CreateTaskOrchestrationAsync(TaskMessage creationMessage, OrchestrationStatus[] dedupeStatuses)
    {
        var start = (ExecutionStartedEvent)creationMessage.Event;
        var id = creationMessage.OrchestrationInstance.InstanceId;
        _journal.Write("start", () =>
        {
            if (InstanceTable.Status(_journal, id) is { } status)
            {
                if (dedupeStatuses is null || dedupeStatuses.Contains(status))
                    throw new OrchestrationAlreadyExistsException($"An orchestration with the instance id '{id}' exists already; its status is {status}.");
                InstanceTable.Delete(_journal, id);
            }

            Enqueue(creationMessage, start.ScheduledStartTime?.Ticks ?? 0);
        });
        _orchestrationWork.Pulse();
        Changed.Pulse();
        return Task.CompletedTask;
    }

    public Task SendTaskOrchestrationMessageAsync(TaskMessage message) => SendTaskOrchestrationMessageBatchAsync(message);

    public Task SendTaskOrchestrationMessageBatchAsync(params TaskMessage[] messages)
    {
        _journal.Write("message", () =>
        {
            foreach (var message in messages)
                Enqueue(message);
        });
        _orchestrationWork.Pulse();
        return Task.CompletedTask;
    }

    public Task ForceTerminateTaskOrchestrationAsync(string instanceId, string reason) => SendTaskOrchestrationMessageAsync(new TaskMessage
    {
        OrchestrationInstance = new OrchestrationInstance { InstanceId = instanceId },
        Event = new ExecutionTerminatedEvent(-1, reason) { Timestamp = Now },
    });

    public async Task<OrchestrationState> WaitForOrchestrationAsync(string instanceId, string executionId, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var row = await WaitAsync(instanceId, static x => x.IsFinished, cancellationToken)
            .WaitAsync(timeout == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : timeout, _options.Time, cancellationToken).ConfigureAwait(false);
        return State(row);
    }

    public Task<IList<OrchestrationState>> GetOrchestrationStateAsync(string instanceId, bool allExecutions)
    {
        IList<OrchestrationState> states = Find(instanceId) is { } row ? [State(row)] : [];
        return Task.FromResult(states);
    }

    public Task<OrchestrationState> GetOrchestrationStateAsync(string instanceId, string executionId) => Task.FromResult(
        Find(instanceId) is { } row && (string.IsNullOrEmpty(executionId) || row.ExecutionId == executionId) ? State(row) : null!);

    public Task<string> GetOrchestrationHistoryAsync(string instanceId, string executionId) =>
        throw new NotSupportedException("The embedded hub gives histories as events, not as text: use EmbeddedHub.History.");

    public Task PurgeOrchestrationHistoryAsync(DateTime thresholdDateTimeUtc, OrchestrationStateTimeRangeFilterType timeRangeFilterType) =>
        throw new NotSupportedException("The embedded hub purges whole instances: use DurableTaskClient.PurgeInstanceAsync or PurgeAllInstancesAsync.");

    public InstanceRow? Find(string instanceId) => _journal.Read(() => InstanceTable.Find(_journal, instanceId));

    public List<InstanceRow> All() => _journal.Read(() => InstanceTable.All(_journal));

    public List<InstanceRow> Heads() => _journal.Read(() => InstanceTable.Heads(_journal));

    public List<HistoryEvent> History(string instanceId) => _journal.Read(() => HistoryTable.Load(_journal, instanceId));

    /// <summary>Ends when the instance is as <paramref name="until"/> wants it; woken by commits, without polling.</summary>
    /// <exception cref="InvalidOperationException">There is no such instance.</exception>
    public async Task<InstanceRow> WaitAsync(string instanceId, Func<InstanceRow, bool> until, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = Changed.Next;
            var row = Find(instanceId) ?? throw new InvalidOperationException($"There is no orchestration with the instance id '{instanceId}'.");
            if (until(row))
                return row;
            await next.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Removes finished instances and returns how many.</summary>
    public int Purge(Func<InstanceRow, bool> which)
    {
        var count = 0;
        _journal.Write("purge", () =>
        {
            foreach (var row in InstanceTable.All(_journal).Where(x => x.IsFinished && which(x)))
            {
                InstanceTable.Delete(_journal, row.InstanceId);
                count++;
            }
        });
        Changed.Pulse();
        return count;
    }

    private static OrchestrationState State(InstanceRow row) => new()
    {
        OrchestrationInstance = new OrchestrationInstance { InstanceId = row.InstanceId, ExecutionId = row.ExecutionId },
        Name = row.Name,
        Version = row.Version,
        OrchestrationStatus = row.Status,
        CreatedTime = row.Created,
        LastUpdatedTime = row.Updated,
        CompletedTime = row.Completed ?? default,
        Input = row.Input,
        Output = row.Output,
        Status = row.CustomStatus,
        FailureDetails = row.Failure,
        Tags = row.Tags?.ToDictionary(),
    };
}
