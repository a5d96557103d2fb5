using EndToEnd.Runs;
using ExecReports.Aws;
using ExecReports.Aws.Clients;
using ExecReports.Aws.Ledger;
using ExecReports.Aws.Settings;
using ExecReports.Cli;
using ExecReports.Delivery;
using ExecReports.Testing.Aws;

namespace EndToEnd.Aws;

/// <summary>Stand-ins for AWS, a ledger table on them, and a settings file that leads there; for runs of the sample.</summary>
public sealed class AwsSample : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("execreports-aws-");
    private int made;

    private AwsSample(AwsStandIns standIns, string settings)
    {
        StandIns = standIns;
        Env = Path.Combine(folder.FullName, "repos.env");
        File.WriteAllText(Env, settings);
        Clients = new AwsClients(AwsSettingsReader.Read(EnvFile.Read(Env).Get));
        Ledger = new DynamoLedger(Clients.DynamoDb, LedgerTable.DefaultName);
    }

    /// <summary>The servers.</summary>
    public AwsStandIns StandIns { get; }

    /// <summary>The settings file.</summary>
    public string Env { get; }

    /// <summary>Clients to look into the servers with.</summary>
    public AwsClients Clients { get; }

    /// <summary>The ledger.</summary>
    public IReportLedger Ledger { get; }

    /// <summary>Starts the servers and makes the table; other servers may stand in for DynamoDB, S3 and SES.</summary>
    public static async Task<AwsSample> StartAsync(Uri? dynamo = null, Uri? s3 = null, bool table = true, Uri? ses = null)
    {
        var standIns = await AwsStandIns.StartAsync();
        standIns.Ses.Account = standIns.Ses.Account with { Identities = new HashSet<string> { "queenofsandiego.example.com" } };
        var sample = new AwsSample(standIns, standIns.Settings(dynamo, s3, ses));
        if (table)
            await LedgerTable.CreateAsync(sample.Clients.DynamoDb, LedgerTable.DefaultName, TimeProvider.System, CancellationToken.None);
        return sample;
    }

    /// <summary>An empty output folder.</summary>
    public string Fresh()
    {
        var fresh = Path.Combine(folder.FullName, $"out-{Interlocked.Increment(ref made)}");
        Directory.CreateDirectory(fresh);
        return fresh;
    }

    /// <summary>An empty output folder in which the sample's repositories already are.</summary>
    public string Fresh(SampleOut sample)
    {
        var fresh = Fresh();
        Directory.CreateSymbolicLink(Path.Combine(fresh, "repositories"), Path.Combine(sample.First, "repositories"));
        return fresh;
    }

    /// <summary>A command line with the settings, the sample portfolio and an output folder.</summary>
    public string[] Line(string @out, params string[] words) => [.. words, "--env", Env, "--portfolio", Cli.SamplePortfolio, "--out", @out];

    /// <summary>Runs a command line.</summary>
    internal Task<CliResult> RunAsync(string @out, params string[] words) => Cli.RunAsync(Line(@out, words));

    /// <summary>All deliveries of the ledger.</summary>
    public async Task<IReadOnlyList<LedgerDelivery>> DeliveriesAsync() => [.. (await Ledger.ListAsync(new LedgerFilter(), CancellationToken.None)).SelectMany(item => item.Deliveries)];

    public async ValueTask DisposeAsync()
    {
        Clients.Dispose();
        await StandIns.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
