using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Finance;

/// <summary>Whether there is a break-even, and if not, why.</summary>
public enum BreakEvenState
{
    /// <summary>There is one, at both ends.</summary>
    Known,
    /// <summary>No fixed cost is known.</summary>
    NoFixedCost,
    /// <summary>No stream has its price, variable cost and units all known.</summary>
    NoContribution,
    /// <summary>A unit leaves nothing over its variable cost: no number of units breaks even.</summary>
    NotPositive,
    /// <summary>No stream bears the name that the portfolio counts by.</summary>
    NoSuchStream,
}

/// <summary>A break-even: how many units a month cover the fixed cost.</summary>
public sealed record BreakEvenPoint
{
    /// <summary>Whether there is one.</summary>
    public required BreakEvenState State { get; init; }
    /// <summary>The entity; null: the group.</summary>
    public Handoff? Entity { get; init; }
    /// <summary>Fixed cost per month, money.</summary>
    public required Total Fixed { get; init; }
    /// <summary>Contribution per unit, money, weighted by units per month; null if unknown.</summary>
    public Bounds? Contribution { get; init; }
    /// <summary>Whole units per month, low and high; null where there is no break-even.</summary>
    public Bounds? Units { get; init; }
    /// <summary>What a unit is called: the portfolio's unit, the only stream's name, or "units".</summary>
    public required string UnitName { get; init; }
    /// <summary>Streams that were weighted.</summary>
    public IReadOnlyList<StreamContribution> Streams { get; init; } = [];
    /// <summary>Streams that were left out because a term is unknown.</summary>
    public IReadOnlyList<StreamContribution> LeftOut { get; init; } = [];
    /// <summary>Cost lines that are fixed.</summary>
    public IReadOnlyList<CostLine> FixedLines { get; init; } = [];
    /// <summary>Units sold in a usual month, summed over <see cref="Streams"/>; null if none is known.</summary>
    public decimal? UsualUnits { get; init; }

    /// <summary>The answer in words.</summary>
    public string Words => State switch
    {
        BreakEvenState.NoFixedCost => "unknown: no fixed cost is known",
        BreakEvenState.NoContribution => "unknown: no stream has its price, variable cost and units all known",
        BreakEvenState.NotPositive => "no break-even: a unit leaves nothing over its variable cost, so more sales do not help",
        BreakEvenState.NoSuchStream => $"unknown: no revenue stream is named \"{UnitName}\"",
        _ => (Fixed.Unknown > 0 ? "at least " : "") + (Units!.Value.IsSingle ? $"{Units.Value.Low:0}" : $"{Units.Value.Low:0} to {Units.Value.High:0}") + $" {InSentence(UnitName)} a month",
    };

    /// <summary>The same as a sentence: "The break-even is 6 charters a month."</summary>
    public string Sentence => State == BreakEvenState.NotPositive ? $"There is {Words}." : $"The break-even is {Words}.";

    // A stream's heading within a sentence: "Day sails" as "day sails"; "CrewBook" and "OTA fees" keep their capitals.
    private static string InSentence(string name) =>
        name.AsSpan().IndexOf(' ') is var end && name.AsSpan(1, Math.Max(0, (end < 0 ? name.Length : end) - 1)).IndexOfAnyInRange('A', 'Z') >= 0
            ? name
            : char.ToLowerInvariant(name[0]) + name[1..];
}

/// <summary>
/// Break-even units per month = ceiling(fixed monthly cost / contribution per unit): low from the fixed cost's low end, high from its high end
/// (and, where price or variable cost is a range, from the contribution's high and low end). Fixed = all costs except those that a column Fixed answers with no.
/// Contribution = price − variable cost per unit, weighted by units per month over the streams of which all three are known.
/// For a group that counts by a named stream (<see cref="PortfolioSettings.BreakEvenStream"/>): all fixed costs over that stream's contribution.
/// </summary>
public static class BreakEven
{
    /// <summary>Break-even of one entity over the mix of its streams.</summary>
    public static BreakEvenPoint Of(Handoff entity)
    {
        var streams = entity.Revenue.Select(s => StreamContribution.Of(entity, s)).ToList();
        return Point(entity, entity.Costs, streams, UnitOf(streams));
    }

    /// <summary>Break-even of the group: all fixed costs over the named stream's contribution, or over the mix when no stream is named.</summary>
    public static BreakEvenPoint OfGroup(PortfolioFacts facts)
    {
        var all = facts.Handoffs.SelectMany(h => h.Revenue.Select(s => StreamContribution.Of(h, s))).ToList();
        var costs = facts.Handoffs.SelectMany(h => h.Costs).ToList();
        if (facts.Settings.BreakEvenStream is not { } name)
            return Point(null, costs, all, UnitOf(all));

        var named = all.Where(s => IsNamed(s.Stream, name)).ToList();
        return named.Count > 0
            ? Point(null, costs, named, name)
            : new BreakEvenPoint { State = BreakEvenState.NoSuchStream, Fixed = Total.Sum(costs.Where(c => c.Fixed).Select(c => c.Monthly)), UnitName = name };
    }

    /// <summary>Whether a stream is the one that the portfolio counts by: the same name folded, singular and plural alike, or a name that ends in it ("Day charters" for "charters").</summary>
    public static bool IsNamed(RevenueStream stream, string name)
    {
        var wanted = Folded.Of(name).TrimEnd('s');
        return wanted.Length > 0 && Folded.Of(stream.Name).TrimEnd('s').EndsWith(wanted, StringComparison.Ordinal);
    }

    private static string UnitOf(IEnumerable<StreamContribution> streams) => streams.Where(s => s.Lacks is null).ToList() is [var only] ? only.Stream.Name : "units";

    private static BreakEvenPoint Point(Handoff? entity, IEnumerable<CostLine> costs, IReadOnlyList<StreamContribution> streams, string unitName)
    {
        var lines = costs.Where(c => c.Fixed).ToList();
        var fixedCost = Total.Sum(lines.Select(c => c.Monthly));
        var known = streams.Where(s => s.Lacks is null).ToList();
        var usual = known.Sum(s => s.Units!.Value);
        Bounds? contribution = usual > 0
            ? new Bounds(known.Sum(s => s.PerUnit!.Value.Low * s.Units!.Value) / usual, known.Sum(s => s.PerUnit!.Value.High * s.Units!.Value) / usual)
            : null;
        var state = fixedCost.Terms == 0 ? BreakEvenState.NoFixedCost
            : contribution is null ? BreakEvenState.NoContribution
            : contribution.Value.Low <= 0 ? BreakEvenState.NotPositive
            : BreakEvenState.Known;
        return new BreakEvenPoint
        {
            State = state,
            Entity = entity,
            Fixed = fixedCost,
            Contribution = contribution,
            Units = state == BreakEvenState.Known
                ? new Bounds(Math.Ceiling(fixedCost.Known.Low / contribution!.Value.High), Math.Ceiling(fixedCost.Known.High / contribution.Value.Low))
                : null,
            UnitName = unitName,
            Streams = known,
            LeftOut = [.. streams.Where(s => s.Lacks is not null)],
            FixedLines = lines,
            UsualUnits = known.Count > 0 ? usual : null,
        };
    }
}
