namespace ExecReports.Portfolio.Sections;

/// <summary>Something that is missing and costs money (section Shortfalls).</summary>
public sealed record Shortfall : HandoffRow
{
    /// <summary>What is missing.</summary>
    public required string Title { get; init; }
    /// <summary>Urgency from 0 to 4: critical 4, high 3, medium 2, low 1, <c>n of m</c> is n/m × 4; null if unknown.</summary>
    public decimal? Urgency { get; init; }
    /// <summary>Urgency as written.</summary>
    public string? UrgencyAsWritten { get; init; }
    /// <summary>Money per month that it costs; null if unknown.</summary>
    public Amount? MoneyPerMonth { get; init; }
    /// <summary>Who mends it.</summary>
    public string? Owner { get; init; }
    /// <summary>Until when; null if unknown.</summary>
    public DateOnly? Due { get; init; }
    /// <summary>What is to be done, where a column says so.</summary>
    public string? Action { get; init; }
    /// <summary>Whether it is still open.</summary>
    public WorkState State { get; init; }
}
