using ExecReports.Api.Access;
using ExecReports.Api.Health;
using ExecReports.Api.Page;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.DurableTask.Client;

namespace ExecReports.Api;

/// <summary>The API's operations, and how an ASP.NET Core host serves them. The Functions app has one function for each.</summary>
public static class ApiRoutes
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ApiRoute> Of(ApiHandlers api) =>
    [
        new("StartRun", "POST", "/api/runs", ApiRole.Run, (context, client) => api.Runs.StartAsync(context.Request, client, context.RequestAborted)),
        new("ListRuns", "GET", "/api/runs", ApiRole.Read, (context, client) => api.Runs.ListAsync(context.Request, client, context.RequestAborted)),
        new("GetRun", "GET", "/api/runs/{id}", ApiRole.Read, (context, client) => api.Runs.GetAsync(Value(context, "id"), client, context.RequestAborted)),
        new("GetRunHistory", "GET", "/api/runs/{id}/history", ApiRole.Read, (context, client) => api.Runs.HistoryAsync(Value(context, "id"), client, context.RequestAborted)),
        new("GetRenderedReport", "GET", "/api/runs/{id}/reports/{file}", ApiRole.Read,
            (context, client) => api.Runs.RenderedAsync(Value(context, "id"), Value(context, "file"), client, context.RequestAborted)),
        new("CancelRun", "POST", "/api/runs/{id}/cancel", ApiRole.Operate, (context, client) => api.Runs.CancelAsync(Value(context, "id"), client, context.RequestAborted)),
        new("ResendRun", "POST", "/api/runs/{id}/resend", ApiRole.Operate,
            (context, client) => api.Resend.ResendAsync(Value(context, "id"), context.Request, $"{Environment.UserName}@{Environment.MachineName}, over HTTP", client, context.RequestAborted)),
        new("ListReports", "GET", "/api/reports", ApiRole.Read, (context, _) => api.Reports.ListAsync(context.RequestAborted)),
        new("ListReportEditions", "GET", "/api/reports/{id}", ApiRole.Read, (context, _) => api.Reports.EditionsAsync(Value(context, "id"), context.Request, context.RequestAborted)),
        new("GetReportFile", "GET", "/api/reports/{id}/{file}", ApiRole.Read,
            (context, _) => api.Reports.FileAsync(Value(context, "id"), Value(context, "file"), context.RequestAborted)),
        new("ListLedger", "GET", "/api/ledger", ApiRole.Read, (context, _) => api.Ledger.ListAsync(context.Request, withAddresses: true, context.RequestAborted)),
        new("ListSchedules", "GET", "/api/schedules", ApiRole.Read, (context, _) => api.Schedules.ListAsync(context.RequestAborted)),
        new("GetHealth", "GET", "/api/health", ApiRole.Anyone, (_, _) => Task.FromResult(HealthApi.Alive())),
        new("GetReadiness", "GET", "/api/ready", ApiRole.Anyone, (context, client) => api.Health.ReadyAsync(client, context.RequestAborted)),
        new("GetOpenApi", "GET", "/api/openapi.json", ApiRole.Anyone, (_, _) => Task.FromResult(OpenApiDocument.Answer())),
    ];

    /// <summary>Serves them on this host, over one task hub.</summary>
    public static void MapExecReportsApi(this IEndpointRouteBuilder routes, ApiHandlers api, DurableTaskClient client)
    {
        foreach (var route in Of(api))
        {
            string[] methods = route.Method == "GET" ? ["GET", "HEAD"] : [route.Method];
            routes.MapMethods(route.Pattern, methods, async context => await (await route.Handle(context, client)).ExecuteAsync(context))
                .WithMetadata(route)
                .WithDisplayName(route.Operation);
        }
    }

    /// <summary>Serves the page.</summary>
    public static void MapExecReportsPage(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", ["GET", "HEAD"], context => PageFiles.Answer("index.html").ExecuteAsync(context)).WithDisplayName("GetPage");
        routes.MapMethods("/page/{file}", ["GET", "HEAD"], context => PageFiles.Answer(Value(context, "file")).ExecuteAsync(context)).WithDisplayName("GetPageFile");
    }

    private static string Value(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;
}
