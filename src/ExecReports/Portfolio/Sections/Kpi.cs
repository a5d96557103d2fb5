namespace ExecReports.Portfolio.Sections;

/// <summary>A KPI that a handoff names (section KPIs).</summary>
public sealed record Kpi : HandoffRow
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
    /// <summary>Target as a number, where it is one.</summary>
    public Amount? Target { get; init; }
    /// <summary>Target as written.</summary>
    public string? TargetAsWritten { get; init; }
    /// <summary>Actual as a number; null if unknown.</summary>
    public Amount? Actual { get; init; }
    /// <summary>Actual as written.</summary>
    public string? ActualAsWritten { get; init; }
    /// <summary>Its unit, as written.</summary>
    public string? Unit { get; init; }
}
