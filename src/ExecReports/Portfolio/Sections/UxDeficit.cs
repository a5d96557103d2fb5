namespace ExecReports.Portfolio.Sections;

/// <summary>A deficit of the user experience (section UX).</summary>
public sealed record UxDeficit : HandoffRow
{
    /// <summary>What is wrong.</summary>
    public required string Title { get; init; }
    /// <summary>Page or flow.</summary>
    public string? Where { get; init; }
    /// <summary>What it costs the user or the business, as written.</summary>
    public string? Impact { get; init; }
    /// <summary>Severity 0 to 4 as <see cref="Shortfall.Urgency"/>.</summary>
    public decimal? Severity { get; init; }
    /// <summary>Severity as written: "3 of 5".</summary>
    public string? SeverityAsWritten { get; init; }
    /// <summary>Whether it is still open.</summary>
    public WorkState State { get; init; }
    /// <summary>Who mends it.</summary>
    public string? Owner { get; init; }
    /// <summary>Until when.</summary>
    public DateOnly? Due { get; init; }
}
