using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DurableFunctionsMonitor.DotNetIsolated;

/// <summary>Says at the start that nothing is behind the monitor's address in this build.</summary>
internal sealed partial class AbsenceNotice(ILogger<AbsenceNotice> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        NotInThisBuild(log);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Durable Functions Monitor is not in this build: the package feed that it was built from lacks DurableFunctionsMonitor.DotNetIsolated. Its address answers 404; build from a feed that has the package.")]
    private static partial void NotInThisBuild(ILogger log);
}
