using ExecReports.Delivery;
using ExecReports.Embedded.Files;
using ExecReports.Embedded.Hub;
using ExecReports.Embedded.Ledger;
using ExecReports.Orchestration;
using ExecReports.Orchestration.Activities;
using ExecReports.Orchestration.Planning;
using ExecReports.Orchestration.Schedules;
using ExecReports.Orchestration.Telemetry;
using ExecReports.Portfolio;
using ExecReports.Rendering;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ExecReports.Embedded;

/// <summary>A run as the journal knows it.</summary>
public sealed record LocalRun(string RunId, bool Finished);

/// <summary>How a run ended: its summary, or why it has none.</summary>
public sealed record EndedRun(string RunId, RunSummary? Summary, string? Failure);

/// <summary>
/// The whole product on one machine: the orchestrator and its activities on the embedded hub, with outbox, archive, ledger and workspace as local files.
/// It holds the output folder for itself: a second process is refused.
/// </summary>
public sealed class LocalReports : IAsyncDisposable
{
    private readonly EmbeddedHub hub;
    private readonly LocalParts parts;

    private LocalReports(LocalOptions options, EmbeddedHub hub, LocalParts parts)
    {
        Options = options;
        this.hub = hub;
        this.parts = parts;
        Operators = new(parts.Archive, parts.Ledger, parts.Mailer, MimeComposer.Address, options.Time, parts.Delivery, parts.Sender, parts.Process.Value);
    }

    /// <summary>The ledger.</summary>
    public IReportLedger Ledger => parts.Ledger;

    /// <summary>What it is put together from.</summary>
    public LocalParts Parts => parts;

    /// <summary>Starts, watches and steers runs.</summary>
    public DurableTaskClient Client => hub.Client;

    /// <summary>The schedules in force.</summary>
    public ISchedules Schedules => new PortfolioSchedules(parts.Portfolio.Portfolio, parts.Portfolio.Catalog);

    /// <summary>What operators do about deliveries that failed or are unknown; needs no <see cref="StartAsync"/>.</summary>
    public OperatorActions Operators { get; }

    /// <summary>Where things are.</summary>
    public LocalOptions Options { get; }

    /// <summary>What stands before an archive key that is elsewhere; null: the archive is in the output folder.</summary>
    public string? ArchiveRoot => parts.ArchiveRoot;

    /// <summary>Opens the output folder; runs go on only after <see cref="StartAsync"/>.</summary>
    /// <exception cref="HubException">Another process holds the folder, or its journal is damaged or newer.</exception>
    public static LocalReports Open(LocalOptions options, Func<LocalParts, LocalParts>? replace = null)
    {
        var hub = OpenHub(options);
        try
        {
            var parts = LocalParts.Make(options);
            return Over(options, hub, replace?.Invoke(parts) ?? parts);
        }
        catch
        {
            // Nobody else could give the folder free.
            hub.Close();
            throw;
        }
    }

    private static LocalReports Over(LocalOptions options, EmbeddedHub hub, LocalParts parts)
    {
        var activities = LocalActivities.Of(parts, options.Time);
        hub.AddOrchestrator(nameof(ReportRunOrchestrator), () => new MeasuredRun())
            .AddActivity(nameof(PlanRun), () => Measured(activities.PlanRun))
            .AddActivity(nameof(CollectHandoff), () => Measured(activities.CollectHandoff))
            .AddActivity(nameof(CollectInventory), () => Measured(activities.CollectInventory))
            .AddActivity(nameof(AuditRepository), () => Measured(activities.AuditRepository))
            .AddActivity(nameof(CollectOperations), () => Measured(activities.CollectOperations))
            .AddActivity(nameof(RenderReport), () => Measured(activities.RenderReport))
            .AddActivity(nameof(RenderNotice), () => Measured(activities.RenderNotice))
            .AddActivity(nameof(DeliverReports), () => Measured(activities.DeliverReports));
        return new LocalReports(options, hub, parts);
    }

    private static MeasuredActivity<TInput, TOutput> Measured<TInput, TOutput>(TaskActivity<TInput, TOutput> activity) => new(activity);

    private static EmbeddedHub OpenHub(LocalOptions options)
    {
        try
        {
            return EmbeddedHub.Open(new HubOptions { Folder = options.Out, Time = options.Time, DataConverter = RunMessages.Converter });
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new OutputFolderException(options.Out, unusable);
        }
    }

