using ExecReports.Api;
using ExecReports.Api.Access;
using ExecReports.Api.Archive;
using ExecReports.Api.Deliveries;
using ExecReports.Api.Health;
using ExecReports.Api.Http;
using ExecReports.Api.Runs;
using ExecReports.Api.Timetable;
using ExecReports.Delivery;
using ExecReports.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ExecReports.Functions.Http;

/// <summary>The API's handlers in the Functions host, put together at their first use, and what each call goes through.</summary>
internal sealed partial class HostedApi(HostedReports reports, HttpAccess access, TimeProvider time, ILoggerFactory loggers) : IHostedApi
{
    private readonly SemaphoreSlim gate = new(1);
    private readonly ILogger logger = loggers.CreateLogger<HostedApi>();
    private ApiHandlers? made;

    public async Task<IResult> AnswerAsync(HttpRequest request, ApiRole needed, Func<ApiHandlers, Task<IResult>> handle)
    {
        if (access.Refuse(request, needed) is { } refusal)
            return refusal;
        try
        {
            return await handle(await HandlersAsync(request.HttpContext.RequestAborted));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Failed(logger, request.Method, fault);
            return Problem.Internal();
        }
    }

    public bool SeesAddresses(HttpRequest request) => access.SeesAddresses(request);

    public string NameOf(HttpRequest request) => access.NameOf(request);

    private async Task<ApiHandlers> HandlersAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            return made ??= await MakeAsync(cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<ApiHandlers> MakeAsync(CancellationToken cancellationToken)
    {
        var local = await reports.PartsAsync(cancellationToken);
        var parts = new ApiParts
        {
            Portfolio = local.Portfolio.Portfolio,
            Catalog = local.Portfolio.Catalog,
            Workspace = local.Workspace,
            Archive = local.Archive,
            Ledger = local.Ledger,
            Operators = new OperatorActions(local.Archive, local.Ledger, local.Mailer, MimeComposer.Address, time, local.Delivery, local.Sender, local.Process.Value),
            Schedules = reports,
            Sender = local.Sender,
            Time = time,
        };
        return new ApiHandlers(new RunsApi(parts), new ReportsApi(parts), new LedgerApi(parts), new ResendApi(parts), new SchedulesApi(parts), new HealthApi(parts, loggers.CreateLogger<HealthApi>()));
    }

    [LoggerMessage(1, LogLevel.Error, "{Method} failed.")]
    private static partial void Failed(ILogger logger, string method, Exception fault);
}

/// <summary>What the HTTP functions hand their calls to.</summary>
public interface IHostedApi
{
    /// <summary>Checks the caller's role, calls a handler, and turns a fault into a problem that tells nothing of the inside.</summary>
    /// <param name="request">The request.</param>
    /// <param name="needed">The role that it needs.</param>
    /// <param name="handle">The handler.</param>
    Task<IResult> AnswerAsync(HttpRequest request, ApiRole needed, Func<ApiHandlers, Task<IResult>> handle);

    /// <summary>Who calls, to be recorded with what an operator does.</summary>
    string NameOf(HttpRequest request);

    /// <summary>Whether the caller may see recipients' addresses.</summary>
    bool SeesAddresses(HttpRequest request);
}
