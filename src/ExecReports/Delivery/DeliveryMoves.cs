namespace ExecReports.Delivery;

/// <summary>
/// The state machine of a delivery, as pure functions: each returns the delivery's next value, or null where the move is not allowed.
/// <code>
/// Pending ──claim──▶ Sending ──settle──▶ Sent | Failed | Unknown | Pending
///                       └─────expire───▶ Sent | Unknown | Pending
/// </code>
/// Sent, Failed and Unknown are left by nothing here.
/// </summary>
public static class DeliveryMoves
{
    const int LongestError = 500;

    /// <summary>Takes a pending delivery for one attempt, which alone may send it until the lease is over.</summary>
    public static LedgerDelivery? Claim(LedgerDelivery delivery, ClaimOwner owner, DateTimeOffset now, TimeSpan lease) =>
        delivery.State == SendState.Pending
            ? delivery with
            {
                State = SendState.Sending,
                Owner = owner.ToString(),
                LeaseUntil = now + lease,
                Attempts = delivery.Attempts + 1,
                Error = null,
                ClaimedAt = now,
                SettledAt = null,
                Revision = delivery.Revision + 1,
            }
            : null;

    /// <summary>
    /// Ends a claim by its own owner. A lease that has run out does not hinder it: the owner knows what came of its send, and where another
    /// has expired the claim meanwhile, the revision has moved and the ledger refuses this one.
    /// </summary>
    public static LedgerDelivery? Settle(LedgerDelivery delivery, ClaimOwner owner, Settlement settlement, DateTimeOffset now) =>
        delivery.State == SendState.Sending && delivery.Owner == owner.ToString() && settlement.State != SendState.Sending
            ? End(delivery, settlement, now)
            : null;

    /// <summary>
    /// Whether a claim is no longer to be left alone: its lease is over, or <paramref name="leasesVoid"/> (nobody but this process uses the ledger)
    /// and another process made it. An attempt of one's own process is alive until its lease is over.
    /// </summary>
    public static bool LeaseIsOver(LedgerDelivery delivery, ClaimOwner asker, DateTimeOffset now, bool leasesVoid) =>
        delivery.State == SendState.Sending && (delivery.LeaseUntil <= now || leasesVoid && !asker.SharesProcessWith(delivery.Owner));

    /// <summary>Ends a claim of somebody else whose lease is over, by what the mailer knows of it.</summary>
    public static LedgerDelivery? Expire(LedgerDelivery delivery, ClaimOwner asker, Acceptance acceptance, string? messageId, DateTimeOffset now, bool leasesVoid) =>
        LeaseIsOver(delivery, asker, now, leasesVoid)
            ? End(delivery, Settlement.Of(acceptance, messageId, "the attempt that claimed it ended without a word"), now)
            : null;

    static LedgerDelivery End(LedgerDelivery delivery, Settlement settlement, DateTimeOffset now) => delivery with
    {
        State = settlement.State,
        LeaseUntil = null,
        MessageId = settlement.MessageId,
        Error = settlement.Error is { Length: > LongestError } error ? error[..LongestError] : settlement.Error,
        SettledAt = now,
        Revision = delivery.Revision + 1,
    };
}
