using EndToEnd.Numbers;

namespace EndToEnd.Runs;

/// <summary>Nothing that somebody wrote is lost: every number of the input files stands in a report, with what it is of, or in its "Data gaps".</summary>
public sealed class NoneLostTests(SampleOut sample)
{
    [Fact]
    public async Task Every_number_of_a_school_and_a_shop_stands_in_a_report() => NoneLost(await LostAsync(OtherPortfolio.Folder));

    [Fact]
    public async Task Every_number_of_the_sample_stands_in_a_report() => NoneLost(await LostAsync(Cli.SamplePortfolio));

    private static void NoneLost(IReadOnlyList<string> lost) => Assert.True(lost.Count == 0, $"{lost.Count} numbers are in no report:\n{string.Join('\n', lost)}");

    private async Task<IReadOnlyList<string>> LostAsync(string portfolio)
    {
        var folder = sample.Fresh();
        var run = await Cli.RunAsync("run", "--portfolio", portfolio, "--out", folder);
        Assert.True(run.ExitCode == 0, run.Errors + run.Output);
        return new ReportText(OtherPortfolio.Reports(folder)).Lost(InputFiles.Read(portfolio));
    }
}
