using System.Globalization;
using ExecReports.Aws.Ledger;
using ExecReports.Aws.Settings;
using ExecReports.Contracts;
using ExecReports.Delivery;
using ExecReports.Rendering;
using ExecReports.Testing.Aws;
using ExecReports.Testing.Aws.Ses;
using ExecReports.Testing.Aws.Wire;

namespace ExecReports.Aws.Tests.Trials;

/// <summary>Delivery of reports through the real archive, ledger, mailer and send log, over connections to our own servers. Several trials can use one, each with reports of its own moment.</summary>
sealed class DeliveryWorld : IAsyncDisposable
{
    static readonly DeliveryOptions Options = new()
    {
        SendTimeout = TimeSpan.FromMilliseconds(700),
        SettleTimeout = TimeSpan.FromSeconds(2),
        RefusalWaits = [TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(50)],
        SettleWaits = [TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100)],
    };

    readonly LaterClock _clock = new();
    int _attempts;

    DeliveryWorld(AwsStandIns servers) => Servers = servers;

    public AwsStandIns Servers { get; }

    public static async Task<DeliveryWorld> StartAsync()
    {
        var world = new DeliveryWorld(await AwsStandIns.StartAsync());
        world.Servers.Ses.Account = world.Servers.Ses.Account with { MaxSendRate = 1_000, Identities = new HashSet<string> { "example.com" } };
        world.Servers.Ses.Wire.SlowBy = TimeSpan.FromSeconds(1);
        await using var aws = world.Connect();
        await LedgerTable.CreateAsync(aws.Clients.DynamoDb, LedgerTable.DefaultName, TimeProvider.System, TestContext.Current.CancellationToken);
        return world;
    }

    public ValueTask DisposeAsync() => Servers.DisposeAsync();

    /// <summary>One process's way to the servers.</summary>
    public AwsDelivery Connect()
    {
        var settings = Servers.Settings().Split('\n').Select(line => line.Trim().Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        return AwsDelivery.Make(AwsSettingsReader.Read(name => settings.GetValueOrDefault(name)), _clock, string.Create(CultureInfo.InvariantCulture, $"process-{Interlocked.Increment(ref _attempts)}"));
    }

    /// <summary>One attempt of one process.</summary>
    public async Task<IReadOnlyList<DeliveryReceipt>> AttemptAsync(IReadOnlyList<ReportPackage> reports)
    {
        await using var aws = Connect();
        return await new ReportDelivery(aws.Archive, aws.Ledger, aws.Mailer, MimeComposer.Address, _clock, Options).DeliverAsync(
            [.. reports.Select(report => new ReportToDeliver(report.ReportType, _ => Task.FromResult(report)))],
            new(string.Create(CultureInfo.InvariantCulture, $"attempt-{Interlocked.Increment(ref _attempts)}"), "1"), TestContext.Current.CancellationToken);
    }

    /// <summary>Attempts, with time enough for a lease between them, until nothing remains; the faults end with the fifth.</summary>
    public async Task ToTheEndAsync(IReadOnlyList<ReportPackage> reports)
    {
        for (var attempt = 1; ; attempt++)
        {
            Assert.True(attempt < 12, "Something remains for ever.");
            if (attempt > 5)
                Plan(_ => Fault.None, Servers.Wires);
            var receipts = await AttemptAsync(reports);
            if (receipts.All(receipt => receipt.Remaining == 0))
            {
                // A report that nothing was archived or recorded of would be at its end too.
                Assert.All(receipts, receipt => Assert.Null(receipt.Error));
                break;
            }

            _clock.Later(Options.Lease + TimeSpan.FromSeconds(1));
        }

        Plan(_ => Fault.None, Servers.Wires);
    }

    /// <summary>What goes wrong from now on.</summary>
    public static void Plan(Func<ReceivedRequest, Fault> plan, params IEnumerable<FaultyServer> wires)
    {
        foreach (var wire in wires)
            wire.Plan = plan;
    }

    /// <summary>Each report archived whole and recorded; no mail twice; sent means mailed, failed means not mailed; what is neither is unknown, with its reason. How many are unknown.</summary>
    public async Task<int> NothingTwiceAndNothingLostAsync(IReadOnlyList<ReportPackage> reports)
    {
        await using var aws = Connect();
        var stored = Servers.S3.Objects().Select(pair => pair.Key).ToHashSet();
        var deliveries = new List<LedgerDelivery>();
        foreach (var report in reports)
        {
            var item = await aws.Ledger.GetAsync(new(report.ReportType, report.GeneratedTimestamp), TestContext.Current.CancellationToken);
            Assert.NotNull(item);
            Assert.Equal(report.Recipients.Count, item.Deliveries.Count);
            var keys = ArchiveKeys.Of(report.ReportType, report.GeneratedTimestamp);
            Assert.Superset(new HashSet<string> { keys.Html, keys.Markdown, keys.Json, keys.Eml }, stored);
            deliveries.AddRange(item.Deliveries);
        }

        // The world's mailbox holds other trials' mails too; a delivery's name begins with the moment of its report.
        var moments = reports.Select(report => report.GeneratedTimestamp.ToString("yyyyMMdd", CultureInfo.InvariantCulture)).ToHashSet();
        return MailedOnce.Check(deliveries, MailedOnce.Count(Servers.Ses.Mails.Select(mail => mail.OwnMessageId).Where(id => moments.Contains(id![..8]))));
    }

    /// <summary>How many requests each service gets for a delivery with which nothing goes wrong.</summary>
    public async Task<IReadOnlyList<int>> CountAsync(IReadOnlyList<ReportPackage> reports, IReadOnlyList<FaultyServer> wires)
    {
        // The first one makes the log group.
        await AttemptAsync(reports);
        int[] before = [.. wires.Select(wire => wire.Requests.Count)];
        await AttemptAsync([.. reports.Select(report => report with { RunId = report.RunId + "-counted", GeneratedTimestamp = report.GeneratedTimestamp.AddYears(-1) })]);
        return [.. wires.Select((wire, index) => wire.Requests.Count - before[index])];
    }

    /// <summary>What went wrong since the last time this was asked; what came is forgotten with it.</summary>
    public int TakeFaults()
    {
        var met = Servers.Wires.Sum(wire => wire.Faults.Count);
        foreach (var wire in Servers.Wires)
            wire.Forget();
        return met;
    }

    /// <summary>The machine's clock, some leases later.</summary>
    sealed class LaterClock : TimeProvider
    {
        long _ticks;

        public void Later(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ticks));
    }
}
