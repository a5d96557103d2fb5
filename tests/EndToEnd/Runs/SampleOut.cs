namespace EndToEnd.Runs;

/// <summary>Output folders for runs of the sample portfolio; its repositories are built once and shared.</summary>
public sealed class SampleOut : IAsyncLifetime
{
    private readonly string top = Directory.CreateTempSubdirectory("execreports-e2e-").FullName;
    private int made;

    /// <summary>The output folder of one whole run.</summary>
    public string First { get; private set; } = "";

    /// <summary>How that run ended.</summary>
    internal CliResult FirstRun { get; private set; } = new(-1, "", "");

    public async ValueTask InitializeAsync()
    {
        First = Path.Combine(top, "first");
        FirstRun = await Cli.RunAsync("run", "--portfolio", Cli.SamplePortfolio, "--out", First);
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
        Directory.Delete(top, recursive: true);
        return ValueTask.CompletedTask;
    }
}
