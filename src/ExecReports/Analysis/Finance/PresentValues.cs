using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Finance;

/// <summary>A present value that the product computes itself.</summary>
/// <param name="Name">What was computed, with whose it is.</param>
/// <param name="Value">Low and high; null if a term is unknown.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Formula">How, in words.</param>
public sealed record PresentValue(string Name, Bounds? Value, FigureUnit Unit, string Formula);

/// <summary>
/// Present values of what guardrails speak about: gross burn, net burn, runway, break-even, cash, occupancy and others, found by the words of the measure.
/// A measure that says group, portfolio, total or all entities is the group's; any other is that of the entity whose handoff states it.
/// </summary>
public static class PresentValues
{
    private static readonly string[] GroupWords = ["group", "portfolio", "allentities", "overall", "combined", "total"];

    /// <summary>The computed value of a guardrail's measure; null when the product computes nothing of that name and unit.</summary>
    public static PresentValue? Of(PortfolioFacts facts, Handoff entity, Guardrail guardrail)
    {
        var measure = Folded.Of(guardrail.Measure);
        var group = GroupWords.Any(word => measure.Contains(word, StringComparison.Ordinal));
        IReadOnlyList<Handoff> scope = group ? facts.Handoffs : [entity];
        var whose = group ? "the group" : entity.Name;
        var value = Named(measure, InMonths(guardrail.Limit), facts, entity, scope, group, whose);
        return value is null || !Fits(value.Unit, guardrail.Limit) ? null : value;
    }

    private static PresentValue? Named(string measure, bool inMonths, PortfolioFacts facts, Handoff entity, IReadOnlyList<Handoff> scope, bool group, string whose)
    {
        if (Says("breakeven"))
        {
            var point = group ? BreakEven.OfGroup(facts) : BreakEven.Of(entity);
            return new($"break-even of {whose}", point.Units, FigureUnit.Count, "ceiling(fixed monthly cost / contribution per unit)");
        }

        if (Says("runway") || (Says("cash") && inMonths))
            return new($"runway of {whose}", Runway.Of(scope).Months, FigureUnit.Months, "cash / net burn");
        if (Says("netburn"))
            return new($"net burn of {whose}", Burn.Of(scope).Group.NetOrUnknown, FigureUnit.MoneyPerMonth, "gross burn − contracted revenue");
        if (Says("burn") || Says("monthlycost") || Says("runningcost") || Says("costspermonth"))
        {
            var gross = Burn.Of(scope).Group.Gross;
            return new($"gross burn of {whose}", gross.Terms == 0 ? null : gross.Known, FigureUnit.MoneyPerMonth, "sum of monthly costs");
        }

        if (Says("cash"))
        {
            var cash = Runway.Of(scope).Cash;
            return new($"cash of {whose}", cash.Terms == 0 ? null : cash.Known, FigureUnit.Money, "sum of stated balances");
        }

        return null;

        bool Says(string word) => measure.Contains(word, StringComparison.Ordinal);
    }

    private static bool InMonths(Amount? limit) => limit is { Unit: AmountUnit.Number, Remark: { } remark } && remark.TrimStart().StartsWith("month", StringComparison.OrdinalIgnoreCase);

    private static bool Fits(FigureUnit unit, Amount? limit) => limit is null || unit switch
    {
        // A limit written without a currency sign ("9,000") is still money where the measure is.
        FigureUnit.Money or FigureUnit.MoneyPerMonth => limit.Unit is AmountUnit.Money or AmountUnit.Number && !InMonths(limit),
        FigureUnit.Share => limit.Unit == AmountUnit.Percent || limit is { Unit: AmountUnit.Number, High: <= 1 },
        _ => limit.Unit == AmountUnit.Number,
    };
}
