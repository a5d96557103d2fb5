using EndToEnd.Samples;

namespace EndToEnd.Runs;

/// <summary>A git program on PATH that is older than what the audit asks of it.</summary>
public sealed class OldGitTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_repository_is_read_without_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the old git is a shell script");
        var repository = folder.Under("repository");
        foreach (var arguments in (string[][])
            [["init", "-q", repository], ["-C", repository, "-c", "user.name=Ann Ashe", "-c", "user.email=ann@example.com", "commit", "-q", "--allow-empty", "-m", "Begin"]])
        {
            using var git = Cli.StartProgram("git", arguments);
            var made = await Cli.EndAsync(git);
            Assert.True(made.ExitCode == 0, made.Errors);
        }

        // As git 2.30: it says its version, and knows no --batch-command.
        var programs = folder.Under("programs");
        Directory.CreateDirectory(programs);
        var program = Path.Combine(programs, "git");
        await File.WriteAllTextAsync(
            program, "#!/bin/sh\ncase \" $* \" in\n*' version '*) echo 'git version 2.30.2';;\n*) echo \"error: unknown option\" >&2; exit 129;;\nesac\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        using var collect = Cli.Start(
            ["collect", "git", repository, "--portfolio", OtherPortfolio.Folder],
            new Dictionary<string, string> { ["PATH"] = $"{programs}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}" });
        var facts = await Cli.EndAsync(collect);

        Assert.True(facts.ExitCode == 0, facts.Errors);
        Assert.Contains("\"reader\":\"libgit2\"", facts.Output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
