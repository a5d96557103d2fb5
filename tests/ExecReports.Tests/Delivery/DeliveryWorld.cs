using ExecReports.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace ExecReports.Tests.Delivery;

/// <summary>What befalls one step of a deliverer, a step being a call of a port.</summary>
public enum Fate
{
    Passes,
    /// <summary>The call fails and has done nothing.</summary>
    FailsBefore,
    /// <summary>The call has done its work, and its answer is lost.</summary>
    FailsAfter,
    /// <summary>The process dies before the call.</summary>
    DiesBefore,
    /// <summary>The process dies when the call has done its work.</summary>
    DiesAfter,
}

/// <summary>
/// Deliverers over one archive, ledger and mail service, run on one thread: each call of a port waits until it is let through, so that a test
/// decides who goes next and what befalls him. A process that dies simply never goes on, as a killed one.
/// </summary>
sealed class DeliveryWorld(bool canTell, bool leasesVoid, Func<Fate> nextFate)
{
    readonly List<TaskCompletionSource> _waiting = [];
    int _started;

    public FakeTimeProvider Time { get; } = new(Packages.Generated);

    public MemoryArchive Archive { get; } = new();

    public MemoryLedger Ledger { get; } = new();

    public MailWire Wire { get; } = new(canTell);

    public int Steps { get; private set; }

    public int Waiting => _waiting.Count;

    /// <summary>Starts an attempt; it runs to its first step.</summary>
    public Deliverer Start(string process, IReadOnlyList<ReportPackage> packages)
    {
        var deliverer = new Deliverer();
        var delivery = new ReportDelivery(
            new SteppedArchive(this, deliverer), new SteppedLedger(this, deliverer), new SteppedMailer(this, deliverer), Packages.Address, Time, new() { LeasesVoid = leasesVoid });
        deliverer.Work = delivery.DeliverAsync([.. packages.Select(package => package.ToDeliver())], new(process, $"{++_started}"), CancellationToken.None);
        return deliverer;
    }

    /// <summary>Lets one of those that wait take its step.</summary>
    public void LetThrough(int which)
    {
        var gate = _waiting[which % _waiting.Count];
        _waiting.RemoveAt(which % _waiting.Count);
        gate.SetResult();
    }

    async Task<T> StepAsync<T>(Deliverer who, Func<Task<T>> call)
    {
        var gate = new TaskCompletionSource();
        _waiting.Add(gate);
        await gate.Task;
        if (who.Dead)
            await DieAsync(who);
        Steps++;
        var fate = nextFate();
        if (fate == Fate.DiesBefore)
            await DieAsync(who);
        if (fate == Fate.FailsBefore)
            throw new IOException("failed before");
        var result = await call();
        if (fate == Fate.DiesAfter)
            await DieAsync(who);
        if (fate == Fate.FailsAfter)
            throw new IOException("failed after");
        return result;
    }

    static Task DieAsync(Deliverer who)
    {
        who.Dead = true;
        return new TaskCompletionSource().Task;
    }

    public sealed class Deliverer
    {
        public Task<IReadOnlyList<DeliveryReceipt>> Work { get; set; } = null!;

        public bool Dead { get; set; }

        public bool IsOver => Dead || Work.IsCompleted;

        public bool IsDone => Work.IsCompletedSuccessfully && Work.Result.All(receipt => receipt.Remaining == 0);
    }

    sealed class SteppedArchive(DeliveryWorld world, Deliverer who) : IReportArchive
    {
        public Task PutOnceAsync(ArchiveObject item, CancellationToken cancellationToken) => world.StepAsync(who, async () =>
        {
            await world.Archive.PutOnceAsync(item, cancellationToken);
            return true;
        });

        public Task<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => world.StepAsync(who, () => world.Archive.GetAsync(key, cancellationToken));

        public Task<IReadOnlyList<string>> ListFiguresAsync(string reportType, DateTimeOffset before, int most, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    sealed class SteppedLedger(DeliveryWorld world, Deliverer who) : IReportLedger
    {
        public Task<LedgerItem> CreateIfAbsentAsync(LedgerItem item, CancellationToken cancellationToken) => world.StepAsync(who, () => world.Ledger.CreateIfAbsentAsync(item, cancellationToken));

        public Task<LedgerItem?> GetAsync(LedgerKey key, CancellationToken cancellationToken) => world.StepAsync(who, () => world.Ledger.GetAsync(key, cancellationToken));

        public Task<bool> TryMoveAsync(LedgerKey key, LedgerDelivery next, CancellationToken cancellationToken) => world.StepAsync(who, () => world.Ledger.TryMoveAsync(key, next, cancellationToken));

        public Task<IReadOnlyList<LedgerItem>> ListAsync(LedgerFilter filter, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    sealed class SteppedMailer(DeliveryWorld world, Deliverer who) : IMailer
    {
        public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => world.StepAsync(who, () => world.Wire.SendAsync(mail, cancellationToken));

        public Task<(Acceptance Acceptance, string? MessageId)> WasAcceptedAsync(string deliveryId, CancellationToken cancellationToken) => world.StepAsync(who, () => world.Wire.WasAcceptedAsync(deliveryId, cancellationToken));
    }
}
