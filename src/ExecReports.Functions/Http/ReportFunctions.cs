using ExecReports.Api.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ExecReports.Functions.Http;

/// <summary>The archive, the ledger and the schedules over HTTP; each needs a key of the function (or of the host).</summary>
public sealed class ReportFunctions(IHostedApi api)
{
    /// <summary>Lists reports.</summary>
    [Function("ListReports")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/reports")] HttpRequest request, CancellationToken cancellationToken) =>
        api.AnswerAsync(request, ApiRole.Read, handlers => handlers.Reports.ListAsync(cancellationToken));

    /// <summary>Lists a report's editions.</summary>
    [Function("ListReportEditions")]
    public Task<IResult> EditionsAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/reports/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        api.AnswerAsync(request, ApiRole.Read, handlers => handlers.Reports.EditionsAsync(id, request, cancellationToken));

    /// <summary>Hands out an archived file.</summary>
    [Function("GetReportFile")]
    public Task<IResult> FileAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/reports/{id}/{file}")] HttpRequest request, string id, string file, CancellationToken cancellationToken) =>
        api.AnswerAsync(request, ApiRole.Read, handlers => handlers.Reports.FileAsync(id, file, cancellationToken));

    /// <summary>Lists what was mailed to whom.</summary>
    [Function("ListLedger")]
    public Task<IResult> LedgerAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/ledger")] HttpRequest request, CancellationToken cancellationToken) =>
        api.AnswerAsync(request, ApiRole.Read, handlers => handlers.Ledger.ListAsync(request, api.SeesAddresses(request), cancellationToken));

    /// <summary>Lists schedules with their next times.</summary>
    [Function("ListSchedules")]
    public Task<IResult> SchedulesAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/schedules")] HttpRequest request, CancellationToken cancellationToken) =>
        api.AnswerAsync(request, ApiRole.Read, handlers => handlers.Schedules.ListAsync(cancellationToken));
}
