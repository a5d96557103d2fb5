using ExecReports.Orchestration.Schedules;
using ExecReports.Portfolio;
using ExecReports.Schedules;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ExecReports.Functions.Schedules;

/// <summary>Reads the schedules when the app starts: a wrong one refuses the start. A portfolio that cannot be reached just then does not; the next tick asks again.</summary>
internal sealed partial class ScheduleStartCheck(ISchedules schedules, TimeProvider time, ILogger<ScheduleStartCheck> log) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = time.GetUtcNow();
            foreach (var schedule in await schedules.ReadAsync(cancellationToken))
                InForce(log, schedule.Id, schedule.Cron, schedule.Zone, DueOccurrences.Next(schedule, now)?.At);
        }
        catch (Exception unreachable) when (unreachable is TransientException or PortfolioException)
        {
            Unread(log, unreachable);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Schedule {Schedule}: {Cron} in {Zone}, next at {Next:u}")]
    private static partial void InForce(ILogger log, string schedule, string cron, string zone, DateTimeOffset? next);

    [LoggerMessage(Level = LogLevel.Error, Message = "The schedules could not be read at the start; the next tick tries again")]
    private static partial void Unread(ILogger log, Exception reason);
}
