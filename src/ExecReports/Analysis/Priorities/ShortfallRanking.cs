using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Priorities;

/// <summary>A shortfall of an entity and its place in the ranking.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Row">The row as the handoff has it.</param>
public sealed record RankedShortfall(Handoff Entity, Shortfall Row)
{
    /// <summary>Middle of money per month × urgency (0 to 4), in the portfolio's currency; null where either is unknown.</summary>
    public decimal? Rank => Row.MoneyPerMonth is { } money && Row.Urgency is { } urgency ? money.Bounds.Middle * urgency : null;

    /// <summary>Whether it is still to do: open, or its state is not known.</summary>
    public bool IsOpen => Row.State is WorkState.Open or WorkState.Unknown;

    /// <summary>Whether it counts as critical: open, with the highest urgency.</summary>
    public bool IsCritical => IsOpen && Row.Urgency >= ShortfallRanking.CriticalUrgency;
}

/// <summary>
/// Shortfalls by business impact: middle of money per month × urgency, highest first. What lacks money or urgency stands last, marked, never dropped;
/// among those, urgency, then money, then the order of the handoffs. Critical = open with urgency critical (4, or n of m with n = m).
/// </summary>
public static class ShortfallRanking
{
    /// <summary>The urgency "critical".</summary>
    public const decimal CriticalUrgency = 4m;

    /// <summary>All shortfalls, open ones ranked first, then those done or cancelled in the handoffs' order.</summary>
    public static IReadOnlyList<RankedShortfall> Of(PortfolioFacts facts)
    {
        var all = facts.Handoffs.SelectMany(entity => entity.Shortfalls.Select(row => new RankedShortfall(entity, row))).ToList();
        return
        [
            .. all.Where(one => one.IsOpen)
                .OrderByDescending(one => one.Rank.HasValue)
                .ThenByDescending(one => one.Rank)
                .ThenByDescending(one => one.Row.Urgency)
                .ThenByDescending(one => one.Row.MoneyPerMonth?.Bounds.Middle),
            .. all.Where(one => !one.IsOpen),
        ];
    }
}
