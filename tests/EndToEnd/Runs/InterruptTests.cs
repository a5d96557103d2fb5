using System.Diagnostics;
using ExecReports.Delivery;

namespace EndToEnd.Runs;

/// <summary>Somebody stops a run with Ctrl-C, or starts the next one while an older one is unfinished.</summary>
public class InterruptTests(SampleOut sample)
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_a_run_with_a_word_on_how_to_go_on(string signal)
    {
        Assert.SkipWhen(signal == "INT" && InterruptsAreIgnored(), "this session ignores interrupts, and so do its children");
        var (folder, stopped) = await StopInMidRunAsync(signal);

        Assert.Equal(1, stopped.ExitCode);
        Assert.Contains("run --resume", stopped.Errors);
        Assert.DoesNotContain("   at ", stopped.Errors);

        var resumed = await Cli.RunAsync("run", "--resume", "--portfolio", Cli.SamplePortfolio, "--out", folder);
        Assert.True(resumed.ExitCode == 0, resumed.Errors + resumed.Output);
        Assert.All(await RunState.DeliveriesAsync(folder), delivery => Assert.Equal(SendState.Sent, delivery.State));
    }

    [Fact]
    public async Task The_next_run_says_that_an_unfinished_one_goes_on_and_finishes_both()
    {
        var (folder, _) = await StopInMidRunAsync("TERM");

        var next = await Cli.RunAsync("run", "--reports", "cfo", "--portfolio", Cli.SamplePortfolio, "--out", folder);

        Assert.True(next.ExitCode == 0, next.Errors + next.Output);
        Assert.Contains("was interrupted and goes on beside this one", next.Errors);
        Assert.Contains("is finished too", next.Errors);
        Assert.EndsWith("index.html", next.Lines[^1]);
        var deliveries = await RunState.DeliveriesAsync(folder);
        Assert.Equal((await RunState.DeliveriesAsync(sample.First)).Count + 1, deliveries.Count);
        Assert.All(deliveries, delivery => Assert.Equal(SendState.Sent, delivery.State));
    }

    private async Task<(string Folder, CliResult Result)> StopInMidRunAsync(string signal)
    {
        var folder = sample.Fresh();
        using var process = Cli.Start(["run", "--portfolio", Cli.SamplePortfolio, "--out", folder]);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var first = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        using (var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (folder, new CliResult(process.ExitCode, await output, first + "\n" + errors));
    }

    // What runs in the background of a shell script has them ignored. Bit 1 of the mask is signal 2.
    private static bool InterruptsAreIgnored() =>
        File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } mask
        && (Convert.ToUInt64(mask["SigIgn:".Length..].Trim(), 16) & 2) != 0;
}
