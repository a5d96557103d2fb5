namespace ExecReports.Delivery;

/// <summary>Brings the deliveries of one report as far as they go: expires a dead claim, claims, sends, settles.</summary>
sealed class DeliveryCourier(
    IReportLedger ledger, IMailer mailer, AddressMessage address, TimeProvider time, DeliveryOptions options, ReportMail report, ClaimOwner owner, TimeBox box)
{
    /// <summary>
    /// Returns the delivery as it stands at the end; a note where the ledger does not tell all; and whether the mail service refused it for now, so that
    /// another try soon makes sense.
    /// </summary>
    public async Task<(LedgerDelivery Delivery, string? Note, bool Refused)> BringAsync(LedgerDelivery delivery, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (delivery.State == SendState.Pending)
            {
                // Everything that can fail is made ready before the claim: between claim and send nothing may go wrong.
                var mail = Mail(delivery);
                if (!await WaitForTurnAsync(mail, cancellationToken).ConfigureAwait(false))
                    return (delivery, ReportDelivery.TimeIsUp, false);
                var claim = DeliveryMoves.Claim(delivery, owner, time.GetUtcNow(), options.Lease)!;
                if (await ClaimAsync(claim, cancellationToken).ConfigureAwait(false))
                    return await SendAsync(claim, mail).ConfigureAwait(false);
            }
            else if (DeliveryMoves.LeaseIsOver(delivery, owner, time.GetUtcNow(), options.LeasesVoid))
            {
                var (acceptance, messageId) = await mailer.WasAcceptedAsync(delivery.DeliveryId, cancellationToken).ConfigureAwait(false);
                if (DeliveryMoves.Expire(delivery, owner, acceptance, messageId, time.GetUtcNow(), options.LeasesVoid) is { } expired)
                    await ledger.TryMoveAsync(report.Key, expired, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                return (delivery, null, false);
            }
            delivery = await ReadAsync(delivery.DeliveryId, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Errors go to the ledger, the history and the logs, where no address belongs.</summary>
    public static string WithoutAddress(string text, Recipient recipient) => text.Replace(recipient.Address, recipient.Id, StringComparison.OrdinalIgnoreCase);

    OutgoingMail Mail(LedgerDelivery delivery) => new(
        delivery.DeliveryId,
        report.Sender,
        delivery.Recipient,
        report.AuditBcc,
        address(report.Eml, delivery.Recipient.Address, DeliveryIds.MessageId(delivery.DeliveryId, report.Sender)))
    {
        Tags = new Dictionary<string, string> { ["report_type"] = report.Key.ReportType, ["run_id"] = report.RunId },
    };

    // A wait for the service's rate ends with the time box: what is still pending then is left to the next attempt.
    async Task<bool> WaitForTurnAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var limit = box.Limit();
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await mailer.WaitForTurnAsync(mail, both.Token).ConfigureAwait(false);
            return !box.IsOver;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    async Task<bool> ClaimAsync(LedgerDelivery claim, CancellationToken cancellationToken)
    {
        try
        {
            return await ledger.TryMoveAsync(report.Key, claim, cancellationToken).ConfigureAwait(false) || await IsOursAsync(claim, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The claim may have been written although its answer was lost. Nobody but this attempt can have written it, and it has not sent yet.
            if (await IsOursAsync(claim, cancellationToken).ConfigureAwait(false))
                return true;
            throw;
        }
    }

    async Task<bool> IsOursAsync(LedgerDelivery claim, CancellationToken cancellationToken) =>
        IsSame(await ReadAsync(claim.DeliveryId, cancellationToken).ConfigureAwait(false), claim);

    // Not record equality: a ledger may keep times with fewer digits.
    static bool IsSame(LedgerDelivery standing, LedgerDelivery written) =>
        standing.Revision == written.Revision && standing.State == written.State && standing.Owner == written.Owner;

    // From here to the end no step hears the caller's token: a mail that was accepted and not recorded could be sent twice, or never.
    async Task<(LedgerDelivery Delivery, string? Note, bool Refused)> SendAsync(LedgerDelivery claim, OutgoingMail mail)
    {
        var outcome = await AttemptAsync(mail).ConfigureAwait(false);
        outcome = outcome with { Reason = outcome.Reason is { } reason ? WithoutAddress(reason, mail.Recipient) : null };
        var (earlier, earlierId) = (Acceptance.CannotTell, (string?)null);
        if (outcome.Result == SendResult.NoAnswer)
        {
            try
            {
                (earlier, earlierId) = await AskAsync(mail.DeliveryId).ConfigureAwait(false);
            }
            catch (Exception fault)
            {
                // Asked later, the mailer may be able to tell: the claim stays until its lease is over, and then it is asked again.
                return (claim, $"no answer to the send ({outcome.Reason}), nor to the question after it: {WithoutAddress(fault.Message, mail.Recipient)}", false);
            }
        }
        var settlement = Settlement.Of(outcome, earlier, earlierId);
        var settled = DeliveryMoves.Settle(claim, owner, settlement, time.GetUtcNow())!;
        var (standing, note) = await RecordAsync(claim, settled).ConfigureAwait(false);
        return (standing, note, outcome.Result == SendResult.RefusedForNow && standing.State == SendState.Pending);
    }

    async Task<SendOutcome> AttemptAsync(OutgoingMail mail)
    {
        using var limit = new CancellationTokenSource(options.SendTimeout, time);
        try
        {
            return await mailer.SendAsync(mail, limit.Token).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            // A mailer does not throw for what network and service do; whatever it was, the mail may be out.
            return new(SendResult.NoAnswer, Reason: fault.Message);
        }
    }

    async Task<(Acceptance Acceptance, string? MessageId)> AskAsync(string deliveryId)
    {
        using var limit = new CancellationTokenSource(options.SendTimeout, time);
        return await mailer.WasAcceptedAsync(deliveryId, limit.Token).ConfigureAwait(false);
    }

    async Task<(LedgerDelivery Standing, string? Note)> RecordAsync(LedgerDelivery claim, LedgerDelivery settled)
    {
        for (var wait = 0; ; wait++)
        {
            using var limit = new CancellationTokenSource(options.SettleTimeout, time);
            try
            {
                if (await ledger.TryMoveAsync(report.Key, settled, limit.Token).ConfigureAwait(false))
                    return (settled, null);
                var standing = await ReadAsync(claim.DeliveryId, limit.Token).ConfigureAwait(false);
                return (standing, IsSame(standing, settled) ? null : $"another attempt took the claim over before its result was recorded: {Told(settled)}");
            }
            catch (Exception) when (wait < options.SettleWaits.Count)
            {
                await Task.Delay(options.SettleWaits[wait], time, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception fault)
            {
                return (claim, $"the ledger did not take the result ({WithoutAddress(fault.Message, claim.Recipient)}): {Told(settled)}");
            }
        }
    }

    static string Told(LedgerDelivery settled) => settled.MessageId is { } id ? $"{settled.State}, message id {id}" : $"{settled.State}, {settled.Error}";

    async Task<LedgerDelivery> ReadAsync(string deliveryId, CancellationToken cancellationToken) =>
        (await ledger.GetAsync(report.Key, cancellationToken).ConfigureAwait(false))?.Deliveries.FirstOrDefault(delivery => delivery.DeliveryId == deliveryId)
        ?? throw new InvalidOperationException($"The ledger no longer holds the delivery {deliveryId}.");
}
