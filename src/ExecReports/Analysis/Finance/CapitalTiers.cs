using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Finance;

/// <summary>How a use of money is judged.</summary>
public enum CapitalTier
{
    /// <summary>Costs nothing.</summary>
    ZeroCost,
    /// <summary>Costs at most <see cref="Thresholds.LowCostCapital"/>.</summary>
    LowCost,
    /// <summary>Costs more, and must show how it pays back.</summary>
    RevenueProducing,
    /// <summary>Its cost is unknown.</summary>
    Unpriced,
}

/// <summary>A use of money, its tier and its payback.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Action">The handoff's row.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="Payback">Months until it has paid itself back, one decimal; null if it cannot be said.</param>
public sealed record CapitalChoice(Handoff Entity, CapitalAction Action, CapitalTier Tier, Bounds? Payback)
{
    /// <summary>Costs more than the limit and states no return: a decision needs one first.</summary>
    public bool NoPaybackShown => Tier == CapitalTier.RevenueProducing && Payback is null;

    /// <summary>Whether it is still to do.</summary>
    public bool Open => Action.State is WorkState.Open or WorkState.Unknown;
}

/// <summary>The capital deployment framework: uses of money by tier.</summary>
/// <param name="ZeroCost">Open actions that cost nothing.</param>
/// <param name="LowCost">Open actions up to the limit.</param>
/// <param name="RevenueProducing">Open actions above the limit, shortest payback first, without payback last.</param>
/// <param name="Unpriced">Open actions whose cost is unknown.</param>
/// <param name="Closed">Actions that are done or cancelled.</param>
public sealed record CapitalFramework(
    IReadOnlyList<CapitalChoice> ZeroCost, IReadOnlyList<CapitalChoice> LowCost, IReadOnlyList<CapitalChoice> RevenueProducing,
    IReadOnlyList<CapitalChoice> Unpriced, IReadOnlyList<CapitalChoice> Closed)
{
    /// <summary>All open actions, tier by tier.</summary>
    public IReadOnlyList<CapitalChoice> Open => [.. ZeroCost, .. LowCost, .. RevenueProducing, .. Unpriced];
}

/// <summary>
/// Tier by the high end of the cost: 0 → zero-cost; up to <see cref="Thresholds.LowCostCapital"/> → low-cost; above → revenue-producing; unknown → unpriced.
/// Payback (months) = cost / expected return per month: low = cost low / return high, high = cost high / return low, one decimal; a cost of 0 pays back in 0.
/// </summary>
public static class CapitalTiers
{
    /// <summary>The framework over a set of entities.</summary>
    public static CapitalFramework Of(IReadOnlyList<Handoff> handoffs, Thresholds thresholds)
    {
        var all = handoffs.SelectMany(h => h.Capital.Select(a => new CapitalChoice(h, a, TierOf(a, thresholds), PaybackOf(a))))
            .OrderBy(c => c.Payback?.High ?? decimal.MaxValue).ThenByDescending(c => c.Action.ReturnPerMonth?.High ?? -1)
            .ToList();
        return new(
            [.. all.Where(c => c.Open && c.Tier == CapitalTier.ZeroCost)],
            [.. all.Where(c => c.Open && c.Tier == CapitalTier.LowCost)],
            [.. all.Where(c => c.Open && c.Tier == CapitalTier.RevenueProducing)],
            [.. all.Where(c => c.Open && c.Tier == CapitalTier.Unpriced)],
            [.. all.Where(c => !c.Open)]);
    }

    /// <summary>Tier of an action.</summary>
    public static CapitalTier TierOf(CapitalAction action, Thresholds thresholds) => action.Cost switch
    {
        null => CapitalTier.Unpriced,
        { High: <= 0 } => CapitalTier.ZeroCost,
        { } cost when cost.High <= thresholds.LowCostCapital => CapitalTier.LowCost,
        _ => CapitalTier.RevenueProducing,
    };

    /// <summary>Payback in months; null when cost or return is unknown, or the return may be nothing.</summary>
    public static Bounds? PaybackOf(CapitalAction action) => action switch
    {
        { Cost: { High: <= 0 } } => Bounds.Zero,
        { Cost: { } cost, ReturnPerMonth: { Low: > 0 } gain } => new Bounds(Months(cost.Low / gain.High), Months(cost.High / gain.Low)),
        _ => null,
    };

    private static decimal Months(decimal months) => Math.Round(months, 1, MidpointRounding.AwayFromZero);
}
