using ExecReports.Embedded;
using ExecReports.Orchestration.Schedules;
using ExecReports.Schedules;

namespace ExecReports.Cli.Serve;

/// <summary>Starts the runs that are due, in this process: the same code as the timer of the Functions app calls.</summary>
internal static class ScheduleTicker
{
    /// <summary>The tick of an output folder.</summary>
    public static ScheduleTick Of(LocalReports local) =>
        new(local.Schedules, local.Options.Time, new ScheduleTickOptions { After = SchedulesSince.Read(local.Options.Out, local.Options.Time) }, local.Parts.SenderFaultAsync);

    /// <summary>Ticks until it is canceled. A tick that fails is told and tried again with the next.</summary>
    public static async Task RunAsync(LocalReports local, Action<string> say, CancellationToken cancellationToken)
    {
        var tick = Of(local);
        using var timer = new PeriodicTimer(ScheduleRules.Tick, local.Options.Time);
        try
        {
            do
            {
                try
                {
                    foreach (var run in (await tick.RunAsync(local.Client, cancellationToken)).Started)
                        say($"Run {run} was due and has started.");
                }
                catch (Exception fault) when (fault is ScheduleException or AggregateException or Portfolio.PortfolioException)
                {
                    say($"Schedules: {fault.Message}");
                }
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }
}
