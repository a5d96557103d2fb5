using System.Globalization;
using ExecReports.Inventory;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Engineering;

/// <summary>Something that could be saved.</summary>
public sealed record Saving
{
    /// <summary>The entity; null: the resource is nobody's.</summary>
    public required Handoff? Entity { get; init; }
    /// <summary>What it is about: a cost's item, or a resource.</summary>
    public required string What { get; init; }
    /// <summary>Why, in a sentence.</summary>
    public required string Why { get; init; }
    /// <summary>The rule: "column Saving", or the inventory rule's name.</summary>
    public required string Rule { get; init; }
    /// <summary>Money per month, in the portfolio's currency; null: claimed, but unknown.</summary>
    public Bounds? PerMonth { get; init; }
    /// <summary>Whether it is part of the sum; a resource that a cost line with a saving already names is not, and neither is one below the threshold.</summary>
    public required bool Counted { get; init; }
    /// <summary>Where it is told.</summary>
    public required SourceRef Source { get; init; }
}

/// <summary>
/// Savings per month = the column Saving of Costs, plus rules over the inventory. Rule "idle": a resource whose metric says that it was not used in the last 30 days
/// and that costs at least <see cref="Thresholds.IdleCost"/> per month saves its whole cost. Ranges stay low to high; an unknown amount ("?") is counted apart. A resource that an item, or the
/// note, of a cost line with a saving names is told, not counted twice. Costs in the inventory are USD: under another currency the saving's amount is unknown.
/// </summary>
public static class Savings
{
    /// <summary>The name of the rule over unused resources.</summary>
    public const string IdleRule = "idle for 30 days";

    private static readonly OncePerFacts<IReadOnlyList<Saving>> s_all = new(Find);

    /// <summary>All savings: counted ones first, largest first, then unknown ones, then those that are only told.</summary>
    public static IReadOnlyList<Saving> Of(PortfolioFacts facts) => s_all.Of(facts);

    private static IReadOnlyList<Saving> Find(PortfolioFacts facts)
    {
        var claimed = facts.Handoffs.SelectMany(entity => entity.Costs.Where(Finance.Savings.Claims).Select(cost => (Entity: entity, Cost: cost))).ToList();
        var savings = claimed.Select(one => new Saving
        {
            Entity = one.Entity,
            What = one.Cost.Item,
            Why = one.Cost.Saving?.Remark ?? one.Cost.Note ?? "named in the column Saving",
            Rule = "column Saving",
            PerMonth = one.Cost.Saving?.Bounds,
            Counted = true,
            Source = SourceRef.Of(one.Cost),
        }).ToList();
        foreach (var owned in ResourceOwners.Of(facts).All)
        {
            if (ResourceUse.Of(owned).Used != false)
                continue;
            var cost = owned.Resource.CostPerMonth;
            if (cost is 0)
                continue;
            var told = claimed.FirstOrDefault(one => Mentions(one.Cost, owned.Resource.Name));
            var below = cost < facts.Thresholds.IdleCost;
            savings.Add(new Saving
            {
                Entity = owned.Entity,
                What = owned.Title,
                Why = $"{owned.Title} costs {(cost is { } known ? "$" + known.ToString(decimal.IsInteger(known) ? "#,0" : "#,0.00", CultureInfo.InvariantCulture) : "an unknown amount")} and served {Served(owned.Resource)}"
                    + (told.Cost is not null ? $"; already in the saving of “{told.Cost.Item}”" : below ? "; too little to count" : ""),
                Rule = IdleRule,
                PerMonth = cost is { } money && facts.Settings.Currency == "USD" ? Bounds.Of(money) : null,
                Counted = told.Cost is null && !below,
                Source = owned.Source,
            });
        }

        return [.. savings.OrderByDescending(one => one.Counted).ThenByDescending(one => one.PerMonth.HasValue).ThenByDescending(one => one.PerMonth?.Middle)];
    }

    /// <summary>The sum of those that count, per month; unknown ones apart.</summary>
    public static Total Sum(IEnumerable<Saving> savings) => Total.Sum(savings.Where(one => one.Counted).Select(one => one.PerMonth));

    static bool Mentions(CostLine cost, string resource) =>
        new[] { cost.Item, cost.Note, cost.Saving?.Remark }.Any(text => text?.Contains(resource, StringComparison.OrdinalIgnoreCase) == true);

    static string Served(AwsResource resource) => resource switch
    {
        LambdaFunction => "0 invocations",
        Table => "0 read and write units",
        _ => "0 requests",
    };
}
