namespace ExecReports.Api.Deliveries;

/// <summary>What the ledger knows of one report of one run.</summary>
public sealed record LedgerEntry
{
    /// <summary>The report.</summary>
    public required string Report { get; init; }
    /// <summary>Its timestamp, UTC.</summary>
    public required DateTimeOffset GeneratedAt { get; init; }
    /// <summary>The run.</summary>
    public required string Run { get; init; }
    /// <summary>The day that it speaks about.</summary>
    public required DateOnly AsOf { get; init; }
    /// <summary>Subject of its mails.</summary>
    public required string Subject { get; init; }
    /// <summary>Archived and recorded, and by its policy not mailed.</summary>
    public required bool Held { get; init; }
    /// <summary>What its sources lacked.</summary>
    public required IReadOnlyList<string> Gaps { get; init; }
    /// <summary>One for each recipient.</summary>
    public required IReadOnlyList<LedgerDeliveryEntry> Deliveries { get; init; }
    /// <summary>Its files by kind: html, md, json, eml.</summary>
    public required IReadOnlyDictionary<string, string> Links { get; init; }
}

/// <summary>One report on its way to one recipient.</summary>
public sealed record LedgerDeliveryEntry
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }
    /// <summary>The recipient's id, derived from the address.</summary>
    public required string Recipient { get; init; }
    /// <summary>The recipient's address, for callers who operate; null for others.</summary>
    public string? Address { get; init; }
    /// <summary>pending, sending, sent, failed, unknown.</summary>
    public required string State { get; init; }
    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }
    /// <summary>The mail service's message id, once accepted.</summary>
    public string? MessageId { get; init; }
    /// <summary>Why the last attempt did not send it.</summary>
    public string? Error { get; init; }
    /// <summary>When it was tried last, UTC.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }
    /// <summary>When that attempt ended, UTC.</summary>
    public DateTimeOffset? SettledAt { get; init; }
    /// <summary>What to do about it; null: nothing.</summary>
    public string? Advice { get; init; }
}
