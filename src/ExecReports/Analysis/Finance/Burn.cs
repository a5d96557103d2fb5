using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Finance;

/// <summary>What is spent in a month, and what of it contracted revenue already covers. Money per month in the portfolio's currency.</summary>
/// <param name="Gross">Sum of the cost lines' monthly shares, low and high.</param>
/// <param name="Contracted">Sum of the recurring revenue already contracted; streams that state none add nothing.</param>
public sealed record BurnRate(Total Gross, Total Contracted)
{
    /// <summary>Net burn: low = gross low − contracted high, high = gross high − contracted low. Negative: a surplus.</summary>
    public Total Net => new(Gross.Known - Contracted.Known, Gross.Terms, Gross.Unknown);

    /// <summary>Net burn, or null when no cost is known.</summary>
    public Bounds? NetOrUnknown => Gross.Terms == 0 ? null : Net.Known;
}

/// <summary>Burn of one entity, its cost lines and the streams whose contracted revenue was counted.</summary>
public sealed record EntityBurn(Handoff Entity, BurnRate Rate, IReadOnlyList<CostLine> Lines, IReadOnlyList<RevenueStream> ContractedStreams);

/// <summary>Burn of one category over all entities; <paramref name="PerEntity"/> in the order of <see cref="BurnModel.Entities"/>, null where the entity has no such cost.</summary>
/// <param name="Category">The category, as first written.</param>
/// <param name="Gross">Its costs a month.</param>
/// <param name="PerEntity">Its costs by entity.</param>
/// <param name="Lines">Its cost lines.</param>
public sealed record CategoryBurn(string Category, Total Gross, IReadOnlyList<Total?> PerEntity, IReadOnlyList<CostLine> Lines);

/// <summary>The monthly burn model: group, entities, categories.</summary>
public sealed record BurnModel
{
    /// <summary>The group's burn.</summary>
    public required BurnRate Group { get; init; }
    /// <summary>Entities that state a cost, in the order of the handoffs.</summary>
    public required IReadOnlyList<EntityBurn> Entities { get; init; }
    /// <summary>Categories, largest high end first, then by name.</summary>
    public required IReadOnlyList<CategoryBurn> Categories { get; init; }
    /// <summary>Entities that state no cost at all.</summary>
    public required IReadOnlyList<Handoff> WithoutCosts { get; init; }
}

/// <summary>
/// Monthly burn. Gross low/high = sum of the monthly shares of the cost lines (the expected amount, else the actual one); a line whose amount is unknown
/// is counted apart ("at least"). Contracted = the Revenue section's column Contracted, a month's amount; clients' retainers are never added to it.
/// </summary>
public static class Burn
{
    /// <summary>Burn of a set of entities.</summary>
    public static BurnModel Of(IReadOnlyList<Handoff> handoffs)
    {
        var entities = handoffs.Where(h => h.Costs.Count > 0).Select(h => new EntityBurn(h, RateOf(h), h.Costs, [.. h.Revenue.Where(s => s.Contracted is not null)])).ToList();
        var categories = entities.SelectMany(e => e.Lines)
            .GroupBy(line => Folded.Of(line.Category))
            .Select(group => new CategoryBurn(
                group.First().Category,
                Total.Sum(group.Select(line => line.Monthly)),
                [.. entities.Select(e => InCategory(e, group.Key))],
                [.. group]))
            .OrderByDescending(c => c.Gross.Known.High)
            .ThenBy(c => c.Category, StringComparer.Ordinal)
            .ToList();
        return new BurnModel
        {
            Group = new(Total.Sum(handoffs.SelectMany(h => h.Costs).Select(line => line.Monthly)), ContractedOf(handoffs.SelectMany(h => h.Revenue))),
            Entities = entities,
            Categories = categories,
            WithoutCosts = [.. handoffs.Where(h => h.Costs.Count == 0)],
        };
    }

    /// <summary>Burn of one entity.</summary>
    public static BurnRate RateOf(Handoff entity) => new(Total.Sum(entity.Costs.Select(line => line.Monthly)), ContractedOf(entity.Revenue));

    private static Total ContractedOf(IEnumerable<RevenueStream> streams) => Total.Sum(streams.Where(s => s.Contracted is not null).Select(s => s.Contracted));

    private static Total? InCategory(EntityBurn entity, string category)
    {
        var lines = entity.Lines.Where(line => Folded.Of(line.Category) == category).ToList();
        return lines.Count == 0 ? null : Total.Sum(lines.Select(line => line.Monthly));
    }
}
