using System.Diagnostics;
using System.Globalization;
using EndToEnd.Runs;
using EndToEnd.Samples;
using ExecReports.Cli;

namespace EndToEnd.Aws;

/// <summary>A run of two reports, one of them for two recipients, that was killed as its delivery through AWS began; copies of its output folder are the same run, for other processes to go on with.</summary>
public sealed class PreparedRun : IAsyncLifetime
{
    /// <summary>A session token like those that AWS gives out with a role's keys; it must be seen nowhere.</summary>
    public const string Token = "session-token-that-must-never-be-seen";

    /// <summary>The run's reports, delivered side by side.</summary>
    internal static readonly string[] Reports = ["cfo", "cto"];

    /// <summary>Who gets the report for two, in the order in which it is mailed.</summary>
    internal static readonly string[] Two = ["cfo@queenofsandiego.example.com", "treasurer@queenofsandiego.example.com"];

    /// <summary>The blind copy of each mail.</summary>
    internal const string Audit = "audit@queenofsandiego.example.com";

    private static readonly string Host = Path.Combine(AppContext.BaseDirectory, "CrashHost.dll");
    private readonly SampleCopy portfolio = new();
    private readonly string top = Directory.CreateTempSubdirectory("execreports-prepared-").FullName;
    private readonly SampleOut sample;
    private readonly Lazy<Task> prepared;
    private int made;

    public PreparedRun(SampleOut sample) => (this.sample, prepared) = (sample, new(PrepareAsync));

    private string Prepared => Path.Combine(top, "prepared");

    public async ValueTask InitializeAsync()
    {
        var settings = Path.Combine(portfolio.Path, "portfolio.yaml");
        var text = await File.ReadAllTextAsync(settings, TestContext.Current.CancellationToken);
        Assert.Contains($"cfo: [{Two[0]}]", text);
        await File.WriteAllTextAsync(settings, text.Replace($"cfo: [{Two[0]}]", $"cfo: [{string.Join(", ", Two)}]", StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }

    private async Task PrepareAsync()
    {
        Directory.CreateDirectory(Prepared);
        Directory.CreateSymbolicLink(Path.Combine(Prepared, "repositories"), Path.Combine(sample.First, "repositories"));

        await using var aws = await AwsSample.StartAsync();
        using var first = Start(aws, Prepared, step: 1, TimeSpan.FromSeconds(1));
        var ended = await Cli.EndAsync(first);
        Assert.True(ended.WasKilled, ended.Errors + ended.Output);
        Assert.Empty(aws.StandIns.S3.Objects());
    }

    /// <summary>An output folder without any run, in which the sample's repositories already are.</summary>
    public string Empty()
    {
        var folder = Path.Combine(top, $"empty-{Interlocked.Increment(ref made)}");
        Directory.CreateDirectory(folder);
        Directory.CreateSymbolicLink(Path.Combine(folder, "repositories"), Path.Combine(sample.First, "repositories"));
        return folder;
    }

    /// <summary>Another output folder with the same run.</summary>
    public async Task<string> CopyAsync()
    {
        await prepared.Value;
        var folder = Path.Combine(top, $"copy-{Interlocked.Increment(ref made)}");
        Copy(new DirectoryInfo(Prepared), folder);
        return folder;
    }

    /// <summary>Starts a process that goes on with the run and kills itself at a step of the ports; 0: it does not.</summary>
    internal Process Start(AwsSample aws, string folder, int step, TimeSpan lease, bool workspaceOnS3 = false)
    {
        var file = EnvFile.Read(aws.Env);
        var environment = File.ReadLines(aws.Env).Where(line => line.Contains('=', StringComparison.Ordinal)).Select(line => line.Split('=')[0]).ToDictionary(name => name, name => file.Get(name)!);
        environment["AWS_SESSION_TOKEN"] = Token;
        environment["EXECREPORTS_WORKSPACE"] = workspaceOnS3 ? "s3" : "folder";
        environment["EXECREPORTS_LEASE_SECONDS"] = lease.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return Cli.StartProgram(Host, [portfolio.Path, folder, step.ToString(CultureInfo.InvariantCulture), .. Reports], environment);
    }

    public ValueTask DisposeAsync()
    {
        portfolio.Dispose();
        Directory.Delete(top, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.GetFiles())
            file.CopyTo(Path.Combine(to, file.Name));

        foreach (var folder in from.GetDirectories())
        {
            if (folder.LinkTarget is { } target)
                Directory.CreateSymbolicLink(Path.Combine(to, folder.Name), target);
            else
                Copy(folder, Path.Combine(to, folder.Name));
        }
    }
}
