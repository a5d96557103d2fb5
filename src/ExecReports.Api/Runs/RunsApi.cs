using ExecReports.Api.Archive;
using ExecReports.Api.Http;
using ExecReports.Delivery;
using ExecReports.Orchestration;
using ExecReports.Orchestration.Activities;
using ExecReports.Orchestration.Planning;
using ExecReports.Workspace;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace ExecReports.Api.Runs;

/// <summary>Starting, looking at and canceling runs.</summary>
public sealed class RunsApi
{
    private readonly ApiParts parts;
    private readonly RunRequestCheck check;
    private readonly RunIndex index;
    private readonly StartLimit starts;

    /// <summary>Makes it of the parts. One object serves all callers: it counts the starts, and shares the list of runs among them.</summary>
    public RunsApi(ApiParts parts)
    {
        this.parts = parts;
        check = new RunRequestCheck(parts.Portfolio, parts.Catalog, parts.Sender);
        index = new RunIndex(parts.Limits, parts.Time);
        starts = new StartLimit(parts.Limits.Starts, parts.Limits.StartsWithin, parts.Time);
    }

    /// <summary><c>POST /api/runs</c>: 202 and the run's address.</summary>
    public async Task<IResult> StartAsync(HttpRequest request, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var (json, fault) = await JsonBody.ReadAsync(request, parts.Limits.BodyBytes, cancellationToken);
        if (fault is not null)
            return fault;

        var errors = new FieldErrors();
        var body = RunBody.Read(json, errors);
        var keyed = IdempotencyKey.RunId(request, errors);
        if (errors.Any)
            return Problem.Invalid(errors);

        // A repetition is answered before anything else: what it asks for may not be possible any more, and it starts nothing.
        if (keyed is not null && await client.GetInstanceAsync(keyed, getInputsAndOutputs: true, cancellationToken) is { } earlier)
            return Repeated(earlier, body);
        try
        {
            await check.CheckAsync(body.Request, cancellationToken);
        }
        catch (RunRequestException refused)
        {
            foreach (var detail in refused.Details)
                errors.Add(detail.Part is { } part ? char.ToLowerInvariant(part[0]) + part[1..] : "$", detail.Message);
            return Problem.Invalid(errors);
        }

        if (starts.Take() is { } wait)
            return Problem.TooManyStarts(wait);

        var runId = keyed ?? RunIds.New(parts.Time, parts.Random);
        var asked = body.Request;
        if (body.To is not null)
            asked = asked with { RecipientOverride = await StoreAsync(runId, body.To, cancellationToken) };
        var started = await RunStarter.StartOnceAsync(client, runId, asked, cancellationToken);
        index.Forget();
        if (!started && await client.GetInstanceAsync(runId, getInputsAndOutputs: true, cancellationToken) is { } other)
            return Repeated(other, body);
        return Accepted(runId, started);
    }

    /// <summary><c>GET /api/runs</c>: the newest first.</summary>
    public async Task<IResult> ListAsync(HttpRequest request, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var query = PageQuery.Read(request, parts.Limits, errors);
        var status = ReadStatus(request, errors);
        if (errors.Any)
            return Problem.Invalid(errors);

        IEnumerable<RunListEntry> runs = await index.ReadAsync(client, cancellationToken);
        if (status is { } wanted)
            runs = runs.Where(run => run.Status == wanted);
        if (query.After is { } after)
            runs = runs.Where(run => run.CreatedAt < after.Time || (run.CreatedAt == after.Time && string.CompareOrdinal(run.Id, after.Name) > 0));
        var page = runs.Take(query.Limit + 1).ToList();
        var more = page.Count > query.Limit;
        if (more)
            page.RemoveAt(query.Limit);
        return new JsonAnswer<Page<RunListEntry>>(
            new(page, more ? query.Next(request, new PagePlace(page[^1].CreatedAt, page[^1].Id)) : null), ApiJson.Default.PageRunListEntry);
    }

    /// <summary><c>GET /api/runs/{id}</c></summary>
    public async Task<IResult> GetAsync(string id, DurableTaskClient client, CancellationToken cancellationToken) =>
        await FindAsync(id, client, true, cancellationToken) is { } run
            ? new JsonAnswer<RunView>(await ViewAsync(run, client, cancellationToken), ApiJson.Default.RunView)
            : NoSuchRun();

