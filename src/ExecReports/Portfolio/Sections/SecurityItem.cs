namespace ExecReports.Portfolio.Sections;

/// <summary>A security finding that a handoff lists (section Security).</summary>
public sealed record SecurityItem : HandoffRow
{
    /// <summary>What is wrong.</summary>
    public required string Finding { get; init; }
    /// <summary>The resource it is about, as written.</summary>
    public string? Resource { get; init; }
    /// <summary>Severity 0 to 4 as <see cref="Shortfall.Urgency"/>.</summary>
    public decimal? Severity { get; init; }
    /// <summary>Severity as written: "3 of 5".</summary>
    public string? SeverityAsWritten { get; init; }
    /// <summary>Whether it is still open; unknown counts as open, marked.</summary>
    public WorkState State { get; init; }
    /// <summary>Who mends it.</summary>
    public string? Owner { get; init; }
    /// <summary>Until when.</summary>
    public DateOnly? Due { get; init; }
}
