using System.Text.RegularExpressions;
using EndToEnd.Runs;

namespace EndToEnd.Infrastructure;

/// <summary>What runs on a build server may do no more than it needs, and runs no action that can change under it.</summary>
public partial class WorkflowTests
{
    private static readonly string Folder = Path.Combine(Cli.Root, ".github", "workflows");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.yml").Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_action_is_pinned_to_a_commit_and_says_its_version(string file)
    {
        var uses = File.ReadLines(Path.Combine(Folder, file)).Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches(Pinned(), line));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_may_read_the_repository_and_only_a_job_that_checks_nothing_out_may_write(string file)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file)).ReplaceLineEndings("\n");
        var jobs = text[text.IndexOf("\njobs:\n", StringComparison.Ordinal)..];

        Assert.Contains("\npermissions:\n  contents: read\n", text);
        Assert.All(JobStart().Split(jobs).Where(job => job.Contains(": write", StringComparison.Ordinal)), job => Assert.DoesNotContain("uses:", job));
    }

    [GeneratedRegex(@"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"\n  (?=[\w-]+:\n)")]
    private static partial Regex JobStart();
}
