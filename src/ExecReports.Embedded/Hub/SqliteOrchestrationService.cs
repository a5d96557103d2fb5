using System.Collections.Concurrent;
using System.Globalization;
using DurableTask.Core;
using DurableTask.Core.History;

namespace ExecReports.Embedded.Hub;

/// <summary>
/// The storage of the Durable Task Framework in one SQLite file, for one process. Each turn of an orchestration and each result of an activity is one
/// transaction; locks on work live in memory, since no other process can hold one; whoever waits for work or for a change is woken
/// by the commit that makes it.
/// </summary>
internal sealed partial class SqliteOrchestrationService : IOrchestrationService
{
    // How much later than its time a timer may be seen.
    private static readonly TimeSpan Slip = TimeSpan.FromMilliseconds(15);

    private readonly Journal _journal;
    private readonly HubOptions _options;
    private readonly ConcurrentDictionary<string, OrchestrationTurn> _turns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, ActivityTurn> _running = new();

    // The past events and custom status of instances that are under way, so that a turn need not read them from the file again.
    private readonly Dictionary<string, (IList<HistoryEvent> Events, string? Status)> _live = new(StringComparer.Ordinal);

    private readonly Signal _orchestrationWork = new();
    private readonly Signal _activityWork = new();
    private readonly Signal _idle = new();
    private volatile bool _draining;

    public SqliteOrchestrationService(Journal journal, HubOptions options)
    {
        _journal = journal;
        _options = options;
        journal.Faulted += () => Changed.Pulse();
    }

    /// <summary>Woken whenever an instance has changed.</summary>
    public Signal Changed { get; } = new();

    public int TaskOrchestrationDispatcherCount => 1;

    public int MaxConcurrentTaskOrchestrationWorkItems => _options.MaxOrchestrations;

    public int TaskActivityDispatcherCount => 1;

    public int MaxConcurrentTaskActivityWorkItems => _options.MaxActivities;

    public BehaviorOnContinueAsNew EventBehaviourForContinueAsNew => BehaviorOnContinueAsNew.Carryover;

    private DateTime Now => _options.Time.GetUtcNow().UtcDateTime;

    public Task StartAsync() => Task.CompletedTask;

    public Task StopAsync() => StopAsync(isForced: false);

    public Task StopAsync(bool isForced) => Task.CompletedTask;

    public Task CreateAsync() => Task.CompletedTask;

    public Task CreateAsync(bool recreateInstanceStore) => recreateInstanceStore
        ? throw new NotSupportedException("The embedded hub never overwrites its journal. Move journal.db away to start a new one.")
        : Task.CompletedTask;

    public Task CreateIfNotExistsAsync() => Task.CompletedTask;

    public Task DeleteAsync() => DeleteAsync(deleteInstanceStore: true);

    public Task DeleteAsync(bool deleteInstanceStore) =>
        throw new NotSupportedException("The embedded hub never deletes its journal. Delete journal.db when no run uses it.");

    public bool IsMaxMessageCountExceeded(int currentMessageCount, OrchestrationRuntimeState runtimeState) => false;

    public int GetDelayInSecondsAfterOnProcessException(Exception exception) => _journal.Fault is null ? 1 : 0;

    public int GetDelayInSecondsAfterOnFetchException(Exception exception) => 0;

