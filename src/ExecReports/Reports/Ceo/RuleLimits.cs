using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports.Ceo;

/// <summary>The limits in force, so that a reader knows by which rules the reports judge.</summary>
internal static class RuleLimits
{
    /// <summary>Every limit, those of the portfolio's settings and the product's own.</summary>
    public static IReadOnlyList<RuleLimit> Of(PortfolioSettings settings)
    {
        var standard = new Thresholds();
        return
        [
            Share("A cost outside its range counts as a variance above", "cost_variance", limits => limits.CostVariance),
            Money("Capital is low-cost up to", "low_cost_capital", limits => limits.LowCostCapital),
            Share("A guardrail is near within this share of its limit", "guardrail_near", limits => limits.GuardrailNear),
            Days("A fact shows its date when older than", "old_fact_days", limits => limits.OldFactDays),
            Days("Git is read over the last", "git_window_days", limits => limits.GitWindowDays),
            Days("A branch is stale when its tip is older than", "stale_branch_days", limits => limits.StaleBranchDays),
            Days("The agenda covers the next", "agenda_days", limits => limits.AgendaDays),
            Days("Support ends soon within", "ends_soon_days", limits => limits.EndsSoonDays),
            Days("Renewals, free boat days and unsold nights cover the next", "ahead_days", limits => limits.AheadDays),
            Days("Trips are checked over the next", "trip_check_days", limits => limits.TripCheckDays),
            Share("One client is a risk from this share of the invoices", "concentration_risk", limits => limits.ConcentrationRisk),
            Money("An unused resource is a saving from this cost a month", "idle_cost", limits => limits.IdleCost),
            Number("Decisions that a report opens with", "decisions", limits => limits.Decisions),
            Money("Something is a decision from this money at stake", "decision_money", limits => limits.DecisionMoney),
            Days("A decision without a date gets", "decision_days", limits => limits.DecisionDays),
            Number("A shortfall is a decision from urgency (of 4)", "decision_urgency", limits => limits.DecisionUrgency),
            Number("An outlay is proposed that pays back within months", "payback_months", limits => limits.PaybackMonths),
            Number("An unsold gap is a decision from nights", "gap_nights", limits => limits.GapNights),
            Days("A repair is a decision when open for", "repair_days", limits => limits.RepairDays),
        ];

        RuleLimit Share(string name, string key, Func<Thresholds, decimal> limit) => Line(name, key, limit, value => Formats.Percent(value));
        RuleLimit Money(string name, string key, Func<Thresholds, decimal> limit) => Line(name, key, limit, value => Formats.Money(value, settings.Currency));
        RuleLimit Number(string name, string key, Func<Thresholds, decimal> limit) => Line(name, key, limit, value => Formats.Number((decimal?)value));
        RuleLimit Days(string name, string key, Func<Thresholds, int> limit) => Line(name, key, limits => limit(limits), value => Formats.Count(value, "day", "days"));
        RuleLimit Line(string name, string key, Func<Thresholds, decimal> limit, Func<decimal, string> words) =>
            new(name, key, words(limit(settings.Thresholds)), limit(settings.Thresholds) == limit(standard));
    }
}
