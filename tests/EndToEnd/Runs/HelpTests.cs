namespace EndToEnd.Runs;

/// <summary>What somebody sees who asks what a command can do.</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("run")]
    [InlineData("render")]
    [InlineData("preview")]
    [InlineData("reports")]
    [InlineData("reports", "new")]
    [InlineData("explain")]
    [InlineData("history")]
    [InlineData("ledger")]
    [InlineData("resend")]
    [InlineData("serve")]
    [InlineData("doctor")]
    [InlineData("collect", "git")]
    [InlineData("init")]
    public async Task Help_is_given_with_examples_before_anything_else_is_asked_for(params string[] command)
    {
        var help = await Cli.RunAsync([.. command, "--help"]);

        Assert.Equal((0, ""), (help.ExitCode, help.Errors));
        Assert.Contains("Usage:", help.Output, StringComparison.Ordinal);
        Assert.Contains($"  execreports {string.Join(' ', command)}", help.Output[help.Output.IndexOf("Example", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_lacks_something_names_the_help_that_is_its_own()
    {
        var refused = await Cli.RunAsync("collect", "git");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("`execreports collect git --help`", refused.Errors, StringComparison.Ordinal);
    }
}
