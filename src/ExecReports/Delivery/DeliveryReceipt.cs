namespace ExecReports.Delivery;

/// <summary>What came of delivering one report. Small and without addresses: it goes through the orchestration history.</summary>
public sealed record DeliveryReceipt
{
    /// <summary>The report.</summary>
    public required string ReportType { get; init; }
    /// <summary>Keys of its archived objects; empty if it could not be archived.</summary>
    public IReadOnlyList<string> ArchiveKeys { get; init; } = [];
    /// <summary>Each recipient's delivery, as the ledger holds it.</summary>
    public IReadOnlyList<RecipientReceipt> Recipients { get; init; } = [];
    /// <summary>Archived and recorded, and by its policy not mailed.</summary>
    public bool Held { get; init; }
    /// <summary>Deliveries that a later attempt can bring further; a report that got no further than its archive counts as one. 0: nothing is left to do.</summary>
    public int Remaining { get; init; }
    /// <summary>What went wrong with the report as a whole; null: nothing.</summary>
    public string? Error { get; init; }
}

/// <summary>What came of one delivery.</summary>
/// <param name="RecipientId">Who.</param>
/// <param name="DeliveryId">Id of the delivery.</param>
/// <param name="State">Where it stands.</param>
/// <param name="MessageId">The mail service's id, if it was accepted.</param>
/// <param name="Attempts">Claims so far.</param>
/// <param name="Error">What hinders it, without addresses.</param>
public sealed record RecipientReceipt(string RecipientId, string DeliveryId, SendState State, string? MessageId, int Attempts, string? Error);
