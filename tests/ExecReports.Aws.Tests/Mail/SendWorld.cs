using ExecReports.Aws.Mail;
using ExecReports.Delivery;
using ExecReports.Rendering;
using ExecReports.Testing.Aws.Ses;
using ExecReports.Testing.Aws.Wire;
using ExecReports.Tests.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace ExecReports.Aws.Tests.Mail;

/// <summary>Delivery of some reports through the real mailer and the SDK's own client to a SES in process, with played time and played faults.</summary>
sealed class SendWorld : IDisposable
{
    readonly MemoryArchive _archive = new();
    readonly SesMailer _mailer;
    readonly ReportPackage[] _reports;
    int _attempts;

    public SendWorld(Func<ReceivedRequest, Fault> plan, params ReportPackage[] reports) : this(new(), null, plan, reports)
    {
    }

    public SendWorld(SesAccount account, Func<IReportLedger, IReportLedger>? ledger, Func<ReceivedRequest, Fault> plan, params ReportPackage[] reports)
    {
        (Ses, Network) = SesServer.InProcess(account, Time);
        Network.Plan = plan;
        _mailer = Mailers.Over(Network, time: Time);
        Ledger = ledger?.Invoke(Memory) ?? Memory;
        _reports = reports;
    }

    public FakeTimeProvider Time { get; } = new(Packages.Generated);

    public MemoryLedger Memory { get; } = new();

    public IReportLedger Ledger { get; }

    public SesServer Ses { get; }

    public FaultyHandler Network { get; }

    public void Dispose() => _mailer.Dispose();

    /// <summary>One attempt; time passes while it waits. How long it took is what its clock says.</summary>
    public Task<(IReadOnlyList<DeliveryReceipt> Receipts, TimeSpan Took)> AttemptAsync(TimeSpan step) => Task.Run(async () =>
    {
        var delivery = new ReportDelivery(_archive, Ledger, _mailer, MimeComposer.Address, Time, new());
        var began = Time.GetTimestamp();
        var work = delivery.DeliverAsync([.. _reports.Select(report => report.ToDeliver())], new($"process-{++_attempts}", "1"), CancellationToken.None);
        for (var (idle, seen) = (0, -1); !work.IsCompleted; idle = Network.Count + Memory.Moves == seen ? idle + 1 : 0)
        {
            seen = Network.Count + Memory.Moves;
            Time.Advance(step);
            // What goes on after a wait goes on within Advance, and after a cancellation on another thread, which needs its turn before more time passes.
            if (idle > 0)
                await (idle % 3 == 0 ? Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System) : Yield());
        }
        return (await work, Time.GetElapsedTime(began));
    });

    static async Task Yield()
    {
        for (var turn = 0; turn < 3; turn++)
            await Task.Yield();
    }

    /// <summary>Attempts, with time enough for a lease between them, until nothing remains.</summary>
    public async Task<int> ToTheEndAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            Assert.True(attempt < 20, "Something remains for ever.");
            var (receipts, _) = await AttemptAsync(TimeSpan.FromSeconds(5));
            if (receipts.All(receipt => receipt.Remaining == 0))
                return attempt;
            Time.Advance(TimeSpan.FromMinutes(4));
        }
    }

    /// <summary>No mail twice, none that was sent is called failed, none that was not is called sent, and each that is not sent says why.</summary>
    public void NothingTwiceAndNothingLost(int deliveries)
    {
        var mails = Ses.Mails.CountBy(mail => mail.OwnMessageId!.Split('@')[0]).ToDictionary();
        Assert.Equal(deliveries, Memory.Deliveries.Count());
        foreach (var delivery in Memory.Deliveries)
        {
            var count = mails.GetValueOrDefault(delivery.DeliveryId);
            Assert.True(count <= 1, $"{delivery.DeliveryId} was mailed {count} times.");
            switch (delivery.State)
            {
                case SendState.Sent:
                    Assert.Equal(1, count);
                    break;
                case SendState.Failed:
                    Assert.Equal(0, count);
                    Assert.False(string.IsNullOrEmpty(delivery.Error));
                    break;
                default:
                    Assert.Equal(SendState.Unknown, delivery.State);
                    Assert.False(string.IsNullOrEmpty(delivery.Error));
                    break;
            }
            Assert.DoesNotContain("@", delivery.Error ?? "");
        }
    }
}
