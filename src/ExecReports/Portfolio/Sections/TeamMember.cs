namespace ExecReports.Portfolio.Sections;

/// <summary>A role of an entity's team (section Team). People appear by role.</summary>
public sealed record TeamMember : HandoffRow
{
    /// <summary>The role: Captain, Operator, Engineer.</summary>
    public required string Role { get; init; }
    /// <summary>What the role answers for.</summary>
    public string? Responsibility { get; init; }
    /// <summary>Hours per week.</summary>
    public Amount? HoursPerWeek { get; init; }
}
