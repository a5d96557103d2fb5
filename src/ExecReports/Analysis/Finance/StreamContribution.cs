using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Finance;

/// <summary>What a unit of a stream leaves over its variable cost, and whether it could be weighted.</summary>
/// <param name="Entity">The entity that sells it.</param>
/// <param name="Stream">The stream.</param>
/// <param name="PerUnit">Price − variable cost per unit, money; null if either is unknown. Ranges: price low − cost high, price high − cost low.</param>
/// <param name="Units">Units in a usual month; without one the mean of the single months stated; null if neither is known.</param>
public sealed record StreamContribution(Handoff Entity, RevenueStream Stream, Bounds? PerUnit, decimal? Units)
{
    /// <summary>What is not known of it, in words; null when price, variable cost and units are all known.</summary>
    public string? Lacks { get; init; }

    /// <summary>The contribution of a stream.</summary>
    public static StreamContribution Of(Handoff entity, RevenueStream stream)
    {
        Bounds? perUnit = stream is { Price: { } price, VariableCost: { } cost } ? price.Bounds - cost.Bounds : null;
        var units = UsualUnits(stream);
        string[] lacks =
        [
            .. stream.Price is null ? ["price"] : Array.Empty<string>(),
            .. stream.VariableCost is null ? ["variable cost"] : Array.Empty<string>(),
            .. units is null ? ["number of units a month"] : Array.Empty<string>(),
        ];
        return new(entity, stream, perUnit, units) { Lacks = lacks.Length == 0 ? null : lacks.Length == 1 ? lacks[0] : $"{string.Join(", ", lacks[..^1])} and {lacks[^1]}" };
    }

    private static decimal? UsualUnits(RevenueStream stream) =>
        stream.UnitsPerMonth?.Bounds.Middle
        ?? (stream.UnitsByMonth.Count > 0 ? stream.UnitsByMonth.Average(m => m.Units.Bounds.Middle) : null);
}
