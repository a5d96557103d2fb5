namespace ExecReports.Portfolio.Sections;

/// <summary>A planned step (section Roadmap).</summary>
public sealed record RoadmapItem : HandoffRow
{
    /// <summary>What is planned.</summary>
    public required string Title { get; init; }
    /// <summary>Who does it.</summary>
    public string? Owner { get; init; }
    /// <summary>Until when; a month or quarter is its last day; null if unknown.</summary>
    public DateOnly? Due { get; init; }
    /// <summary>What it is worth per month once done.</summary>
    public Amount? MonthlyWorth { get; init; }
    /// <summary>What it costs once.</summary>
    public Amount? Cost { get; init; }
    /// <summary>Urgency from 0 to 4, where a column says so.</summary>
    public decimal? Urgency { get; init; }
    /// <summary>Whether it is still to do.</summary>
    public WorkState State { get; init; }
}
