using System.Text.Json;
using ExecReports.Orchestration;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ExecReports.Functions.Runs;

/// <summary>Starts a run over HTTP.</summary>
public static class StartRunFunction
{
    /// <summary>
    /// <c>POST /api/runs</c> with a <see cref="StartRunBody"/> as JSON (or no body: every report): 202 and the run's id.
    /// Durable's own management URLs are not returned: each carries the task hub's key.
    /// </summary>
    [Function("StartRun")]
    public static async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "runs")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        StartRunBody? asked;
        try
        {
            asked = request.ContentLength is null or 0
                ? new StartRunBody()
                : await request.ReadFromJsonAsync<StartRunBody>(cancellationToken);
        }
        catch (JsonException invalid)
        {
            return Results.Problem($"The body is no run request: {invalid.Message}", statusCode: StatusCodes.Status400BadRequest);
        }

        var id = await client.ScheduleNewOrchestrationInstanceAsync(nameof(ReportRunOrchestrator), (asked ?? new StartRunBody()).ToRequest(), cancellation: cancellationToken);
        return Results.Accepted($"/api/runs/{id}", new { id });
    }
}
