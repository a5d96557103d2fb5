using ExecReports.Analysis;
using ExecReports.Analysis.Finance;
using ExecReports.Analysis.Operations;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;
using ExecReports.Rendering;

namespace ExecReports.Reports.Decisions;

/// <summary>
/// What the CFO decides: free actions with a return; outlays that pay themselves back within <see cref="Thresholds.PaybackMonths"/>; outlays that show no return;
/// broken guardrails over money; a month short of break-even.
/// </summary>
internal static class CfoDecisions
{
    /// <summary>The drafts.</summary>
    public static IEnumerable<DecisionDraft> Of(PortfolioFacts facts)
    {
        var currency = facts.Settings.Currency;
        foreach (var choice in CapitalTiers.Of(facts.Handoffs, facts.Thresholds).Open)
            if (Capital(choice, facts, currency) is { } draft)
                yield return draft;
        foreach (var check in Guardrails.Of(facts).Where(check => check.State == GuardrailState.Broken))
            yield return Broken(check, currency);
        var pace = CharterPace.Of(facts, Trips.Of(facts));
        if (pace.Short is { High: > 0 } missing && pace.Worth is { } worth)
            yield return new DecisionDraft("short of break-even", null, $"Sell {Formats.Number((Bounds?)missing)} more {pace.BreakEven.UnitName} in {Formats.Month(pace.Month)}, or say what is cut",
                $"{Formats.Number(pace.Counted)} are done or booked against a break-even of {Formats.Number(pace.BreakEven.Units)}.", 3,
                [.. pace.BreakEven.Streams.Select(one => SourceRef.Of(one.Stream)), .. pace.Done.Concat(pace.Booked).Select(trip => trip.Source)])
            {
                AtStake = worth, Due = pace.Month.AddMonths(1).AddDays(-1),
            };
    }

    private static DecisionDraft? Capital(CapitalChoice choice, PortfolioFacts facts, string currency)
    {
        var limits = facts.Thresholds;
        var action = choice.Action;
        var gain = action.ReturnPerMonth?.Bounds;
        DecisionDraft Draft(string rule, string what, string why, decimal urgency, Bounds? stake, bool perMonth) =>
            new(rule, choice.Entity, what, why, urgency, [SourceRef.Of(action)])
            {
                AtStake = stake, PerMonth = perMonth, Owner = action.Owner, Due = action.Due, Matters = [action.Action],
            };

        if (choice.NoPaybackShown)
            return Draft("no payback shown", $"{action.Action} ({choice.Entity.Name}): ask what it brings before it is paid",
                $"It costs {Formats.Money(action.Cost!.Bounds, currency)} and states no return; above {Formats.Money(limits.LowCostCapital, currency)} a return is due first.",
                action.Due > facts.AsOf.AddDays(limits.AheadDays) ? 1 : 2, action.Cost.Bounds, false);
        if (gain is not { High: > 0 })
            return null;
        if (choice.Tier == CapitalTier.ZeroCost)
            return Draft("free action", $"{action.Action} ({choice.Entity.Name}): begin, it is free", $"It costs nothing and is expected to bring {Formats.Money(gain, currency)} a month.", 3, gain, true);
        return choice.Payback is { } payback && payback.High <= limits.PaybackMonths
            ? Draft("fast payback", $"{action.Action} ({choice.Entity.Name}): approve",
                $"It costs {Formats.Money(action.Cost!.Bounds, currency)} and pays itself back in {Formats.Value(payback, FigureUnit.Months, currency)}; the limit is {Formats.Value(limits.PaybackMonths, FigureUnit.Months, currency)}.", 3, gain, true)
            : null;
    }

    private static DecisionDraft Broken(GuardrailCheck check, string currency)
    {
        // Only a limit in money says by how much money it is broken.
        var money = check.Unit is FigureUnit.Money or FigureUnit.MoneyPerMonth;
        var limit = check.Guardrail.Limit!.Bounds;
        var present = check.Present!.Value;
        var off = check.Guardrail.Direction == GuardrailDirection.AtMost
            ? new Bounds(Math.Max(0, present.Low - limit.Low), present.High - limit.Low)
            : new Bounds(Math.Max(0, limit.High - present.High), limit.High - present.Low);
        return new DecisionDraft("broken guardrail", check.Entity, $"{DecisionWords.Inner(check.Guardrail.Rule)} ({check.Entity.Name}): mend it, or change the rule",
            $"It stands at {Formats.Value(present, check.Unit, currency)} against a limit of {Formats.Amount(check.Guardrail.Limit, currency)}.", 3, [SourceRef.Of(check.Guardrail)])
        {
            AtStake = money ? off : null, Matters = [check.Guardrail.Rule],
        };
    }
}
