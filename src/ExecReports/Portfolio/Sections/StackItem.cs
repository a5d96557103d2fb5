namespace ExecReports.Portfolio.Sections;

/// <summary>A layer of an entity's tech stack (section Tech stack).</summary>
public sealed record StackItem : HandoffRow
{
    /// <summary>The layer: hosting, frontend, database, runtime, payments …</summary>
    public required string Layer { get; init; }
    /// <summary>What is used there.</summary>
    public required string Technology { get; init; }
    /// <summary>Its version, as written; null if not said.</summary>
    public string? Version { get; init; }
}
