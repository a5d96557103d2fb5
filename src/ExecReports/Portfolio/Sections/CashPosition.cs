namespace ExecReports.Portfolio.Sections;

/// <summary>Cash in an account (section Cash).</summary>
public sealed record CashPosition : HandoffRow
{
    /// <summary>The account.</summary>
    public required string Account { get; init; }
    /// <summary>Balance; null if unknown.</summary>
    public Amount? Balance { get; init; }
    /// <summary>The day that the balance speaks about.</summary>
    public DateOnly? On { get; init; }
}
