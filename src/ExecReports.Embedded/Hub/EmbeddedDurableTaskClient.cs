using System.Globalization;
using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using PurgeResult = Microsoft.DurableTask.Client.PurgeResult;

namespace ExecReports.Embedded.Hub;

/// <summary>
/// The client of an <see cref="EmbeddedHub"/>. Waiting ends with the commit that was waited for. What the hub does not do (entities, restart,
/// rewind, recursive purge and termination) throws <see cref="NotSupportedException"/>.
/// </summary>
public sealed class EmbeddedDurableTaskClient : DurableTaskClient
{
    private readonly SqliteOrchestrationService _service;
    private readonly HubOptions _options;
    private readonly Func<Guid> _newGuid;

    internal EmbeddedDurableTaskClient(SqliteOrchestrationService service, HubOptions options)
        : base("embedded")
    {
        _service = service;
        _options = options;
        _newGuid = options.NewGuid ?? (() => Guid.CreateVersion7(options.Time.GetUtcNow()));
    }

    /// <summary>
    /// Starts an instance. With an id that exists: when its status is among <see cref="StartOrchestrationOptions.DedupeStatuses"/> the call fails; otherwise
    /// (also without any such statuses) the existing instance is replaced, a running one too.
    /// </summary>
    /// <param name="orchestratorName">The registered name.</param>
    /// <param name="input">The input, or null.</param>
    /// <param name="options">Instance id, version, tags, start time, dedupe statuses.</param>
    /// <param name="cancellation">Stops the call before it wrote anything.</param>
    /// <returns>The instance id. When the call returns, the start is in the journal.</returns>
    /// <exception cref="DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException">The instance exists in a dedupe status.</exception>
    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var instance = new OrchestrationInstance
        {
            InstanceId = options?.InstanceId ?? _newGuid().ToString("N"),
            ExecutionId = _newGuid().ToString("N"),
        };
        var start = new ExecutionStartedEvent(-1, _options.DataConverter.Serialize(input))
        {
            OrchestrationInstance = instance,
            Name = orchestratorName.Name,
            Version = options?.Version?.Version ?? "",
            ScheduledStartTime = options?.StartAt?.UtcDateTime,
            Tags = options?.Tags.ToDictionary(),
            Timestamp = _options.Time.GetUtcNow().UtcDateTime,
        };
        OrchestrationStatus[] dedupe = [.. (options?.DedupeStatuses ?? []).Select(ClientTypes.ToCore)];
        await _service.CreateTaskOrchestrationAsync(new TaskMessage { OrchestrationInstance = instance, Event = start }, dedupe).ConfigureAwait(false);
        return instance.InstanceId;
    }

    /// <inheritdoc/>
    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new EventRaisedEvent(-1, _options.DataConverter.Serialize(eventPayload)) { Name = eventName }, cancellation);

    /// <inheritdoc/>
    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new ExecutionSuspendedEvent(-1, reason), cancellation);

    /// <inheritdoc/>
    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new ExecutionResumedEvent(-1, reason), cancellation);

    /// <inheritdoc/>
    public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        if (options?.Recursive == true)
            throw new NotSupportedException("The embedded hub does not terminate sub-orchestrations together with their parent.");
        return SendAsync(instanceId, new ExecutionTerminatedEvent(-1, _options.DataConverter.Serialize(options?.Output)), cancellation);
    }

    /// <inheritdoc/>
    public override async Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Metadata(await _service.WaitAsync(instanceId, static x => x.Status != OrchestrationStatus.Pending, cancellation).ConfigureAwait(false), getInputsAndOutputs);

    /// <inheritdoc/>
    public override async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Metadata(await _service.WaitAsync(instanceId, static x => x.IsFinished, cancellation).ConfigureAwait(false), getInputsAndOutputs);

    /// <inheritdoc/>
    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(_service.Find(instanceId) is { } row ? Metadata(row, getInputsAndOutputs) : null);
    }

    /// <summary>The instances that the filter asks for, the oldest first.</summary>
    /// <param name="filter">What to look for; null: all.</param>
    /// <returns>Pages; the continuation token is the number of instances that came before.</returns>
    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        var query = filter ?? new OrchestrationQuery();
        return Pageable.Create((continuation, pageSize, cancellation) =>
        {
            cancellation.ThrowIfCancellationRequested();
            var skip = int.Parse(continuation ?? query.ContinuationToken ?? "0", CultureInfo.InvariantCulture);
            var size = pageSize ?? query.PageSize;
            var found = (query.FetchInputsAndOutputs ? _service.All() : _service.Heads()).Where(x => Matches(x, query.CreatedFrom, query.CreatedTo, query.Statuses)
                && (query.InstanceIdPrefix is not { } prefix || x.InstanceId.StartsWith(prefix, StringComparison.Ordinal))).ToList();
            var next = found.Count > skip + size ? (skip + size).ToString(CultureInfo.InvariantCulture) : null;
            return Task.FromResult(new Page<OrchestrationMetadata>(
                [.. found.Skip(skip).Take(size).Select(x => Metadata(x, query.FetchInputsAndOutputs))], next));
        });
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The instance has not ended.</exception>
    public override Task<PurgeResult> PurgeInstanceAsync(string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        RefuseRecursive(options);
        cancellation.ThrowIfCancellationRequested();
        if (_service.Find(instanceId) is { IsFinished: false } row)
            throw new InvalidOperationException($"The orchestration '{instanceId}' cannot be purged before it has ended; its status is {row.Status}.");
        return Task.FromResult(new PurgeResult(_service.Purge(x => x.InstanceId == instanceId)));
    }

    /// <summary>Purges the finished instances that the filter asks for.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="options">Recursive is not supported.</param>
    /// <param name="cancellation">Stops the call before it wrote anything.</param>
    /// <returns>How many were purged.</returns>
    public override Task<PurgeResult> PurgeAllInstancesAsync(PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        RefuseRecursive(options);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(new PurgeResult(_service.Purge(x => Matches(x, filter.CreatedFrom, filter.CreatedTo, filter.Statuses))));
    }

    /// <summary>The events of the instance's present execution.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Not looked at once the reading has begun.</param>
    /// <returns>The framework's own events, in order; none for an unknown instance.</returns>
    public override Task<IList<HistoryEvent>> GetOrchestrationHistoryAsync(string instanceId, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IList<HistoryEvent>>(_service.History(instanceId));
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool Matches(InstanceRow row, DateTimeOffset? from, DateTimeOffset? to, IEnumerable<OrchestrationRuntimeStatus>? statuses) =>
        (from is null || row.Created >= from.Value.UtcDateTime)
        && (to is null || row.Created <= to.Value.UtcDateTime)
        && (statuses is null || statuses.Contains(ClientTypes.ToClient(row.Status)));

    private static void RefuseRecursive(PurgeInstanceOptions? options)
    {
        if (options?.Recursive == true)
            throw new NotSupportedException("The embedded hub does not purge sub-orchestrations together with their parent.");
    }

    private OrchestrationMetadata Metadata(InstanceRow row, bool withPayloads) => ClientTypes.ToMetadata(row, withPayloads ? _options.DataConverter : null);

    private Task SendAsync(string instanceId, HistoryEvent e, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        e.Timestamp = _options.Time.GetUtcNow().UtcDateTime;
        return _service.SendTaskOrchestrationMessageAsync(new TaskMessage
        {
            OrchestrationInstance = new OrchestrationInstance { InstanceId = instanceId },
            Event = e,
        });
    }
}
