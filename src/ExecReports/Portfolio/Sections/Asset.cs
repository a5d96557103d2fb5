namespace ExecReports.Portfolio.Sections;

/// <summary>Something that the entity has (section Assets; also Fleet, Vehicles, Equipment, Property, Shops, Lists).</summary>
public sealed record Asset : HandoffRow
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
    /// <summary>What it is: boat, trailer, property, list; the section's heading where the table does not say.</summary>
    public required string Category { get; init; }
    /// <summary>How many or how large, as written (3,676 addresses).</summary>
    public Amount? Size { get; init; }
    /// <summary>Its value in money; null if unknown.</summary>
    public Amount? Value { get; init; }
    /// <summary>State as written.</summary>
    public string? Status { get; init; }
}