    /// <summary>Templates dropped into the portfolio that cannot be used; each costs only itself.</summary>
    public IReadOnlyList<Diagnostic> UnusableTemplates => parts.Portfolio.Catalog.Diagnostics;

    /// <summary>Whether the request can be met by the portfolio as it is now (<see cref="RunRequestCheck"/>).</summary>
    /// <exception cref="RunRequestException">It cannot; one message per fault.</exception>
    public async Task CheckAsync(RunRequest request, CancellationToken cancellationToken)
    {
        await new RunRequestCheck(parts.Portfolio.Portfolio, parts.Portfolio.Catalog, parts.Sender).CheckAsync(request, cancellationToken);
    }

    /// <summary>Who would get what: each report of the request with its recipients.</summary>
    /// <exception cref="RunRequestException">The request cannot be met.</exception>
    /// <exception cref="RecipientException">A report has too many recipients.</exception>
    public async Task<IReadOnlyList<(string ReportType, IReadOnlyList<Recipient> Recipients)>> RecipientsAsync(RunRequest request, IReadOnlyList<Recipient>? to, CancellationToken cancellationToken)
    {
        var outline = await parts.Portfolio.Portfolio.OutlineAsync(cancellationToken);
        return
        [
            .. ReportSelection.Resolve(request, parts.Portfolio.Catalog.Templates, outline.Entities)
                .Select(report => (report.ReportType, RecipientPlan.For(report, outline.Settings, to))),
        ];
    }

    /// <summary>Starts working; unfinished runs go on.</summary>
    /// <exception cref="LedgerFileException">The ledger cannot be read: nothing starts, because without it nothing could be mailed just once.</exception>
    public async Task StartAsync()
    {
        // Any key: what is asked is whether it can be read.
        await parts.Ledger.GetAsync(new LedgerKey("none", DateTimeOffset.UnixEpoch), CancellationToken.None);
        if (parts.Check is { } check)
            await check(CancellationToken.None);
        await hub.StartAsync();
    }

    /// <summary>Starts a run and returns its id.</summary>
    public async Task<string> ScheduleAsync(RunRequest request, IReadOnlyList<Recipient>? to, CancellationToken cancellationToken)
    {
        var runId = RunIds.New(Options.Time, Options.Random);
        if (to is not null)
        {
            var addresses = await parts.Workspace.PutJsonAsync(runId, "recipients", new RecipientOverride(to), RunJson.Default.RecipientOverride, cancellationToken);
            request = request with { RecipientOverride = addresses };
        }

        return await hub.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(ReportRunOrchestrator), request, new Microsoft.DurableTask.StartOrchestrationOptions(runId), cancellationToken);
    }

    /// <summary>The runs of the journal, the newest first.</summary>
    public async Task<IReadOnlyList<LocalRun>> RunsAsync(CancellationToken cancellationToken)
    {
        var runs = new List<(DateTimeOffset Created, LocalRun Run)>();
        // One page: the hub reads its whole list for each, which a long past makes dear.
        await foreach (var instance in hub.Client.GetAllInstancesAsync(new OrchestrationQuery { PageSize = int.MaxValue }).WithCancellation(cancellationToken))
            runs.Add((instance.CreatedAt, new LocalRun(instance.InstanceId, instance.IsCompleted)));

        return [.. runs.OrderByDescending(run => run.Created).Select(run => run.Run)];
    }

    /// <summary>Waits for a run's end and shows its progress meanwhile.</summary>
    public async Task<EndedRun> WaitAsync(string runId, Action<RunProgress> show, CancellationToken cancellationToken)
    {
        OrchestrationMetadata? last = null;
        await foreach (var state in hub.WatchAsync(runId, cancellationToken))
        {
            last = state;
            if (state.ReadCustomStatusAs<RunProgress>() is { } progress)
                show(progress);
        }

        return last is { RuntimeStatus: OrchestrationRuntimeStatus.Completed }
            ? new EndedRun(runId, last.ReadOutputAs<RunSummary>(), null)
            : new EndedRun(runId, null, last?.FailureDetails?.ErrorMessage ?? last?.RuntimeStatus.ToString() ?? "unknown run");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await hub.DisposeAsync();
        (parts.Ledger as IDisposable)?.Dispose();
        if (parts.Owned is { } owned)
            await owned.DisposeAsync();
    }
}
