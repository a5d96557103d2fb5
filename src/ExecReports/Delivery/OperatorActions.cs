using System.Security.Cryptography;

namespace ExecReports.Delivery;

/// <summary>
/// What operators do about deliveries that failed, or of which nobody knows whether they were sent. Each move is recorded in the ledger with who and why. Messages are those that were
/// archived; nothing is made anew. Every host (command line, HTTP) acts through this.
/// </summary>
/// <param name="archive">Holds the messages.</param>
/// <param name="ledger">Holds the deliveries.</param>
/// <param name="mailer">Sends.</param>
/// <param name="address">Adds To and Message-ID.</param>
/// <param name="time">The clock.</param>
/// <param name="options">Leases and waits; one action takes at most <see cref="DeliveryOptions.TimeBox"/>.</param>
/// <param name="sender">Whether a sender must be named: an item may be older than the rule, or its mail was meant for a local outbox.</param>
/// <param name="process">Names the process uniquely among all that ever used this ledger (<see cref="ClaimOwner"/>).</param>
public sealed class OperatorActions(
    IReportArchive archive, IReportLedger ledger, IMailer mailer, AddressMessage address, TimeProvider time, DeliveryOptions options, SenderRule sender, string process)
{
    int _actions;

    /// <summary>
    /// Sends again what failed in a run, and what is still pending in it. What is sent stays alone, and so does what is unknown and what is held.
    /// </summary>
    /// <exception cref="OperatorActionException">The ledger knows no such run.</exception>
    public async Task<ResendReceipt> ResendFailedAsync(string runId, OperatorWord word, CancellationToken cancellationToken)
    {
        var listed = await ledger.ListAsync(new() { RunId = runId }, cancellationToken).ConfigureAwait(false);
        if (listed.Count == 0)
            throw new OperatorActionException(OperatorActionFault.NotFound, $"The ledger holds nothing of a run {runId}. Runs are named as `run` and `ledger` show them.");
        var reports = new List<Resending>();
        var (unknown, held) = (new List<string>(), new List<string>());
        foreach (var key in listed.Select(item => item.Key))
        {
            // A list may lag behind the item.
            var item = await ReadAsync(key, cancellationToken).ConfigureAwait(false);
            unknown.AddRange(item.Deliveries.Where(delivery => delivery.State == SendState.Unknown).Select(delivery => delivery.DeliveryId));
            LedgerDelivery[] open = [.. item.Deliveries.Where(delivery => delivery.State is SendState.Failed or SendState.Pending or SendState.Sending)];
            if (item.Held)
                held.Add(item.Key.ReportType);
            else if (open.Length > 0)
                reports.Add(new(key, open));
        }

        var box = new TimeBox(time, options.TimeBox);
        var owner = NextOwner();
        await RefusalRounds.RunAsync(
            reports.Count, index => ResendAsync(reports[index], word, owner, box, cancellationToken), box, options, time, cancellationToken).ConfigureAwait(false);
        return new(runId, [.. reports.SelectMany(report => report.Receipts)], unknown, held);
    }

    /// <summary>
    /// Sends an unknown delivery again. <b>Its recipient gets a second mail if the first was accepted after all</b>: nobody but the recipient can know.
    /// </summary>
    /// <exception cref="OperatorActionException">There is no such delivery, it is not unknown, its message is not archived or has a sender that nothing may be mailed from, or somebody else moved it meanwhile.</exception>
    public async Task<OperatorReceipt> ResendUnknownAsync(string deliveryId, OperatorWord word, CancellationToken cancellationToken)
    {
        var owner = NextOwner();
        var (item, delivery) = await UnknownAsync(deliveryId, owner, "sent again as unknown", cancellationToken).ConfigureAwait(false);
        var mail = await MailAsync(item, cancellationToken).ConfigureAwait(false);
        var pending = await MoveAsync(item, DeliveryMoves.SendAgain(delivery, word, time.GetUtcNow())!, cancellationToken).ConfigureAwait(false);
        item = item with { Deliveries = [.. item.Deliveries.Select(standing => standing.DeliveryId == deliveryId ? pending : standing)] };
        var resending = new Resending(item.Key, [delivery]);
        var box = new TimeBox(time, options.TimeBox);
        await RefusalRounds.RunAsync(1, _ => BringAsync(resending, item, mail, owner, box, cancellationToken), box, options, time, cancellationToken).ConfigureAwait(false);
        return resending.Receipts.Single();
    }

    /// <summary>
    /// Settles an unknown delivery without sending anything: <paramref name="sent"/>, or surely not sent, which makes it failed, so that <see cref="ResendFailedAsync"/> takes it up.
    /// </summary>
    /// <exception cref="OperatorActionException">There is no such delivery, it is not unknown, or somebody else moved it meanwhile.</exception>
    public async Task<OperatorReceipt> ResolveAsync(string deliveryId, bool sent, OperatorWord word, CancellationToken cancellationToken)
    {
        var (item, delivery) = await UnknownAsync(deliveryId, NextOwner(), "resolved", cancellationToken).ConfigureAwait(false);
        var resolved = await MoveAsync(item, DeliveryMoves.Resolve(delivery, sent, word, time.GetUtcNow())!, cancellationToken).ConfigureAwait(false);
        return Receipt(item, SendState.Unknown, resolved, null);
    }

    /// <summary>One report of a run under way.</summary>
    sealed class Resending(LedgerKey key, IReadOnlyList<LedgerDelivery> deliveries)
    {
        readonly Dictionary<string, OperatorReceipt> _receipts = [];

        public LedgerKey Key { get; } = key;

        /// <summary>Ids of those that are to be brought further.</summary>
        public IReadOnlyList<string> Open { get; set; } = [.. deliveries.Select(delivery => delivery.DeliveryId)];

        public SendState BeforeOf(string deliveryId) => deliveries.Single(delivery => delivery.DeliveryId == deliveryId).State;

        public void Add(OperatorReceipt receipt) => _receipts[receipt.DeliveryId] = receipt;

        public IEnumerable<OperatorReceipt> Receipts => deliveries.Select(delivery => _receipts[delivery.DeliveryId]);
    }

    async Task<bool> ResendAsync(Resending report, OperatorWord word, ClaimOwner owner, TimeBox box, CancellationToken cancellationToken)
    {
        var item = await ReadAsync(report.Key, cancellationToken).ConfigureAwait(false);
        try
        {
            // The message first: without it nothing is moved.
            var mail = await MailAsync(item, cancellationToken).ConfigureAwait(false);
            foreach (var failed in item.Deliveries.Where(delivery => delivery.State == SendState.Failed && report.Open.Contains(delivery.DeliveryId) && !box.IsOver))
                await ledger.TryMoveAsync(item.Key, DeliveryMoves.SendAgain(failed, word, time.GetUtcNow())!, cancellationToken).ConfigureAwait(false);
            item = await ReadAsync(report.Key, cancellationToken).ConfigureAwait(false);
            return await BringAsync(report, item, mail, owner, box, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // One report that cannot be sent stops no other.
            foreach (var delivery in item.Deliveries.Where(delivery => report.Open.Contains(delivery.DeliveryId)))
                report.Add(Receipt(item, report.BeforeOf(delivery.DeliveryId), delivery, DeliveryCourier.WithoutAddress(fault.Message, delivery.Recipient)));
            return false;
        }
    }

    // Brings the open deliveries as far as they go; those that were refused for now stay open.
    async Task<bool> BringAsync(Resending report, LedgerItem item, ReportMail mail, ClaimOwner owner, TimeBox box, CancellationToken cancellationToken)
    {
        var courier = new DeliveryCourier(ledger, mailer, address, time, options, mail, owner, box);
        var refused = new List<string>();
        foreach (var standing in item.Deliveries.Where(delivery => report.Open.Contains(delivery.DeliveryId)))
        {
            var (delivery, note) = (standing, (string?)ReportDelivery.TimeIsUp);
            if (!box.IsOver)
            {
                try
                {
                    (delivery, note, var again) = await courier.BringAsync(standing, cancellationToken).ConfigureAwait(false);
                    if (again)
                        refused.Add(delivery.DeliveryId);
                }
                catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
                {
                    note = DeliveryCourier.WithoutAddress(fault.Message, standing.Recipient);
                }
            }
            report.Add(Receipt(item, report.BeforeOf(delivery.DeliveryId), delivery, note));
        }
        report.Open = refused;
        return refused.Count > 0;
    }

    // A claim whose attempt died is unknown as soon as its lease is over, although nobody has said so yet.
    async Task<(LedgerItem Item, LedgerDelivery Delivery)> UnknownAsync(string deliveryId, ClaimOwner owner, string what, CancellationToken cancellationToken)
    {
        if (!DeliveryIds.TryParse(deliveryId, out var key, out _))
            throw new OperatorActionException(OperatorActionFault.Invalid, "That is no delivery id. One looks like 20261124T193000123Z-cfo-0123456789ab; `ledger` shows them.");
        var item = await ledger.GetAsync(key, cancellationToken).ConfigureAwait(false);
        if (item?.Deliveries.FirstOrDefault(delivery => delivery.DeliveryId == deliveryId) is not { } found)
            throw new OperatorActionException(OperatorActionFault.NotFound, $"The ledger holds no delivery {deliveryId}; `ledger` shows those that it holds.");
        if (DeliveryMoves.LeaseIsOver(found, owner, time.GetUtcNow(), options.LeasesVoid))
        {
            var (acceptance, messageId) = await mailer.WasAcceptedAsync(deliveryId, cancellationToken).ConfigureAwait(false);
            if (DeliveryMoves.Expire(found, owner, acceptance, messageId, time.GetUtcNow(), options.LeasesVoid) is { } expired)
                found = await MoveAsync(item, expired, cancellationToken).ConfigureAwait(false);
        }
        return found.State == SendState.Unknown
            ? (item, found)
            : throw new OperatorActionException(OperatorActionFault.WrongState, $"{deliveryId} is {found.State.ToString().ToLowerInvariant()}; only one that is unknown can be {what}.{Advice(found)}");
    }

    static string Advice(LedgerDelivery delivery) => delivery.State switch
    {
        SendState.Failed => " `resend <run>` sends what failed again.",
        SendState.Pending => " `resend <run>` sends what is pending.",
        SendState.Sending => " An attempt holds it now; when that is over, it is sent, failed or unknown.",
        _ => "",
    };

    // A write whose answer was lost is made again beneath the ledger, and then meets what it wrote itself: that is no other's move.
    async Task<LedgerDelivery> MoveAsync(LedgerItem item, LedgerDelivery next, CancellationToken cancellationToken)
    {
        if (await ledger.TryMoveAsync(item.Key, next, cancellationToken).ConfigureAwait(false))
            return next;
        var standing = (await ReadAsync(item.Key, cancellationToken).ConfigureAwait(false)).Deliveries.FirstOrDefault(delivery => delivery.DeliveryId == next.DeliveryId);
        return standing is not null && (standing.State, standing.Revision) == (next.State, next.Revision) && standing.Decisions.SequenceEqual(next.Decisions)
            ? standing
            : throw new OperatorActionException(OperatorActionFault.WrongState, $"Somebody else moved {next.DeliveryId} at this moment; look at it again with `ledger`.");
    }

    async Task<ReportMail> MailAsync(LedgerItem item, CancellationToken cancellationToken)
    {
        // The archived message carries its sender and goes out as it is, or not at all.
        if (sender.Fault(item.Sender) is { } unnamed)
            throw new OperatorActionException(OperatorActionFault.Sender, $"{unnamed} The archived message cannot be given another sender, so this one is not sent again: then make the report again with a new run.");
        var key = ArchiveKeys.Of(item.Key.ReportType, item.Key.GeneratedTimestamp).Eml;
        if (await archive.GetAsync(key, cancellationToken).ConfigureAwait(false) is not { } eml)
            throw new OperatorActionException(OperatorActionFault.NotArchived, $"The archive holds no {key}, so there is nothing to send; make the report again with a new run.");
        var archived = Convert.ToHexStringLower(SHA256.HashData(eml));
        return item.Files.FirstOrDefault(file => file.Key == key) is { } recorded && recorded.Sha256 != archived
            ? throw new OperatorActionException(OperatorActionFault.NotArchived, $"The archive holds other bytes under {key} (SHA-256 {archived}) than the ledger says ({recorded.Sha256}); they are not mailed.")
            : new(item.Key, item.RunId, item.Sender, item.AuditBcc, eml);
    }

    async Task<LedgerItem> ReadAsync(LedgerKey key, CancellationToken cancellationToken) =>
        await ledger.GetAsync(key, cancellationToken).ConfigureAwait(false) ?? throw new InvalidOperationException($"The ledger no longer holds {key.ReportType} of {key.SortKey}.");

    static OperatorReceipt Receipt(LedgerItem item, SendState before, LedgerDelivery delivery, string? note) => new(
        item.Key.ReportType, item.RunId, delivery.Recipient.Id, delivery.DeliveryId, before, delivery.State, delivery.MessageId, delivery.Attempts, note ?? delivery.Error);

    ClaimOwner NextOwner() => new(process, $"operator-{Interlocked.Increment(ref _actions)}");
}
