[assembly: AssemblyFixture(typeof(EndToEnd.Runs.SampleOut))]

namespace EndToEnd.Runs;

/// <summary>
/// Output folders for runs of the sample portfolio; one run and its repositories are made once and shared by all tests, which leave that run as it is. It is made from a copy that no git repository
/// holds, so that the age of a handoff's lines is that of its file: one of them is old.
/// </summary>
public sealed class SampleOut : IAsyncLifetime
{
    private static readonly DateTime s_recent = new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime s_old = new(2026, 9, 14, 12, 0, 0, DateTimeKind.Utc);
    private readonly Samples.SampleCopy portfolio = new();
    private readonly string top = Directory.CreateTempSubdirectory("execreports-e2e-").FullName;
    private int made;

    /// <summary>The output folder of one whole run.</summary>
    public string First { get; private set; } = "";

    /// <summary>How that run ended.</summary>
    internal CliResult FirstRun { get; private set; } = new(-1, "", "");

    public async ValueTask InitializeAsync()
    {
        First = Path.Combine(top, "first");
        portfolio.DatedAt(s_recent).DatedAt(s_old, "agent_handoffs/projects/eyd.md");
        FirstRun = await Cli.RunAsync("run", "--portfolio", portfolio.Path, "--out", First);
    }

    /// <summary>An empty output folder in which the sample's repositories already are.</summary>
    public string Fresh()
    {
        var folder = Path.Combine(top, $"out-{Interlocked.Increment(ref made)}");
        Directory.CreateDirectory(folder);
        Directory.CreateSymbolicLink(Path.Combine(folder, "repositories"), Path.Combine(First, "repositories"));
        return folder;
    }

    public ValueTask DisposeAsync()
    {
        portfolio.Dispose();
        Directory.Delete(top, recursive: true);
        return ValueTask.CompletedTask;
    }
}
