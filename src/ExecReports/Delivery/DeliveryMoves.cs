namespace ExecReports.Delivery;

/// <summary>
/// The state machine of a delivery, as pure functions: each returns the delivery's next value, or null where the move is not allowed.
/// <code>
/// Pending ──claim──▶ Sending ──settle──▶ Sent | Failed | Unknown | Pending
///                       └─────expire───▶ Sent | Unknown | Pending
/// Failed | Unknown ──an operator sends again──▶ Pending
/// Unknown ──an operator resolves──▶ Sent | Failed
/// </code>
/// Sent is left by nothing, Failed and Unknown by nothing but an operator's word.
/// </summary>
public static class DeliveryMoves
{
    const int LongestError = 500;

    // An item has to stay small; the newest tell how it came to stand where it stands.
    const int MostDecisions = 20;

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

    /// <summary>Has a delivery that failed, or is unknown, sent again, by an operator's word. Of one that is unknown the recipient may get a second mail.</summary>
    public static LedgerDelivery? SendAgain(LedgerDelivery delivery, OperatorWord word, DateTimeOffset now) =>
        delivery.State is SendState.Failed or SendState.Unknown ? Decide(delivery, SendState.Pending, word, now) : null;

    /// <summary>Settles an unknown delivery by an operator's word: sent, or surely not sent, which is failed and can be sent again as any other that failed.</summary>
    public static LedgerDelivery? Resolve(LedgerDelivery delivery, bool sent, OperatorWord word, DateTimeOffset now) =>
        delivery.State == SendState.Unknown
            ? Decide(delivery, sent ? SendState.Sent : SendState.Failed, word, now) with { Error = sent ? null : Short($"not sent, says {word.By}: {word.Why}"), SettledAt = now }
            : null;

    static LedgerDelivery Decide(LedgerDelivery delivery, SendState to, OperatorWord word, DateTimeOffset now) => delivery with
    {
        State = to,
        Decisions = [.. delivery.Decisions.TakeLast(MostDecisions - 1), new(delivery.State, to, word.By, word.Why, now, delivery.Error)],
        Revision = delivery.Revision + 1,
    };

    static LedgerDelivery End(LedgerDelivery delivery, Settlement settlement, DateTimeOffset now) => delivery with
    {
        State = settlement.State,
        LeaseUntil = null,
        MessageId = settlement.MessageId,
        Error = settlement.Error is { } error ? Short(error) : null,
        SettledAt = now,
        Revision = delivery.Revision + 1,
    };

    static string Short(string error) => error.Length > LongestError ? error[..LongestError] : error;
}
