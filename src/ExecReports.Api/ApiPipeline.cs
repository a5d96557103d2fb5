using System.Threading.RateLimiting;
using ExecReports.Api.Access;
using ExecReports.Api.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ExecReports.Api;

/// <summary>What stands before the API on a server of its own: faults become problems, strangers are refused, and no more is worked on at once than the machine bears.</summary>
public static partial class ApiPipeline
{
    private const int AtOnce = 16;
    private const int Waiting = 500;

    /// <summary>Sets it up; the API's routes are mapped afterwards.</summary>
    public static void UseExecReportsApi(this IApplicationBuilder app, Func<AccessRules> rules, ILogger logger)
    {
        // Lives as long as the server.
        var calls = new ConcurrencyLimiter(new() { PermitLimit = AtOnce, QueueLimit = Waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
        app.Use((context, next) => AnswerFaultsAsync(context, next, logger));
        app.UseRouting();
        app.Use((context, next) => GuardAsync(context, next, rules(), calls));
    }

    private static async Task AnswerFaultsAsync(HttpContext context, RequestDelegate next, ILogger logger)
    {
        try
        {
            await next(context);
            if (!context.Response.HasStarted && context.Response.ContentType is null && Missing(context) is { } problem)
                await problem.ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller went away.
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await (bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? Problem.BodyTooLarge(new ApiLimits().BodyBytes) : Problem.Invalid("$", "The request cannot be read.")).ExecuteAsync(context);
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            Failed(logger, context.Request.Method, context.GetEndpoint()?.DisplayName ?? "?", fault);
            context.Response.Clear();
            await Problem.Internal().ExecuteAsync(context);
        }
    }

    private static Problem? Missing(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Problem.NotFound("There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => Problem.MethodNotAllowed("This address is there, for another method; the Allow header names it."),
        _ => null,
    };

    private static async Task GuardAsync(HttpContext context, RequestDelegate next, AccessRules rules, ConcurrencyLimiter calls)
    {
        // An address that is not there needs a token too: who has none learns nothing of what there is.
        var needed = context.GetEndpoint() is { } endpoint ? endpoint.Metadata.GetMetadata<ApiRoute>()?.Role ?? ApiRole.Anyone : ApiRole.Read;
        if (AccessGuard.Refuse(context.Request, rules, needed) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        using var lease = await calls.AcquireAsync(1, context.RequestAborted);
        if (lease.IsAcquired)
            await next(context);
        else
            await Problem.Busy(TimeSpan.FromSeconds(1)).ExecuteAsync(context);
    }

    [LoggerMessage(1, LogLevel.Error, "{Method} {Operation} failed.")]
    private static partial void Failed(ILogger logger, string method, string operation, Exception fault);
}
