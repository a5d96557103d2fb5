using System.Globalization;

namespace Judge;

/// <summary>Figures of the accounting report.</summary>
internal static class AccountingRules
{
    public static Span? Compute(Cited f, string id)
    {
        var first = new DateOnly(f.AsOf.Year, f.AsOf.Month, 1);
        var deposits = f.Under("Deposits").Select(line => new Deposit(line)).ToList();
        bool InMonth(DateOnly? day) => day >= first && day <= f.AsOf;
        if (id.StartsWith("plan.", StringComparison.Ordinal))
        {
            var month = DateOnly.ParseExact(id[^7..] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
            return id.Split('.')[1] switch
            {
                "needed" => Span.One(Needed(f, month)),
                "revenue" => Span.One(Revenue(f, month)),
                _ => Span.One(Revenue(f, month) - Needed(f, month)),
            };
        }

        return id switch
        {
            "deferred.opening" => Rules.Sum(deposits.Where(one => one.IsHeld(first.AddDays(-1))).Select(one => one.Taken)),
            "deferred.taken" => Rules.Sum(deposits.Where(one => InMonth(one.TakenOn)).Select(one => one.Taken)),
            "deferred.earned" => Rules.Sum(deposits.Where(one => InMonth(one.EarnedOn(f.AsOf))).Select(one => one.Taken)),
            "deferred.refunded" => Rules.Sum(deposits.Where(one => InMonth(one.RefundedOn)).Select(one => one.Refunded)),
            "deferred.closing" => Rules.Sum(deposits.Where(one => one.IsHeld(f.AsOf)).Select(one => one.Taken)),
            "deferred.waiting" => Rules.Count(deposits.Where(one => one.IsHeld(f.AsOf) && !one.Cancelled)),
            "audit.unexplained" => Rules.Sum(Variances(f).Where(line => Actual(line) > line.Monthly!.Value.High).Select(line => (Span?)Span.One(Actual(line) - line.Monthly!.Value.High))),
            "audit.variances" => Rules.Count(Variances(f)),
            "audit.duplicates" => Rules.Count(f.Under("cost").GroupBy(line => line["Vendor"] is { Length: > 0 } vendor ? vendor : line["Item"]).Where(group => group.Select(line => line.File).Distinct().Count() > 1)),
            "costs.expected" => Rules.Sum(f.Under("cost").Select(line => line.Share(line["Expected", "Amount"]))),
            "costs.actual" => Rules.Sum(f.Under("cost").Select(line => line.Share(line["Actual"]))),
            "savings.costs" => Rules.Sum(f.Under("cost").Select(CtoRules.Saving)),
            _ => throw new NoRuleException(),
        };
    }

    private static IEnumerable<Line> Variances(Cited f) => f.Under("cost").Where(line => line.Share(line["Actual"]) is not null && line.Monthly is { } expected
        && (Actual(line) > expected.High * 1.02m || Actual(line) < expected.Low * 0.98m));

    private static decimal Actual(Line line) => line.Share(line["Actual"])!.Value.Low;

    private static decimal Needed(Cited f, DateOnly month) =>
        (Rules.Sum(f.Under("cost").Where(line => line.IsFixed).Select(line => line.Monthly)) ?? Span.Zero).Middle
        + f.Under("Revenue").Sum(line => (Cell.Number(line["Variable cost", "Variable cost per unit"]) ?? Span.Zero).Middle * Units(line, month));

    private static decimal Revenue(Cited f, DateOnly month) =>
        f.Under("Revenue").Sum(line => (Cell.Number(line["Price", "Price per unit"]) ?? Span.Zero).Middle * Units(line, month))
        + f.Under("Roadmap").Where(line => line.Status is not ("dropped" or "cancelled") && Cell.Day(line["Due"]) < month).Sum(line => (Cell.Number(line["Worth per month", "Monthly worth"]) ?? Span.Zero).Middle);

    private static decimal Units(Line line, DateOnly month)
    {
        var column = month.ToString("MMM yyyy", CultureInfo.InvariantCulture);
        return (Cell.Number(line[column]) ?? Cell.Number(line["Units per month"]) ?? Span.Zero).Middle;
    }

    private sealed class Deposit(Line line)
    {
        public Span? Taken => Cell.Number(line["Taken"]);

        public DateOnly? TakenOn => Cell.Day(line["Taken on", "On"]);

        public Span? Refunded => Cell.Number(line["Refunded"]);

        public DateOnly? RefundedOn => Cell.Day(line["Refunded on"]);

        public bool Cancelled => line.Status == "cancelled";

        public DateOnly? EarnedOn(DateOnly day) => !Cancelled && Cell.Day(line["Service on", "Trip on"]) is { } service && service <= day ? service : null;

        public bool IsHeld(DateOnly day) => TakenOn <= day && EarnedOn(day) is null && !(RefundedOn <= day);
    }
}
