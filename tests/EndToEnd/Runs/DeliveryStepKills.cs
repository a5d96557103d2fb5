using System.Globalization;
using ExecReports.Delivery;

namespace EndToEnd.Runs;

/// <summary>
/// The process dies before and after every step of one report's delivery, one trial each, and the next process finishes it.
/// The everyday run takes every ninth step, the full one each.
/// </summary>
public class DeliveryStepKills(SampleOut sample, ITestOutputHelper log)
{
    private static readonly string CrashHost = Path.Combine(AppContext.BaseDirectory, "CrashHost.dll");

    private static int Stride => Environment.GetEnvironmentVariable("EXECREPORTS_FULL") == "1" ? 1 : 9;

    [Fact]
    public async Task Whatever_step_of_a_delivery_the_process_dies_at_the_report_is_mailed_once()
    {
        var (step, kills) = (1, 0);
        for (; ; step += Stride, kills++)
        {
            var folder = sample.Fresh();
            using var process = Cli.StartProgram(CrashHost, [Cli.SamplePortfolio, folder, step.ToString(CultureInfo.InvariantCulture), "cfo"]);
            var ended = await Cli.EndAsync(process);
            if (ended.ExitCode == 0)
                break;

            Assert.True(ended.WasKilled, $"step {step} ended with {ended.ExitCode}: {ended.Output}{ended.Errors}");
            var resumed = await Cli.RunAsync("run", "--resume", "--portfolio", Cli.SamplePortfolio, "--out", folder);

            Assert.True(resumed.ExitCode == 0, $"step {step}: {resumed.Errors}{resumed.Output}");
            var deliveries = await RunState.DeliveriesAsync(folder);
            Assert.All(deliveries, delivery => Assert.Equal(SendState.Sent, delivery.State));
            Assert.Equal(deliveries.Count, Directory.GetFiles(Path.Combine(folder, "outbox"), "*.eml").Length);
        }

        // Four archived files, the ledger item, and claim, send and settlement for each recipient: a step before and after each.
        Assert.True(step > 16, $"only {step - 1} steps");
        log.WriteLine($"{kills} kills, one at each {(Stride == 1 ? "" : $"{Stride}th ")}step, and every report mailed once");
    }
}
