using ExecReports.Api.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ExecReports.Functions.Http;

/// <summary>
/// Runs over HTTP. Looking at them and starting them needs a key of the function (or of the host); canceling and sending again need the host's master key. Durable's own management URLs are never returned:
/// each carries the task hub's key.
/// </summary>
public sealed class RunFunctions(IHostedApi api)
{
    /// <summary>Starts a run.</summary>
    [Function("StartRun")]
    public Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/runs")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        api.AnswerAsync(request, ApiRole.Run, handlers => handlers.Runs.StartAsync(request, client, cancellationToken));

    /// <summary>Lists runs.</summary>
    [Function("ListRuns")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/runs")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        api.AnswerAsync(request, ApiRole.Read, handlers => handlers.Runs.ListAsync(request, client, cancellationToken));

    /// <summary>Shows a run.</summary>
    [Function("GetRun")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/runs/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        api.AnswerAsync(request, ApiRole.Read, handlers => handlers.Runs.GetAsync(id, client, cancellationToken));

    /// <summary>Shows what a run did, step by step.</summary>
    [Function("GetRunHistory")]
    public Task<IResult> HistoryAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/runs/{id}/history")] HttpRequest request, string id, [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        api.AnswerAsync(request, ApiRole.Read, handlers => handlers.Runs.HistoryAsync(id, client, cancellationToken));

    /// <summary>Hands out what a dry run rendered.</summary>
    [Function("GetRenderedReport")]
    public Task<IResult> RenderedAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/runs/{id}/reports/{file}")] HttpRequest request, string id, string file, [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        api.AnswerAsync(request, ApiRole.Read, handlers => handlers.Runs.RenderedAsync(id, file, client, cancellationToken));

    /// <summary>Cancels a run.</summary>
    [Function("CancelRun")]
    public Task<IResult> CancelAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/runs/{id}/cancel")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        api.AnswerAsync(request, ApiRole.Operate, handlers => handlers.Runs.CancelAsync(id, client, cancellationToken));

    /// <summary>Sends again.</summary>
    [Function("ResendRun")]
    public Task<IResult> ResendAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/runs/{id}/resend")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        api.AnswerAsync(request, ApiRole.Operate, handlers => handlers.Resend.ResendAsync(id, request, api.NameOf(request), client, cancellationToken));
}
