namespace ExecReports.Delivery;

/// <summary>One report on its way to one recipient. A value: <see cref="DeliveryMoves"/> makes the next one, a ledger swaps it in.</summary>
public sealed record LedgerDelivery
{
    /// <summary>The same in every retry of the run (<see cref="DeliveryIds"/>).</summary>
    public required string DeliveryId { get; init; }
    /// <summary>Who gets it.</summary>
    public required Recipient Recipient { get; init; }
    /// <summary>Where it stands.</summary>
    public SendState State { get; init; } = SendState.Pending;
    /// <summary>The attempt that claimed it last (<see cref="ClaimOwner"/> as text); null before the first claim.</summary>
    public string? Owner { get; init; }
    /// <summary>Until when the claim is left alone by others, UTC; null unless <see cref="SendState.Sending"/>.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }
    /// <summary>The mail service's message id, once accepted.</summary>
    public string? MessageId { get; init; }
    /// <summary>Number of claims so far.</summary>
    public int Attempts { get; init; }
    /// <summary>Why the last attempt did not send it, without addresses; null: it did, or there was none.</summary>
    public string? Error { get; init; }
    /// <summary>When it was claimed last, UTC.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }
    /// <summary>When the last claim ended, UTC.</summary>
    public DateTimeOffset? SettledAt { get; init; }
    /// <summary>What operators decided about it, oldest first; the newest 20.</summary>
    public IReadOnlyList<OperatorDecision> Decisions { get; init; } = [];
    /// <summary>Grows by one with each move. A ledger swaps a delivery only where this still stands as it was read.</summary>
    public int Revision { get; init; }
}
