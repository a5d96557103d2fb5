using System.Runtime.CompilerServices;
using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Shims;

namespace ExecReports.Embedded.Hub;

/// <summary>
/// Durable orchestrations in one process over one SQLite file: the framework's own worker, on storage of ours. Open it, register orchestrators and
/// activities, start it, and use <see cref="Client"/>. Instances that an earlier process left unfinished go on when it starts. Activities run at
/// least once; their results and every step of an orchestration are recorded exactly once.
/// </summary>
public sealed class EmbeddedHub : IAsyncDisposable
{
    private readonly HubLock _lock;
    private readonly Journal _journal;
    private readonly SqliteOrchestrationService _service;
    private readonly RegisteredTasks<TaskOrchestration> _orchestrators = new(static name => new UnknownOrchestration(name));
    private readonly RegisteredTasks<TaskActivity> _activities = new(static name => new UnknownActivity(name));
    private readonly DurableTaskShimFactory _shims;
    private readonly TaskHubWorker _worker;
    private readonly bool _made;
    private bool _started;
    private bool _disposed;

    private EmbeddedHub(HubOptions options, HubLock hubLock, Journal journal, bool made)
    {
        _made = made;
        _lock = hubLock;
        _journal = journal;
        _service = new SqliteOrchestrationService(journal, options);
        _shims = new DurableTaskShimFactory(new DurableTaskWorkerOptions { DataConverter = options.DataConverter }, options.LoggerFactory);
        _worker = new TaskHubWorker(_service, _orchestrators, _activities, options.LoggerFactory) { ErrorPropagationMode = ErrorPropagationMode.UseFailureDetails };
        _worker.AddOrchestrationDispatcherMiddleware((context, next) =>
        {
            // An orchestrator's current time is the time stamp of the event that begins its turn; the framework takes it from the system's clock.
            if (context.GetProperty<OrchestrationRuntimeState>()?.NewEvents.LastOrDefault(x => x is OrchestratorStartedEvent) is { } turn)
                turn.Timestamp = options.Time.GetUtcNow().UtcDateTime;
            return next();
        });
        Client = new EmbeddedDurableTaskClient(_service, options);
        Options = options;
    }

    /// <summary>Starts, watches and steers instances.</summary>
    public EmbeddedDurableTaskClient Client { get; }

    /// <summary>The storage, for tests.</summary>
    internal Journal Journal => _journal;

    /// <summary>What the hub was opened with.</summary>
    public HubOptions Options { get; }

    /// <summary>Opens the journal in <see cref="HubOptions.Folder"/>, creating both where they are missing, and takes the folder's lock.</summary>
    /// <param name="options">The folder and the rest.</param>
    /// <returns>A hub that does no work until it is started.</returns>
    /// <exception cref="HubInUseException">Another process works on the folder.</exception>
    /// <exception cref="HubJournalException">The journal is damaged, foreign, or of a newer version; it is left as it was.</exception>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static EmbeddedHub Open(HubOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxActivities, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxOrchestrations, 1);
        Directory.CreateDirectory(options.Folder);
        var hubLock = HubLock.Take(HubFiles.Lock(options.Folder));
        try
        {
            var path = HubFiles.Journal(options.Folder);
            var made = !File.Exists(path);
            return new EmbeddedHub(options, hubLock, Journal.Open(path, options.CrashPoint), made);
        }
        catch
        {
            hubLock.Dispose();
            throw;
        }
    }

    /// <summary>Registers an orchestrator; a new object is made for every turn.</summary>
    /// <typeparam name="T">The orchestrator's class.</typeparam>
    /// <param name="name">The name that it is started by.</param>
    /// <param name="create">Makes one.</param>
    /// <returns>This hub.</returns>
    public EmbeddedHub AddOrchestrator<T>(TaskName name, Func<T> create)
        where T : class, ITaskOrchestrator
    {
        RefuseWhenStarted();
        _orchestrators.Add(name.Name, () => _shims.CreateOrchestration(name, create()));
        return this;
    }

    /// <summary>Registers an activity; a new object is made for every call.</summary>
    /// <typeparam name="T">The activity's class.</typeparam>
    /// <param name="name">The name that orchestrators call it by.</param>
    /// <param name="create">Makes one, or hands out one that many calls may share.</param>
    /// <returns>This hub.</returns>
    public EmbeddedHub AddActivity<T>(TaskName name, Func<T> create)
        where T : class, ITaskActivity
    {
        RefuseWhenStarted();
        _activities.Add(name.Name, () => _shims.CreateActivity(name, create()));
        return this;
    }

    /// <summary>Begins to work, with what an earlier process left unfinished first.</summary>
    /// <returns>A task that ends when the hub works.</returns>
    public async Task StartAsync()
    {
        RefuseWhenStarted();
        _started = true;
        await _worker.StartAsync().ConfigureAwait(false);
    }

    /// <summary>Takes up no more work and waits until what is under way has been recorded.</summary>
    /// <param name="cancellation">Ends the waiting: what is still under way then is not recorded and runs again when a hub is opened next.</param>
    /// <returns>A task that ends when the hub is at rest.</returns>
    public async Task StopAsync(CancellationToken cancellation = default)
    {
        try
        {
            await _service.DrainAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The caller waits no longer; the journal holds all that was acknowledged.
        }

        await _worker.StopAsync(isForced: true).ConfigureAwait(false);
    }

    /// <summary>The instance's history so far, of its present execution.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <returns>Its events in order; none for an unknown instance.</returns>
    public IReadOnlyList<HubEvent> History(string instanceId) => HubHistory.Describe(_service.History(instanceId));

    /// <summary>Follows an instance: its present state, then each later one (status or custom status changed), the last one being its end.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Ends the following.</param>
    /// <returns>The states, with payloads. States that follow each other faster than they are read may be left out, the last one never.</returns>
    /// <exception cref="InvalidOperationException">There is no such instance.</exception>
    public async IAsyncEnumerable<OrchestrationMetadata> WatchAsync(string instanceId, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        InstanceRow? last = null;
        do
        {
            last = await _service.WaitAsync(
                instanceId, x => x.IsFinished || x.Status != last?.Status || x.CustomStatus != last.CustomStatus, cancellation).ConfigureAwait(false);
            yield return ClientTypes.ToMetadata(last, Options.DataConverter);
        }
        while (!last.IsFinished);
    }

    /// <summary>
    /// Stops at once, without waiting for work under way, and gives the folder free. For an orderly end call <see cref="StopAsync"/> before. A journal that was made at the opening and got no
    /// instance is taken away again: a run that is refused leaves none behind.
    /// </summary>
    /// <returns>A task that ends when the files are closed.</returns>
    public async ValueTask DisposeAsync()
    {
        if (_started && !_disposed)
            await _worker.StopAsync(isForced: true).ConfigureAwait(false);
        Close();
    }

    /// <summary>Closes the files of a hub that has not been started, or was stopped.</summary>
    internal void Close()
    {
        if (_disposed)
            return;
        _disposed = true;
        _worker.Dispose();
        var unused = _made && !_started && _journal.Fault is null && _journal.Read(() => InstanceTable.IsEmpty(_journal));
        _journal.Dispose();
        // While the lock is held: nobody else can have begun to work on it.
        if (unused)
            HubFiles.DeleteJournal(Options.Folder);
        _lock.Dispose();
    }

    private void RefuseWhenStarted()
    {
        if (_started)
            throw new InvalidOperationException("The hub has started already.");
    }
}
