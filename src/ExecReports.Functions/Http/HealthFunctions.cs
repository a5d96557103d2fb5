using ExecReports.Api;
using ExecReports.Api.Access;
using ExecReports.Api.Health;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ExecReports.Functions.Http;

/// <summary>What monitors and newcomers ask: anybody may, and nothing confidential is told.</summary>
public sealed class HealthFunctions(IHostedApi api)
{
    /// <summary>The process answers.</summary>
    [Function("GetHealth")]
    public static IResult Health([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request) => HealthApi.Alive();

    /// <summary>Whether portfolio, ledger and task hub answer.</summary>
    [Function("GetReadiness")]
    public Task<IResult> ReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/ready")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        api.AnswerAsync(request, ApiRole.Anyone, handlers => handlers.Health.ReadyAsync(client, cancellationToken));

    /// <summary>The API's description.</summary>
    [Function("GetOpenApi")]
    public static IResult OpenApi([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request) => OpenApiDocument.Answer();
}
