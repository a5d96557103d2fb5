using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Finance;

/// <summary>What a stream is expected to bring and to cost in a month. Money.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Stream">The stream.</param>
/// <param name="Units">Units of the month.</param>
/// <param name="Revenue">Middle of the price × units.</param>
/// <param name="VariableCost">Middle of the variable cost × units; null if the variable cost is unknown.</param>
public sealed record StreamMonth(Handoff Entity, RevenueStream Stream, decimal Units, decimal Revenue, decimal? VariableCost);

/// <summary>A stream that is left out of some months of a quarter, because its units there are unknown.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Stream">The stream.</param>
/// <param name="Months">First days of those months.</param>
public sealed record PartlyLeftOut(Handoff Entity, RevenueStream Stream, IReadOnlyList<DateOnly> Months);

/// <summary>A roadmap item whose worth counts, or that is due in a month.</summary>
public sealed record RoadmapStep(Handoff Entity, RoadmapItem Item);

/// <summary>A month of the roadmap. Money, the middle of ranges.</summary>
public sealed record RoadmapMonth
{
    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }
    /// <summary>Middle of gross burn, lines that are variable costs left out.</summary>
    public required decimal FixedCost { get; init; }
    /// <summary>Σ variable cost × units.</summary>
    public required decimal VariableCost { get; init; }
    /// <summary>Σ price × units.</summary>
    public required decimal StreamRevenue { get; init; }
    /// <summary>Monthly worth of the roadmap items due before the month begins.</summary>
    public required decimal RoadmapWorth { get; init; }
    /// <summary>Streams that were counted.</summary>
    public required IReadOnlyList<StreamMonth> Streams { get; init; }
    /// <summary>Streams whose price, or whose units in this month, are unknown: revenue is at least what is stated.</summary>
    public required int UnknownStreams { get; init; }
    /// <summary>Roadmap items whose worth was counted.</summary>
    public required IReadOnlyList<RoadmapStep> Counted { get; init; }
    /// <summary>Open roadmap items that are due in the month: its milestones.</summary>
    public required IReadOnlyList<RoadmapStep> Milestones { get; init; }

    /// <summary>Cost of the month: the revenue that is needed.</summary>
    public decimal Cost => FixedCost + VariableCost;
    /// <summary>Expected revenue of the month.</summary>
    public decimal Revenue => StreamRevenue + RoadmapWorth;
    /// <summary>Revenue − cost; negative: what is missing.</summary>
    public decimal Gap => Revenue - Cost;
    /// <summary>Whether any fixed cost is known, or none is stated: without one, nothing can be said to be reached.</summary>
    public required bool CostKnown { get; init; }
    /// <summary>Whether enough is known to call the month profitable or short: some revenue, of a stream or a roadmap item, and a cost.</summary>
    public bool Judged => (Streams.Count > 0 || Counted.Count > 0) && CostKnown;
    /// <summary>Whether revenue reaches cost, as far as known; false where that cannot be judged.</summary>
    public bool Profitable => Judged && Revenue >= Cost;
}

/// <summary>The profitability roadmap of a quarter.</summary>
public sealed record ProfitabilityPlan
{
    /// <summary>Year of the quarter.</summary>
    public required int Year { get; init; }
    /// <summary>Quarter, 1 to 4.</summary>
    public required int Quarter { get; init; }
    /// <summary>Its three months.</summary>
    public required IReadOnlyList<RoadmapMonth> Months { get; init; }
    /// <summary>Streams left out of all three months because price or units are unknown.</summary>
    public required IReadOnlyList<StreamContribution> LeftOut { get; init; }
    /// <summary>Streams whose units are known in some of the months only, and the months that they are left out of.</summary>
    public required IReadOnlyList<PartlyLeftOut> PartlyLeftOut { get; init; }
    /// <summary>Cost lines left out because their amount is unknown.</summary>
    public required int UnknownCosts { get; init; }
    /// <summary>Streams counted in revenue whose variable cost is unknown: cost is at least what is stated.</summary>
    public required IReadOnlyList<StreamContribution> WithoutVariableCost { get; init; }

    /// <summary>The quarter's name: Q1 2027.</summary>
    public string Name => $"Q{Quarter} {Year}";
    /// <summary>First profitable month of the quarter; null if none is.</summary>
    public RoadmapMonth? First => Months.FirstOrDefault(m => m.Profitable);
}

