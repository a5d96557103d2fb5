using ExecReports.Api.Http;
using ExecReports.Delivery;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace ExecReports.Api.Health;

/// <summary>For monitors. It tells no more than which part fails.</summary>
/// <param name="parts">What it stands on.</param>
/// <param name="logger">Hears why a part fails.</param>
public sealed partial class HealthApi(ApiParts parts, ILogger<HealthApi> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary><c>GET /api/health</c>: the process answers.</summary>
    public static IResult Alive() => new JsonAnswer<HealthView>(new("ok"), ApiJson.Default.HealthView);

    /// <summary><c>GET /api/ready</c>: 200 where portfolio, ledger and task hub answer, else 503.</summary>
    public async Task<IResult> ReadyAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        var checks = new (string Name, Func<CancellationToken, Task> Ask)[]
        {
            ("portfolio", token => parts.Portfolio.OutlineAsync(token)),
            ("ledger", token => parts.Ledger.ListAsync(new LedgerFilter { Most = 1 }, token)),
            ("taskHub", token => client.GetInstanceAsync("readiness", token)),
        };
        var answers = await Task.WhenAll(checks.Select(check => AskAsync(check.Name, check.Ask, cancellationToken)));
        var ready = answers.All(well => well);
        return new JsonAnswer<ReadinessView>(
            new(ready, checks.Zip(answers).ToDictionary(pair => pair.First.Name, pair => pair.Second ? "ok" : "failing")),
            ApiJson.Default.ReadinessView,
            ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private async Task<bool> AskAsync(string name, Func<CancellationToken, Task> ask, CancellationToken cancellationToken)
    {
        try
        {
            await ask(cancellationToken).WaitAsync(Patience, parts.Time, cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            NotReady(logger, name, failure);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Not ready: {Part}.")]
    private static partial void NotReady(ILogger logger, string part, Exception failure);
}
