[assembly: AssemblyFixture(typeof(EndToEnd.Runs.SampleOut))]

namespace EndToEnd.Runs;

/// <summary>Output folders for runs of the sample portfolio; one run and its repositories are made once and shared by all tests, which leave that run as it is.</summary>
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
