using System.Text.RegularExpressions;
using EndToEnd.Samples;

namespace EndToEnd.Runs;

/// <summary>What a command line asks for by a slip is refused, before anything is made or mailed.</summary>
public sealed partial class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("--to", "--to me@example.com")]
    [InlineData("--reports", "--reports ceo,cfo")]
    [InlineData("--entities", "--entities bay")]
    public async Task An_empty_choice_is_not_everything(string option, string expected)
    {
        var run = await Cli.RunAsync("run", option, "", "--portfolio", OtherPortfolio.Folder, "--out", folder.Under("out"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{option} is empty; write it as {expected}", run.Errors);
        Assert.False(Directory.Exists(folder.Under("out")));
    }

    [Fact]
    public async Task A_setting_that_is_none_is_refused()
    {
        var run = await Cli.RunAsync("run", "--set", "REPORT_BUKET=reports", "--portfolio", OtherPortfolio.Folder, "--out", folder.Under("out"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("there is no setting REPORT_BUKET", run.Errors);
        Assert.False(Directory.Exists(folder.Under("out")));
    }

    [Fact]
    public async Task Every_setting_of_the_docs_is_one()
    {
        var rows = await File.ReadAllLinesAsync(Path.Combine(Cli.Root, "docs", "settings.md"), TestContext.Current.CancellationToken);
        var names = rows.Where(row => row.StartsWith('|')).SelectMany(row => SettingName().Matches(row.Split('|')[1])).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(names.Count > 30);

        // Empty values set nothing, so that the command does what it does without them.
        var runs = await Cli.RunAsync(["runs", "--out", folder.Path, .. names.SelectMany(name => new[] { "--set", name + "=" })]);

        Assert.True(runs.ExitCode == 0, runs.Errors);
    }

    [Theory]
    [InlineData("collect", "git", "REPOSITORY", "--facts", "BLOCKED/facts.json")]
    [InlineData("init", "BLOCKED")]
    [InlineData("reports", "new", "weekly", "--portfolio", "PORTFOLIO")]
    public async Task A_file_that_cannot_be_written_is_named(params string[] command)
    {
        // A file where a folder is needed stops root too.
        await File.WriteAllTextAsync(folder.Under("blocked"), "", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(folder.Under("portfolio", "agent_handoffs", "projects"));
        await File.WriteAllTextAsync(folder.Under("portfolio", "agent_handoffs", "projects", "bakery.md"), "## Costs\n- Rent: $900\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.Under("portfolio", "reports"), "", TestContext.Current.CancellationToken);

        var refused = await Cli.RunAsync([.. command.Select(word => word
            .Replace("REPOSITORY", Cli.Root, StringComparison.Ordinal).Replace("BLOCKED", folder.Under("blocked"), StringComparison.Ordinal).Replace("PORTFOLIO", folder.Under("portfolio"), StringComparison.Ordinal))]);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(" cannot be written (", refused.Errors);
        Assert.Contains(folder.Path, refused.Errors);
    }

    public void Dispose() => folder.Dispose();

    [GeneratedRegex("`([A-Z]+(?:_[A-Z]+)+)`")]
    private static partial Regex SettingName();
}
