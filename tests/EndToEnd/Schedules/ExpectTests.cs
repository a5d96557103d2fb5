using EndToEnd.Runs;
using EndToEnd.Samples;

namespace EndToEnd.Schedules;

/// <summary><c>doctor --expect</c>, which monitors go by.</summary>
public sealed class ExpectTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Runs_that_did_not_happen_are_named_and_the_exit_code_is_1()
    {
        var result = await Cli.RunAsync("doctor", "--expect", "--portfolio", Cli.SamplePortfolio, "--out", folder.Under("out"));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(result.Lines, line => line.StartsWith("FAULT", StringComparison.Ordinal) && line.Contains("executive-20", StringComparison.Ordinal) && line.Contains("the run did not happen", StringComparison.Ordinal));
        Assert.Equal("2 faults, 0 warnings, 0 hints", result.Lines[^1]);
    }

    [Fact]
    public async Task Before_anything_could_have_finished_it_is_0()
    {
        var env = folder.Under("repos.env");
        await File.WriteAllTextAsync(env, $"EXECREPORTS_SCHEDULES_AFTER={TimeProvider.System.GetUtcNow():O}\n", TestContext.Current.CancellationToken);

        var result = await Cli.RunAsync("doctor", "--expect", "--portfolio", Cli.SamplePortfolio, "--out", folder.Under("out"), "--env", env);

        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        Assert.Contains(result.Lines, line => line.Contains("no run of this schedule should have finished yet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_moment_that_is_none_is_refused_by_its_name()
    {
        var env = folder.Under("repos.env");
        await File.WriteAllTextAsync(env, "EXECREPORTS_SCHEDULES_AFTER=Monday\n", TestContext.Current.CancellationToken);

        var result = await Cli.RunAsync("doctor", "--expect", "--portfolio", Cli.SamplePortfolio, "--out", folder.Under("out"), "--env", env);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("EXECREPORTS_SCHEDULES_AFTER: a moment expected", result.Errors, StringComparison.Ordinal);
    }
}
