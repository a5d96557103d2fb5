using ExecReports.Delivery;

namespace CrashHost;

internal sealed class KillingArchive(IReportArchive archive, Countdown countdown) : IReportArchive
{
    public Task PutOnceAsync(ArchiveObject item, CancellationToken cancellationToken) => countdown.AroundAsync(() => archive.PutOnceAsync(item, cancellationToken));

    // Reading changes nothing: no step.
    public Task<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => archive.GetAsync(key, cancellationToken);

    public Task<IReadOnlyList<string>> ListFiguresAsync(string reportType, DateTimeOffset before, int most, CancellationToken cancellationToken) =>
        archive.ListFiguresAsync(reportType, before, most, cancellationToken);
}

internal sealed class KillingLedger(IReportLedger ledger, Countdown countdown) : IReportLedger
{
    public Task<LedgerItem> CreateIfAbsentAsync(LedgerItem item, CancellationToken cancellationToken) =>
        countdown.AroundAsync(() => ledger.CreateIfAbsentAsync(item, cancellationToken));

    public Task<LedgerItem?> GetAsync(LedgerKey key, CancellationToken cancellationToken) => ledger.GetAsync(key, cancellationToken);

    public Task<bool> TryMoveAsync(LedgerKey key, LedgerDelivery next, CancellationToken cancellationToken) =>
        countdown.AroundAsync(() => ledger.TryMoveAsync(key, next, cancellationToken));

    public Task<IReadOnlyList<LedgerItem>> ListAsync(LedgerFilter filter, CancellationToken cancellationToken) => ledger.ListAsync(filter, cancellationToken);
}

internal sealed class KillingMailer(IMailer mailer, Countdown countdown) : IMailer
{
    // A wait changes nothing either.
    public Task WaitForTurnAsync(OutgoingMail mail, CancellationToken cancellationToken) => mailer.WaitForTurnAsync(mail, cancellationToken);

    public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => countdown.AroundAsync(() => mailer.SendAsync(mail, cancellationToken));

    public Task<(Acceptance Acceptance, string? MessageId)> WasAcceptedAsync(string deliveryId, CancellationToken cancellationToken) =>
        mailer.WasAcceptedAsync(deliveryId, cancellationToken);
}
