using System.Text;
using CsCheck;
using ExecReports.Delivery;
using ExecReports.Testing.Aws.Ses;
using ExecReports.Testing.Aws.Wire;
using ExecReports.Tests.Delivery;

namespace ExecReports.Aws.Tests.Mail;

/// <summary>Every fault at every request to SES: no mail twice, none lost without being failed or unknown, each that is unknown named.</summary>
public class SendTrials(ITestOutputHelper log)
{
    static readonly Fault[] Faults = Enum.GetValues<Fault>();

    // The message needs the headers of one: SES reads it.
    internal static ReportPackage Report(string type, params Recipient[] recipients) => Packages.Of(type, recipients) with
    {
        Eml = Encoding.UTF8.GetBytes($"From: reports@example.com\r\nSubject: {type}\r\n\r\nbody\r\n"),
    };

    internal static readonly ReportPackage[] Reports = [Report("ceo", Packages.Owner, Packages.Partner), Report("cfo", Packages.Owner, Packages.Partner)];

    [Fact]
    public async Task Every_fault_at_every_request()
    {
        var trials = 0;
        foreach (var fault in Faults)
        {
            // The quota, then four mails. A refusal is followed by further requests.
            for (var step = 1; step <= 5; step++, trials++)
            {
                using var world = new SendWorld(request => request.Number == step ? fault : Fault.None, Reports);
                await world.ToTheEndAsync();

                world.NothingTwiceAndNothingLost(4);
                var unknown = world.Memory.Deliveries.Count(delivery => delivery.State == SendState.Unknown);
                var expected = step > 1 && fault is not (Fault.None or Fault.Throttle or Fault.NoConnection) ? 1 : 0;
                Assert.Equal(fault == Fault.None ? [] : [fault], world.Network.Faults.Select(met => met.Fault));
                Assert.Equal(expected, unknown);
                Assert.Equal(4 - unknown, world.Memory.Deliveries.Count(delivery => delivery.State == SendState.Sent));
            }
        }
        log.WriteLine($"{trials} trials");
        Assert.Equal(Faults.Length * 5, trials);
    }

    // A ledger whose writes fail now and then, before or after they are done.
    sealed class FaultyLedger(IReportLedger ledger, Func<int> next) : IReportLedger
    {
        public Task<LedgerItem> CreateIfAbsentAsync(LedgerItem item, CancellationToken cancellationToken) => PlayAsync(() => ledger.CreateIfAbsentAsync(item, cancellationToken));

        public Task<LedgerItem?> GetAsync(LedgerKey key, CancellationToken cancellationToken) => PlayAsync(() => ledger.GetAsync(key, cancellationToken));

        public Task<bool> TryMoveAsync(LedgerKey key, LedgerDelivery move, CancellationToken cancellationToken) => PlayAsync(() => ledger.TryMoveAsync(key, move, cancellationToken));

        public Task<IReadOnlyList<LedgerItem>> ListAsync(LedgerFilter filter, CancellationToken cancellationToken) => ledger.ListAsync(filter, cancellationToken);

        async Task<T> PlayAsync<T>(Func<Task<T>> call)
        {
            var fate = next();
            if (fate == 1)
                throw new IOException("failed before");
            var result = await call();
            return fate == 2 ? throw new IOException("failed after") : result;
        }
    }

    static void Random(int[] decisions)
    {
        var at = 0;
        int Next(int below) => at < decisions.Length ? decisions[at++] % below : 0;
        using var world = new SendWorld(
            new() { MaxSendRate = 14, Sandbox = Next(4) == 1, Identities = new HashSet<string> { "example.com" } },
            ledger => new FaultyLedger(ledger, () => Next(10)),
            _ => Next(3) == 1 ? Faults[Next(Faults.Length)] : Fault.None,
            Reports);

        world.ToTheEndAsync().GetAwaiter().GetResult();

        world.NothingTwiceAndNothingLost(4);
    }

    [Fact]
    public void Random_faults_of_SES_and_of_the_ledger_together()
    {
        const int Trials = 2000;
        Gen.Int[0, 999].Array[0, 120].Sample(Random, iter: Trials);
        log.WriteLine($"{Trials} trials");
    }

    [Fact]
    public async Task Two_deliveries_of_the_same_run_at_once_mail_each_once()
    {
        using var world = new SendWorld(_ => Fault.None, Reports);

        await Task.WhenAll(world.AttemptAsync(TimeSpan.FromMilliseconds(10)), world.AttemptAsync(TimeSpan.FromMilliseconds(10)));
        await world.ToTheEndAsync();

        world.NothingTwiceAndNothingLost(4);
        Assert.All(world.Memory.Deliveries, delivery => Assert.Equal(SendState.Sent, delivery.State));
    }

    static ReportPackage[] Many(int reports, int recipients) =>
        [.. Enumerable.Range(1, reports).Select(report => Report($"report-{report}", [.. Enumerable.Range(1, recipients).Select(number => Recipients.Parse($"person-{number}@example.com"))]))];

    [Fact]
    public async Task Fifty_recipients_of_eight_reports_take_the_time_that_the_quota_allows()
    {
        using var world = new SendWorld(new SesAccount { MaxSendRate = 14 }, null, _ => Fault.None, Many(8, 50));

        var (receipts, took) = await world.AttemptAsync(TimeSpan.FromMilliseconds(50));

        // 400 mails, each with a copy to the audit: 800 envelope recipients.
        var allowed = TimeSpan.FromSeconds(800 / 14.0);
        log.WriteLine($"{took.TotalSeconds:0.0} s, allowed {allowed.TotalSeconds:0.0} s");
        Assert.All(receipts.SelectMany(receipt => receipt.Recipients), line => Assert.Equal((SendState.Sent, 1), (line.State, line.Attempts)));
        Assert.Equal(400, world.Ses.Mails.Count);
        Assert.Equal(401, world.Network.Count);
        Assert.InRange(took.TotalSeconds, allowed.TotalSeconds * 0.9, allowed.TotalSeconds * 1.1);
    }

    [Fact]
    public async Task What_does_not_fit_into_the_time_box_is_left_pending_and_sent_by_the_next_attempt()
    {
        using var world = new SendWorld(new SesAccount { MaxSendRate = 1 }, null, _ => Fault.None, Many(8, 50));

        var sent = new List<int>();
        for (var remaining = 400; remaining > 0;)
        {
            var (receipts, took) = await world.AttemptAsync(TimeSpan.FromSeconds(1));
            remaining = receipts.Sum(receipt => receipt.Remaining);
            sent.Add(world.Ses.Mails.Count);
            Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(245));
            // Nobody holds what waits.
            Assert.DoesNotContain(world.Memory.Deliveries, delivery => delivery.State == SendState.Sending);
        }

        log.WriteLine($"after each box: {string.Join(", ", sent)}");
        Assert.Equal(4, sent.Count);
        Assert.InRange(sent[0], 115, 122);
        world.NothingTwiceAndNothingLost(400);
        Assert.All(world.Memory.Deliveries, delivery => Assert.Equal((SendState.Sent, 1), (delivery.State, delivery.Attempts)));
    }
}
