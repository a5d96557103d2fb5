using ExecReports.Orchestration.History;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace ExecReports.Functions.History;

/// <summary>The timer that forgets runs which ended long ago, so that the task hub does not grow for ever.</summary>
public sealed partial class PurgeHistoryFunction(HistoryPurge purge, ILogger<PurgeHistoryFunction> log)
{
    /// <summary>Forgets them, once a night.</summary>
    [Function("PurgeHistory")]
    public async Task RunAsync([TimerTrigger("0 17 3 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        Purged(log, await purge.RunAsync(client, cancellationToken));

    [LoggerMessage(Level = LogLevel.Information, Message = "Forgot the history of {Runs} runs")]
    private static partial void Purged(ILogger log, int runs);
}
