namespace ExecReports.Portfolio.Sections;

/// <summary>A one-off use of money (section Capital).</summary>
public sealed record CapitalAction : HandoffRow
{
    /// <summary>What is done with it.</summary>
    public required string Action { get; init; }
    /// <summary>Cost, once; null if unknown.</summary>
    public Amount? Cost { get; init; }
    /// <summary>Expected return per month; null if unknown.</summary>
    public Amount? ReturnPerMonth { get; init; }
    /// <summary>Who does it.</summary>
    public string? Owner { get; init; }
    /// <summary>Until when.</summary>
    public DateOnly? Due { get; init; }
    /// <summary>Whether it is still to do.</summary>
    public WorkState State { get; init; }
}
