namespace ExecReports.Delivery;

/// <summary>Which ledger items to list; what is null does not restrict.</summary>
public sealed record LedgerFilter
{
    /// <summary>Items of this run.</summary>
    public string? RunId { get; init; }
    /// <summary>Items of this report type.</summary>
    public string? ReportType { get; init; }
    /// <summary>Items with at least one delivery in this state.</summary>
    public SendState? State { get; init; }
    /// <summary>Items generated at or after this moment.</summary>
    public DateTimeOffset? Since { get; init; }
    /// <summary>Items generated before this moment.</summary>
    public DateTimeOffset? Before { get; init; }
    /// <summary>At most so many.</summary>
    public int Most { get; init; } = 1000;
}
