using System.Globalization;
using ExecReports.Analysis.Finance;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports.Accounting;

/// <summary>The accounting report's sentences.</summary>
/// <param name="currency">ISO 4217 code of the portfolio's currency.</param>
internal sealed class AccountingSentences(string currency)
{
    /// <summary>"You hold $7,000 for 7 trips not yet sailed."</summary>
    public string Held(DeferredMonth month)
    {
        if (month.Lines.Count == 0)
            return "No deposit is recorded, so no revenue is deferred.";
        var waiting = month.Waiting;
        var held = Analysis.Total.Sum(waiting.Select(l => l.HeldAt(month.Through)));
        var trips = waiting.All(l => l.Entity.Kind is EntityKind.Charter or EntityKind.Delivery);
        var sentence = waiting.Count == 0
            ? "You hold no money for services not yet rendered."
            : $"You hold {Formats.Money(held, currency)} for {(trips ? Formats.Count(waiting.Count, "trip", "trips") + " not yet sailed" : Formats.Count(waiting.Count, "booking", "bookings") + " not yet rendered")}.";
        var cancelled = month.CancelledHeld;
        return cancelled.Count == 0 ? sentence
            : $"{sentence} {Formats.Money(Analysis.Total.Sum(cancelled.Select(l => l.HeldAt(month.Through))), currency)} of {Formats.Count(cancelled.Count, "cancelled booking", "cancelled bookings")} was not given back.";
    }

    /// <summary>The expense audit.</summary>
    public string Audit(ExpenseAuditResult audit)
    {
        if (audit.Lines.Count == 0)
            return "No handoff states a cost, so there is nothing to audit.";
        var over = audit.Variances.Count(v => v.State == CostState.Over);
        var sentence = over == 0
            ? "No cost is above what was expected."
            : $"{Formats.Count(over, "cost is", "costs are")} above the expected range, {Formats.Money(audit.Unexplained, currency)} a month without an explanation.";
        return audit.Duplicates.Count == 0 ? sentence
            : $"{sentence} {Formats.Count(audit.Duplicates.Count, "vendor is", "vendors are")} paid by two entities or more.";
    }

    /// <summary>The profitability roadmap.</summary>
    public string Plan(ProfitabilityPlan plan)
    {
        if (plan.Months.All(m => m.Streams.Count == 0 && m.Counted.Count == 0))
            return $"No stream has a price and units for {plan.Name}, so no profitable month can be named.";
        if (!plan.Months.Any(m => m.Judged))
            return $"No fixed cost is known, so no profitable month of {plan.Name} can be named.";
        if (plan.First is { } first)
            return $"In {plan.Name} the first profitable month under the base case is {Month(first.Month)}: {Formats.Money(Round(first.Revenue), currency)} of revenue against {Formats.Money(Round(first.Cost), currency)} of cost.";
        var nearest = plan.Months.MaxBy(m => m.Gap)!;
        return $"No month of {plan.Name} is profitable under the base case; {Month(nearest.Month)} comes nearest, {Formats.Money(Round(-nearest.Gap), currency)} short.";
    }

    // Half a dollar of the middle of a range means nothing in a sentence.
    private static decimal Round(decimal money) => Math.Round(money, 0, MidpointRounding.AwayFromZero);

    private static string Month(DateOnly month) => month.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
}