    /// <summary><c>GET /api/runs/{id}/history</c></summary>
    public async Task<IResult> HistoryAsync(string id, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, client, false, cancellationToken) is not { } run)
            return NoSuchRun();
        return await TimelineAsync(id, client, cancellationToken) is { } timeline
            ? new JsonAnswer<RunHistoryView>(new(id, RunStatuses.Of(run.RuntimeStatus), timeline.Steps), ApiJson.Default.RunHistoryView)
            : Problem.NotOffered("The task hub of this host does not hand out histories.");
    }

    /// <summary><c>GET /api/runs/{id}/reports/{file}</c>: what a dry run rendered, which is in no archive.</summary>
    public async Task<IResult> RenderedAsync(string id, string file, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, client, true, cancellationToken) is not { RuntimeStatus: OrchestrationRuntimeStatus.Completed } run)
            return NoSuchRun();
        var dot = file.LastIndexOf('.');
        var (type, kind) = dot > 0 ? (file[..dot], ReportFile.Kind(file[(dot + 1)..])) : ("", null);
        var report = run.ReadOutputAs<RunSummary>()?.Reports.FirstOrDefault(report => report.ReportType == type && report.State == ReportState.Rendered);
        if (kind is null || report?.Keys.FirstOrDefault(key => key.EndsWith('.' + kind.Extension, StringComparison.Ordinal)) is not { } key)
            return Problem.NotFound("This run rendered no such file. A run that delivers has its reports under /api/reports.");
        try
        {
            // The key itself says the hash that the workspace checks.
            return kind.Answer(await parts.Workspace.GetAsync(new WorkspaceRef(key, key[(key.LastIndexOf('-') + 1)..key.LastIndexOf('.')], 0), cancellationToken), file);
        }
        catch (WorkspaceException)
        {
            return Problem.NotFound("The run workspace does not hold it any more: it is kept for a while only. Start the dry run again.");
        }
    }

    /// <summary><c>POST /api/runs/{id}/cancel</c>: an activity under way ends its work; nothing is begun after it.</summary>
    public async Task<IResult> CancelAsync(string id, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, client, false, cancellationToken) is not { } run)
            return NoSuchRun();
        var status = RunStatuses.Of(run.RuntimeStatus);
        if (status is RunStatus.Completed or RunStatus.Failed)
            return Problem.Conflict($"The run has ended already ({status.ToString().ToLowerInvariant()}); what it mailed cannot be called back.");
        if (status != RunStatus.Canceled)
            await client.TerminateInstanceAsync(id, cancellationToken);
        index.Forget();
        return Accepted(id, started: false);
    }

    private async Task<WorkspaceRef> StoreAsync(string runId, IReadOnlyList<Recipient> to, CancellationToken cancellationToken) =>
        await parts.Workspace.PutJsonAsync(runId, "recipients", new RecipientOverride(to), RunJson.Default.RecipientOverride, cancellationToken);

    private static IResult Repeated(OrchestrationMetadata earlier, RunBody body) =>
        earlier.ReadInputAs<RunRequest>() is { } request && SameRequest.As(request, body)
            ? Accepted(earlier.InstanceId, started: false)
            : Problem.KeyReused();

    private static JsonAnswer<StartedRun> Accepted(string id, bool started)
    {
        var links = RunLinks.Of(id);
        return new JsonAnswer<StartedRun>(new(id, started, links), ApiJson.Default.StartedRun, StatusCodes.Status202Accepted, links.Self);
    }

    private static Problem NoSuchRun() => Problem.NotFound("There is no such run. GET /api/runs lists them; old ones leave the history after a while.");

    private static RunStatus? ReadStatus(HttpRequest request, FieldErrors errors)
    {
        if (request.Query["status"] is not [{ } asked, ..])
            return null;
        if (Enum.GetValues<RunStatus>().Cast<RunStatus?>().FirstOrDefault(status => status.ToString()!.ToLowerInvariant() == asked) is { } found)
            return found;
        errors.Add("status", $"There is no such status. Statuses: {string.Join(", ", Enum.GetNames<RunStatus>()).ToLowerInvariant()}.");
        return null;
    }

    private static async Task<OrchestrationMetadata?> FindAsync(string id, DurableTaskClient client, bool withPayloads, CancellationToken cancellationToken) =>
        RunNames.IsValid(id) && await client.GetInstanceAsync(id, withPayloads, cancellationToken) is { Name: nameof(ReportRunOrchestrator) } run ? run : null;

    private static async Task<RunTimeline?> TimelineAsync(string id, DurableTaskClient client, CancellationToken cancellationToken)
    {
        try
        {
            return RunTimeline.Of(await client.GetOrchestrationHistoryAsync(id, cancellationToken));
        }
        catch (Exception notOffered) when (notOffered is NotSupportedException or NotImplementedException or RpcException { StatusCode: StatusCode.Unimplemented })
        {
            return null;
        }
    }

    private async Task<RunView> ViewAsync(OrchestrationMetadata run, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var id = run.InstanceId;
        var status = RunStatuses.Of(run.RuntimeStatus);
        var request = run.ReadInputAs<RunRequest>();
        var summary = status == RunStatus.Completed ? run.ReadOutputAs<RunSummary>() : null;
        var timeline = summary is null ? await TimelineAsync(id, client, cancellationToken) : null;
        var items = request?.DryRun == true ? [] : await parts.Ledger.ListAsync(new LedgerFilter { RunId = id }, cancellationToken);

        return new RunView
        {
            Id = id,
            Status = status,
            CreatedAt = run.CreatedAt.ToUniversalTime(),
            FinishedAt = RunStatuses.IsFinal(status) ? run.LastUpdatedAt.ToUniversalTime() : null,
            Progress = RunProgressReader.Read(run),
            Succeeded = summary?.Succeeded,
            Error = run.FailureDetails?.ErrorMessage,
            AsOf = summary?.AsOf ?? timeline?.Plan?.AsOf ?? request?.AsOf,
            DryRun = request?.DryRun ?? false,
            Occurrence = request?.Occurrence,
            Reports = summary is not null ? RunReports.Of(id, summary, items) : timeline is not null ? RunReports.Of(timeline, items) : null,
            FailedSources = [.. (summary?.FailedSources ?? []).Select(source => new FailedSourceView(source.Kind.ToString(), source.Name, source.Entity, source.Reason))],
            Links = RunLinks.Of(id),
        };
    }
}
