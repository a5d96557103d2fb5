using ExecReports.Delivery;
using Xunit.Sdk;

namespace EndToEnd.Runs;

/// <summary>
/// kill -9 in the middle of a run, then <c>run --resume</c>: eight reports delivered, none twice. The moment is chosen by what the journal and the
/// ledger show. The everyday run makes one trial of each kind, the full one a hundred together.
/// </summary>
public class KillTrials(SampleOut sample, ITestOutputHelper log)
{
    private const int MostTries = 400;

    private static int TrialsPerPhase => Environment.GetEnvironmentVariable("EXECREPORTS_FULL") == "1" ? 25 : 1;

    [Theory]
    [InlineData("collect")]
    [InlineData("render")]
    [InlineData("before the first mail")]
    [InlineData("between two mails")]
    public async Task A_killed_run_is_finished_by_resume_and_nothing_is_mailed_twice(string moment)
    {
        var expected = (await RunState.DeliveriesAsync(sample.First)).Count;
        Assert.True(expected >= 8);

        var met = 0;
        for (var attempt = 0; met < TrialsPerPhase; attempt++)
        {
            if (attempt == MostTries)
                throw new XunitException($"Only {met} of {TrialsPerPhase} kills met the moment '{moment}' in {MostTries} attempts.");

            var folder = sample.Fresh();
            await KillAsync(folder, moment, attempt);
            var killed = await RunState.ReadAsync(folder);
            if (MomentOf(killed) == moment)
                met++;

            var resumed = await Cli.RunAsync("run", "--resume", "--portfolio", Cli.SamplePortfolio, "--out", folder);

            Assert.True(resumed.ExitCode == 0, $"killed at {killed}: {resumed.Errors}{resumed.Output}");
            var deliveries = await RunState.DeliveriesAsync(folder);
            Assert.All(deliveries, delivery => Assert.Equal(SendState.Sent, delivery.State));
            Assert.Equal(expected, deliveries.Count);
            Assert.Equal(expected, Directory.GetFiles(Path.Combine(folder, "outbox"), "*.eml").Length);
            Directory.Delete(folder, recursive: true);
        }

        log.WriteLine($"{met} kills {moment}: every run finished, {expected} mails each, none twice");
    }

    // The attempt's number spreads the kills over the moment: it waits for so many things to be done in the phase.
    private static async Task KillAsync(string folder, string moment, int attempt)
    {
        using var process = Cli.Start(["run", "--portfolio", Cli.SamplePortfolio, "--out", folder]);
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (!process.HasExited)
        {
            var state = await RunState.ReadAsync(folder);
            if (MomentOf(state) == moment && state.Done + state.Sent >= attempt % 6 || state.Phase == "done")
            {
                process.Kill();
                break;
            }
        }

        await process.WaitForExitAsync();
    }

    private static string MomentOf(RunState state) => state switch
    {
        { Phase: "deliver", Sent: 0 } => "before the first mail",
        { Phase: "deliver" } when state.Sent < state.Deliveries || state.Deliveries < 8 => "between two mails",
        _ => state.Phase,
    };
}
