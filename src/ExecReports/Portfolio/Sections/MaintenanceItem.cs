namespace ExecReports.Portfolio.Sections;

/// <summary>A repair or upkeep (section Maintenance).</summary>
public sealed record MaintenanceItem : HandoffRow
{
    /// <summary>What is to be repaired.</summary>
    public required string Title { get; init; }
    /// <summary>The day it was reported.</summary>
    public DateOnly? Reported { get; init; }
    /// <summary>The day it was repaired; null if it is not.</summary>
    public DateOnly? Repaired { get; init; }
    /// <summary>Cost, paid or quoted; null if unknown.</summary>
    public Amount? Cost { get; init; }
    /// <summary>Whether it is still open.</summary>
    public WorkState State { get; init; }
    /// <summary>Urgency from 0 to 4, where a column says so.</summary>
    public decimal? Urgency { get; init; }
    /// <summary>Who sees to it.</summary>
    public string? Owner { get; init; }
}