/// <summary>
/// Profitability, base case. A month's revenue = Σ price × units + the monthly worth of the Roadmap items due before that month begins (done ones counted, cancelled ones not).
/// Its cost = middle of gross burn over the fixed cost lines + Σ variable cost × units; a cost line marked as not fixed is left out, being that variable cost. Ranges count with their middle.
/// Profitable when revenue ≥ cost. A stream whose price, or whose units in a month, are unknown is left out of that month and counted; so is a cost line without an amount. Roadmap items
/// without a date or a worth add nothing.
/// </summary>
public static class ProfitabilityRoadmap
{
    /// <summary>The quarter after the report's date.</summary>
    public static ProfitabilityPlan NextQuarter(PortfolioFacts facts)
    {
        var quarter = ((facts.AsOf.Month - 1) / 3) + 1;
        return Of(facts.Handoffs, quarter == 4 ? facts.AsOf.Year + 1 : facts.AsOf.Year, (quarter % 4) + 1);
    }

    /// <summary>The roadmap of a set of entities for a quarter.</summary>
    public static ProfitabilityPlan Of(IReadOnlyList<Handoff> handoffs, int year, int quarter)
    {
        var first = new DateOnly(year, ((quarter - 1) * 3) + 1, 1);
        var streams = handoffs.SelectMany(h => h.Revenue.Select(s => (Entity: h, Stream: s))).ToList();
        var fixedLines = handoffs.SelectMany(h => h.Costs).Where(c => c.Fixed).ToList();
        var burn = Total.Sum(fixedLines.Select(c => c.Monthly));
        var months = Enumerable.Range(0, 3).Select(i => MonthOf(first.AddMonths(i), handoffs, streams, burn)).ToList();
        var counted = months.SelectMany(m => m.Streams).Select(s => s.Stream).ToHashSet(ReferenceEqualityComparer.Instance);
        var contributions = streams.Select(s => StreamContribution.Of(s.Entity, s.Stream)).ToList();
        return new ProfitabilityPlan
        {
            Year = year,
            Quarter = quarter,
            Months = months,
            UnknownCosts = burn.Unknown,
            LeftOut = [.. contributions.Where(c => !counted.Contains(c.Stream))],
            PartlyLeftOut = [.. streams.Where(s => counted.Contains(s.Stream) && s.Stream.Price is not null)
                .Select(s => new PartlyLeftOut(s.Entity, s.Stream, [.. months.Select(m => m.Month).Where(month => StreamUnits.In(s.Stream, month) is null)]))
                .Where(p => p.Months.Count > 0)],
            WithoutVariableCost = [.. contributions.Where(c => counted.Contains(c.Stream) && c.Stream.VariableCost is null)],
        };
    }

    private static RoadmapMonth MonthOf(DateOnly month, IReadOnlyList<Handoff> handoffs, IReadOnlyList<(Handoff Entity, RevenueStream Stream)> streams, Total burn)
    {
        var sold = streams
            .Select(s => (s.Entity, s.Stream, Units: StreamUnits.In(s.Stream, month), Price: s.Stream.Price?.Bounds.Middle))
            .Where(s => s.Units is not null && s.Price is not null)
            .Select(s => new StreamMonth(s.Entity, s.Stream, s.Units!.Value, s.Price!.Value * s.Units.Value, s.Stream.VariableCost?.Bounds.Middle * s.Units.Value))
            .ToList();
        var steps = handoffs.SelectMany(h => h.Roadmap.Select(i => new RoadmapStep(h, i))).Where(s => s.Item.Due is not null && s.Item.State != WorkState.Cancelled).ToList();
        var due = steps.Where(s => s.Item.Due < month && s.Item.MonthlyWorth is not null).ToList();
        return new RoadmapMonth
        {
            Month = month,
            FixedCost = burn.Known.Middle,
            CostKnown = burn.Terms > 0 || burn.Unknown == 0,
            VariableCost = sold.Sum(s => s.VariableCost ?? 0),
            StreamRevenue = sold.Sum(s => s.Revenue),
            RoadmapWorth = due.Sum(s => s.Item.MonthlyWorth!.Bounds.Middle),
            Streams = sold,
            UnknownStreams = streams.Count - sold.Count,
            Counted = due,
            Milestones = [.. steps.Where(s => s.Item.State != WorkState.Done && s.Item.Due >= month && s.Item.Due < month.AddMonths(1)).OrderBy(s => s.Item.Due)],
        };
    }
}