    /// <summary>Hands out no more work, and ends when none is under way.</summary>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        _draining = true;
        while (true)
        {
            var next = _idle.Next;
            if (_turns.IsEmpty && _running.IsEmpty)
                return;
            await next.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    public async Task<TaskOrchestrationWorkItem> LockNextTaskOrchestrationWorkItemAsync(TimeSpan receiveTimeout, CancellationToken cancellationToken) =>
        (await NextAsync(_orchestrationWork, TakeTurn, NextTimer, receiveTimeout, cancellationToken).ConfigureAwait(false))!;

    public async Task<TaskActivityWorkItem> LockNextTaskActivityWorkItem(TimeSpan receiveTimeout, CancellationToken cancellationToken) =>
        (await NextAsync(_activityWork, _ => TakeActivity(), static _ => null, receiveTimeout, cancellationToken).ConfigureAwait(false))!;

    // Locks do not run out: they are given out with DateTime.MaxValue, which tells the framework that it need not renew them.
    public Task RenewTaskOrchestrationWorkItemLockAsync(TaskOrchestrationWorkItem workItem) => Task.CompletedTask;

    public Task<TaskActivityWorkItem> RenewTaskActivityWorkItemLockAsync(TaskActivityWorkItem workItem) => Task.FromResult(workItem);

    public Task CompleteTaskOrchestrationWorkItemAsync(
        TaskOrchestrationWorkItem workItem,
        OrchestrationRuntimeState newOrchestrationRuntimeState,
        IList<TaskMessage> outboundMessages,
        IList<TaskMessage> orchestratorMessages,
        IList<TaskMessage> timerMessages,
        TaskMessage continuedAsNewMessage,
        OrchestrationState orchestrationState)
    {
        var turn = (OrchestrationTurn)workItem;
        _journal.Write("orchestration", () =>
        {
            if (!Holds(turn))
                return; // the instance was replaced meanwhile
            try
            {
                Store(turn, newOrchestrationRuntimeState, outboundMessages, [.. orchestratorMessages, .. OneOrNone(continuedAsNewMessage)], timerMessages, orchestrationState);
            }
            catch
            {
                _live.Remove(turn.InstanceId); // the transaction is taken back, so must be what is remembered of it
                throw;
            }
        });
        if (outboundMessages.Count > 0)
            _activityWork.Pulse();
        Changed.Pulse();
        return Task.CompletedTask;
    }

    public Task AbandonTaskOrchestrationWorkItemAsync(TaskOrchestrationWorkItem workItem) => ReleaseTaskOrchestrationWorkItemAsync(workItem);

    public Task ReleaseTaskOrchestrationWorkItemAsync(TaskOrchestrationWorkItem workItem)
    {
        var turn = (OrchestrationTurn)workItem;
        _turns.TryRemove(new KeyValuePair<string, OrchestrationTurn>(turn.InstanceId, turn));
        _orchestrationWork.Pulse();
        _idle.Pulse();
        return Task.CompletedTask;
    }

    public Task CompleteTaskActivityWorkItemAsync(TaskActivityWorkItem workItem, TaskMessage responseMessage)
    {
        var turn = (ActivityTurn)workItem;
        _journal.Write("activity", () =>
        {
            // No row: the instance ended, or the activity was completed before. The result is nobody's.
            if (_journal.Execute("DELETE FROM activities WHERE id = $1", turn.RowId) > 0)
                Enqueue(responseMessage);
        });
        Release(turn);
        _orchestrationWork.Pulse();
        return Task.CompletedTask;
    }

    public Task AbandonTaskActivityWorkItemAsync(TaskActivityWorkItem workItem)
    {
        Release((ActivityTurn)workItem);
        _activityWork.Pulse();
        return Task.CompletedTask;
    }

    private void Release(ActivityTurn turn)
    {
        _running.TryRemove(new KeyValuePair<long, ActivityTurn>(turn.RowId, turn));
        _idle.Pulse();
    }

    private bool Holds(OrchestrationTurn turn) => _turns.TryGetValue(turn.InstanceId, out var holder) && ReferenceEquals(holder, turn);

    private async Task<T?> NextAsync<T>(Signal work, Func<DateTime, T?> take, Func<DateTime, DateTime?> nextDue, TimeSpan timeout, CancellationToken cancellation)
        where T : class
    {
        using var onCancel = cancellation.UnsafeRegister(static signal => ((Signal)signal!).Pulse(), work);
        var started = _options.Time.GetTimestamp();
        while (!cancellation.IsCancellationRequested)
        {
            var next = work.Next;
            // One time for the whole look: a timer that came due between two readings of the clock would be seen by neither.
            var now = Now;
            var wait = timeout - _options.Time.GetElapsedTime(started);
            if (!_draining && _journal.Fault is null)
            {
                if (_journal.Read(() => take(now)) is { } item)
                    return item;
                if (_journal.Read(() => nextDue(now)) is { } due)
                    wait = Shorter(wait, due - now);
            }

            if (wait <= TimeSpan.Zero)
                return null;
            // Whole milliseconds, rounded up: a timer that wakes a moment early would find nothing due.
            wait = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
            using var alarm = _options.Time.CreateTimer(static signal => ((Signal)signal!).Pulse(), work, wait, Timeout.InfiniteTimeSpan);
            // The alarm counts from when it was set. If the clock ran on since the look, the wait was measured from too early: look again.
            if (Now - now < Slip)
                await next.ConfigureAwait(false);
        }

        return null;
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private DateTime? NextTimer(DateTime now)
    {
        using var reader = _journal.Query("SELECT min(due) FROM messages WHERE due > $1", now.Ticks);
        return reader.Read() && !reader.IsDBNull(0) ? new DateTime(reader.GetInt64(0), DateTimeKind.Utc) : null;
    }

    private OrchestrationTurn? TakeTurn(DateTime now)
    {
        string? instanceId = null;
        using (var reader = _journal.Query("SELECT instance_id FROM messages WHERE due <= $1 ORDER BY id", now.Ticks))
        {
            while (instanceId is null && reader.Read())
            {
                if (reader.GetString(0) is var candidate && !_turns.ContainsKey(candidate))
                    instanceId = candidate;
            }
        }

        if (instanceId is null)
            return null;
        if (!_live.TryGetValue(instanceId, out var past))
        {
            past = (HistoryTable.Load(_journal, instanceId), InstanceTable.Find(_journal, instanceId)?.CustomStatus);
            _live[instanceId] = past;
        }

        var ids = new List<long>();
        var messages = new List<TaskMessage>();
        using (var reader = _journal.Query("SELECT id, execution_id, event FROM messages WHERE instance_id = $1 AND due <= $2 ORDER BY id", instanceId, now.Ticks))
        {
            while (reader.Read())
            {
                ids.Add(reader.GetInt64(0));
                messages.Add(Message(instanceId, reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetString(2)));
            }
        }

        var turn = new OrchestrationTurn
        {
            InstanceId = instanceId,
            LockedUntilUtc = DateTime.MaxValue,
            NewMessages = messages,
            MessageIds = ids,
            OrchestrationRuntimeState = new OrchestrationRuntimeState(past.Events) { Status = past.Status },
            StoredEvents = past.Events.Count,
        };
        _turns[instanceId] = turn;
        return turn;
    }

    private ActivityTurn? TakeActivity()
    {
        using var reader = _journal.Query("SELECT id, instance_id, execution_id, event FROM activities ORDER BY id");
        while (reader.Read())
        {
            var id = reader.GetInt64(0);
            if (_running.ContainsKey(id))
                continue;
            var turn = new ActivityTurn
            {
                Id = id.ToString(CultureInfo.InvariantCulture),
                RowId = id,
                LockedUntilUtc = DateTime.MaxValue,
                TaskMessage = Message(reader.GetString(1), reader.GetString(2), reader.GetString(3)),
            };
            _running[id] = turn;
            return turn;
        }

        return null;
    }

    private static TaskMessage Message(string instanceId, string? executionId, string text) => new()
    {
        OrchestrationInstance = new OrchestrationInstance { InstanceId = instanceId, ExecutionId = executionId },
        Event = HistoryEventCodec.Read(text),
    };

    private static TaskMessage[] OneOrNone(TaskMessage? message) => message is null ? [] : [message];

    private void Store(
        OrchestrationTurn turn,
        OrchestrationRuntimeState newState,
        IList<TaskMessage> activities,
        IReadOnlyList<TaskMessage> messages,
        IList<TaskMessage> timers,
        OrchestrationState? state)
    {
        foreach (var id in turn.MessageIds)
            _journal.Execute("DELETE FROM messages WHERE id = $1", id);
        if (state is null)
            return; // the framework found nothing in the messages that concerns this instance
        StoreTurn(turn, newState, state);
        foreach (var activity in activities)
        {
            _journal.Execute("INSERT INTO activities (instance_id, execution_id, event) VALUES ($1, $2, $3)",
                turn.InstanceId, activity.OrchestrationInstance.ExecutionId, HistoryEventCodec.Write(activity.Event));
        }

        foreach (var timer in timers)
            Enqueue(timer, ((TimerFiredEvent)timer.Event).FireAt.Ticks);
        foreach (var message in messages)
            Enqueue(message);
        if (InstanceRow.IsFinal(state.OrchestrationStatus))
            InstanceTable.DeletePending(_journal, turn.InstanceId);
    }

    private void StoreTurn(OrchestrationTurn turn, OrchestrationRuntimeState newState, OrchestrationState state)
    {
        var continues = ReferenceEquals(newState, turn.OrchestrationRuntimeState);
        if (continues)
        {
            HistoryTable.Append(_journal, turn.InstanceId, turn.StoredEvents, newState.NewEvents);
        }
        else
        {
            // The orchestration continued as new: its history begins again.
            HistoryTable.Clear(_journal, turn.InstanceId);
            HistoryTable.Append(_journal, turn.InstanceId, 0, newState.Events);
            InstanceTable.UpdateExecution(_journal, state);
        }

        InstanceTable.Update(_journal, state, Now);
        if (InstanceRow.IsFinal(state.OrchestrationStatus))
            _live.Remove(turn.InstanceId);
        else
            _live[turn.InstanceId] = (newState.Events, state.Status);
    }

    // due: UTC ticks, 0 is at once (not the present time, so that a clock that is set back delays nothing).
    private void Enqueue(TaskMessage message, long due = 0)
    {
        var target = message.OrchestrationInstance.InstanceId;
        var status = InstanceTable.Status(_journal, target);
        var isUnderWay = status is { } known && !InstanceRow.IsFinal(known);
        if (message.Event is ExecutionStartedEvent start)
        {
            if (isUnderWay)
            {
                RefuseSubOrchestration(start);
                return;
            }

            InsertInstance(start, due);
        }
        else if (!isUnderWay)
        {
            return; // nobody there to take it in
        }

        _journal.Execute("INSERT INTO messages (instance_id, execution_id, due, event) VALUES ($1, $2, $3, $4)",
            target, message.OrchestrationInstance.ExecutionId, due, HistoryEventCodec.Write(message.Event));
    }

    private void InsertInstance(ExecutionStartedEvent start, long due)
    {
        var id = start.OrchestrationInstance.InstanceId;
        InstanceTable.Delete(_journal, id);
        _turns.TryRemove(id, out _);
        _live.Remove(id);
        InstanceTable.Insert(_journal, new InstanceRow
        {
            InstanceId = id,
            ExecutionId = start.OrchestrationInstance.ExecutionId,
            Name = start.Name,
            Version = start.Version,
            Status = OrchestrationStatus.Pending,
            Created = Now,
            Updated = Now,
            Input = start.Input,
            Tags = start.Tags?.ToDictionary(),
        });
    }

    private void RefuseSubOrchestration(ExecutionStartedEvent start)
    {
        if (start.ParentInstance is not { } parent)
            return;
        var reason = $"An orchestration with the instance id '{start.OrchestrationInstance.InstanceId}' is under way already.";
        Enqueue(new TaskMessage
        {
            OrchestrationInstance = parent.OrchestrationInstance,
            Event = new SubOrchestrationInstanceFailedEvent(
                -1, parent.TaskScheduleId, reason, null, new FailureDetails(nameof(InvalidOperationException), reason, null, null, false)),
        });
    }
}
