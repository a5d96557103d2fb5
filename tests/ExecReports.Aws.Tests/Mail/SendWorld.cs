using ExecReports.Aws.Mail;
using ExecReports.Contracts;
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
    readonly CountedMailer _counted;
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
        _counted = new(_mailer);
        Ledger = ledger?.Invoke(Memory) ?? Memory;
        _reports = reports;
    }

    public FakeTimeProvider Time { get; } = new(Packages.Generated);

    public MemoryLedger Memory { get; } = new();

    public IReportLedger Ledger { get; }

    public SesServer Ses { get; }

    public FaultyHandler Network { get; }

    public void Dispose() => _mailer.Dispose();

    // A request or a send that only needs its turn on the processor must not find that minutes have passed meanwhile; a late answer comes only when they do.
    bool Busy => Network.Answering > 0 || _counted.UnderWay > Network.Late;

    /// <summary>One attempt; time passes while it waits. How long it took is what its clock said when it last asked anything or moved a delivery: on a busy machine the end itself may be noticed some played seconds late.</summary>
    public Task<(IReadOnlyList<DeliveryReceipt> Receipts, TimeSpan Took)> AttemptAsync(TimeSpan step) => Task.Run(async () =>
    {
        var delivery = new ReportDelivery(_archive, Ledger, _counted, MimeComposer.Address, Time, new());
        var began = Time.GetTimestamp();
        var work = delivery.DeliverAsync([.. _reports.Select(report => report.ToDeliver())], new($"process-{++_attempts}", "1"), CancellationToken.None);
        var took = TimeSpan.Zero;
        for (var (idle, seen) = (0, -1); !work.IsCompleted; idle = Network.Count + Memory.Moves == seen ? idle + 1 : 0)
        {
            if (Network.Count + Memory.Moves != seen)
                took = Time.GetElapsedTime(began);
            seen = Network.Count + Memory.Moves;
            if (Busy)
            {
                await Yield();
                continue;
            }
            Time.Advance(step);
            // What goes on after a wait goes on within Advance, and after a cancellation on another thread, which needs its turn before more time passes.
            if (idle > 0)
                await (idle % 3 == 0 ? Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System) : Yield());
        }
        return (await work, took);
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

    /// <summary>What holds of every delivery (<see cref="MailedOnce"/>), of so many of them.</summary>
    public void NothingTwiceAndNothingLost(int deliveries)
    {
        var standing = Memory.Deliveries.ToList();
        Assert.Equal(deliveries, standing.Count);
        MailedOnce.Check(standing, MailedOnce.Count(Ses.Mails.Select(mail => mail.OwnMessageId)));
    }

    /// <summary>Counts the sends that are under way.</summary>
    sealed class CountedMailer(IMailer mailer) : IMailer
    {
        int _underWay;

        public int UnderWay => Volatile.Read(ref _underWay);

        public Task WaitForTurnAsync(OutgoingMail mail, CancellationToken cancellationToken) => mailer.WaitForTurnAsync(mail, cancellationToken);

        public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _underWay);
            try
            {
                return await mailer.SendAsync(mail, cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref _underWay);
            }
        }

        public Task<(Acceptance Acceptance, string? MessageId)> WasAcceptedAsync(string deliveryId, CancellationToken cancellationToken) => mailer.WasAcceptedAsync(deliveryId, cancellationToken);
    }
}
