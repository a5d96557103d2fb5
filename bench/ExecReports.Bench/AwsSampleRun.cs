using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ExecReports.Aws;
using ExecReports.Aws.Ledger;
using ExecReports.Aws.Settings;
using ExecReports.Aws.Sources;
using ExecReports.Embedded;
using ExecReports.Orchestration;
using ExecReports.Orchestration.Activities;
using ExecReports.Orchestration.Telemetry;
using ExecReports.Testing.Aws;
using ExecReports.Testing.Aws.Account;
using ExecReports.Testing.Aws.Wire;

namespace ExecReports.Bench;

/// <summary>
/// Runs a portfolio as the program does, with live inventory and delivery through AWS's stand-ins that are some way off: how long do its delivery and its inventory take as they are, and how long where
/// only one call is under way at a time? Both are taken from the spans of the run's own activities.
/// </summary>
internal static class AwsSampleRun
{
    private sealed record Measured(int Reports, int Mails, int InventoryCalls, TimeSpan Inventory, int DeliveryCalls, TimeSpan Delivery);

    public static async Task MeasureAsync(string portfolio, string repositories, TimeSpan delay, int times)
    {
        // What a process compiles with its first run is no call's time.
        await RunAsync(portfolio, repositories, TimeSpan.Zero, oneByOne: false);
        var (sideBySide, oneByOne) = (new List<Measured>(), new List<Measured>());
        for (var time = 0; time < times; time++)
        {
            sideBySide.Add(await RunAsync(portfolio, repositories, delay, oneByOne: false));
            oneByOne.Add(await RunAsync(portfolio, repositories, delay, oneByOne: true));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sideBySide[0].Reports} reports, {sideBySide[0].Mails} mails, {delay.TotalMilliseconds} ms before each AWS call; {times} runs each, seconds: median (least to most)"));
        Print("live inventory", run => run.Inventory, run => run.InventoryCalls);
        Print("delivery", run => run.Delivery, run => run.DeliveryCalls);

        void Print(string what, Func<Measured, TimeSpan> took, Func<Measured, int> calls)
        {
            var (beside, after) = (sideBySide.Select(run => took(run).TotalSeconds).Order().ToList(), oneByOne.Select(run => took(run).TotalSeconds).Order().ToList());
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {calls(sideBySide[0])} calls as it is, {calls(oneByOne[0])} one after the other; as it is {Spread(beside)}, one call after the other {Spread(after)}: {beside[times / 2] / after[times / 2]:P0}"));
        }
    }

    private static string Spread(List<double> seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds[seconds.Count / 2]:0.00} ({seconds[0]:0.00} to {seconds[^1]:0.00})");

    private static async Task<Measured> RunAsync(string portfolio, string repositories, TimeSpan delay, bool oneByOne)
    {
        var folder = Directory.CreateTempSubdirectory("execreports-aws-").FullName;
        await using var servers = await AwsStandIns.StartAsync();
        // A quota that does not pace: SES's own pace is another measurement's (PacedSending).
        servers.Ses.Account = servers.Ses.Account with { MaxSendRate = 10_000, Identities = new HashSet<string> { "queenofsandiego.example.com" } };
        await using var account = await AccountServer.StartAsync(await File.ReadAllTextAsync(Path.Combine(portfolio, "inventory", "aws.json")));
        account.PageSize = 50;

        var mailed = Pairs(servers.Settings());
        var delivery = AwsDelivery.Make(AwsSettingsReader.Read(mailed.GetValueOrDefault), TimeProvider.System, Path.GetFileName(folder));
        await LedgerTable.CreateAsync(delivery.Clients.DynamoDb, LedgerTable.DefaultName, TimeProvider.System, CancellationToken.None);
        var looked = Pairs(Sources(account.Url));
        using var sources = new AwsSources(AwsSourceSettingsReader.Read(looked.GetValueOrDefault, portfolio)!, TimeProvider.System);
        var options = new LocalOptions(portfolio, folder)
        {
            Repositories = repositories,
            Other = new OtherSources { Portfolio = sources.Portfolio, Facts = sources.Facts, Collected = (place, files) => new(sources.Inventory(place)!, files.Operations) },
        };
        var spans = new ConcurrentQueue<Activity>();
        using var listener = Listen(spans);
        await using var reports = LocalReports.Open(options, parts => parts.DeliveringBy(delivery.Parts) with { Owned = delivery });
        await reports.StartAsync();
        using var turn = new SemaphoreSlim(1);
        foreach (var wire in (FaultyServer[])[.. servers.Wires, account.Wire])
        {
            wire.Forget();
            (wire.Delay, wire.Turn) = (delay, oneByOne ? turn : null);
        }

        var ended = await reports.WaitAsync(await reports.ScheduleAsync(new RunRequest(), null, CancellationToken.None), _ => { }, CancellationToken.None);
        if (ended.Summary is not { Succeeded: true, FailedSources.Count: 0 } summary)
            throw new InvalidOperationException($"The run did not succeed, so its times say nothing: {ended.Failure ?? string.Join("; ", ended.Summary!.FailedSources.Select(source => $"{source.Name}: {source.Reason}"))}");

        var inventory = spans.Where(span => span.OperationName == nameof(CollectInventory)).ToList();
        return new Measured(
            summary.Reports.Count,
            servers.Ses.Mails.Count,
            account.Wire.Requests.Count,
            inventory.Max(span => span.StartTimeUtc + span.Duration) - inventory.Min(span => span.StartTimeUtc),
            servers.Wires.Sum(wire => wire.Requests.Count),
            spans.Single(span => span.OperationName == nameof(DeliverReports)).Duration);
    }

    private static ActivityListener Listen(ConcurrentQueue<Activity> spans)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == RunTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static string Sources(Uri account) => $"""
        EXECREPORTS_INVENTORY=live
        AWS_REGION=us-west-2
        AWS_INVENTORY_REGIONS=us-west-2
        AWS_ACCESS_KEY_ID=test
        AWS_SECRET_ACCESS_KEY=test
        {string.Join('\n', new[] { "LAMBDA", "S3", "CLOUDFRONT", "DYNAMODB", "CLOUDWATCH" }.Select(service => $"AWS_ENDPOINT_URL_{service}={account}"))}
        """;

    private static Dictionary<string, string> Pairs(string settings) =>
        settings.Split('\n').Select(line => line.Trim().Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
}
