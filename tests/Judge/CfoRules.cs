using System.Globalization;
using System.Text.RegularExpressions;

namespace Judge;

/// <summary>Figures of the CFO report.</summary>
internal static partial class CfoRules
{
    public static Span? Compute(Cited f, string id)
    {
        var units = Units(f);
        if (id.StartsWith("burn.category.", StringComparison.Ordinal))
            id = "burn.gross";
        return id switch
        {
            "burn.gross" => Gross(f.Lines),
            "burn.contracted" => Contracted(f.Lines),
            "burn.net" => Gross(f.Lines) is { } gross ? gross - Contracted(f.Lines) : null,
            "breakeven.fixed" => Fixed(f),
            "breakeven.contribution" => Contribution(f),
            "breakeven.units" => units,
            "pace.units" => Rules.Count(ThisMonth(f)),
            "pace.short" => Short(f, units),
            "pace.worth" => Short(f, units) is { } missing && Contribution(f) is { } contribution ? missing * contribution : null,
            "cash" => Rules.Sum(f.Under("Cash").Select(Balance)),
            _ when id.StartsWith("capital.", StringComparison.Ordinal) => Capital(f, id.Split('.')[1], id.Split('.')[2]),
            _ when id.StartsWith("guardrails.", StringComparison.Ordinal) => Rules.Count(f.Under("Guardrails").Where(line => State(f, line) == id.Split('.')[1])),
            _ => throw new NoRuleException(),
        };
    }

    private static Span? Gross(IEnumerable<Line> lines) => Rules.Sum(lines.Where(line => line.Under("cost")).Select(line => line.Monthly));

    private static Span Contracted(IEnumerable<Line> lines) => Rules.Sum(lines.Where(line => line.Under("Revenue")).Select(line => Cell.Number(line["Contracted"])).OfType<Span>().Select(one => (Span?)one)) ?? Span.Zero;

    private static Span? Fixed(Cited f) => Rules.Sum(f.Under("cost").Where(line => line.IsFixed).Select(line => line.Monthly));

    private static Span? Contribution(Cited f)
    {
        var (sum, weight) = (Span.Zero, 0m);
        foreach (var line in f.Under("Revenue"))
        {
            if (Cell.Number(line["Price", "Price per unit"]) is { } price && Cell.Number(line["Variable cost", "Variable cost per unit"]) is { } variable && Cell.Number(line["Units per month"]) is { } sold)
            {
                sum += (price - variable) * sold.Middle;
                weight += sold.Middle;
            }
        }

        return weight == 0 ? null : sum / weight;
    }

    private static Span? Units(Cited f) => Fixed(f) is { } cost && Contribution(f) is { Low: > 0 } contribution
        ? new Span(Math.Ceiling(cost.Low / contribution.High), Math.Ceiling(cost.High / contribution.Low))
        : null;

    private static IEnumerable<System.Text.Json.JsonElement> ThisMonth(Cited f) => f.Trips.Where(trip => trip.GetProperty("state").GetString() is "booked" or "done"
        && Cell.Day(trip.GetProperty("start").GetString()) is { } start && start.Year == f.AsOf.Year && start.Month == f.AsOf.Month);

    private static Span? Short(Cited f, Span? units)
    {
        var sailed = ThisMonth(f).Count();
        return units is { } needed ? new Span(Math.Max(0, needed.Low - sailed), Math.Max(0, needed.High - sailed)) : null;
    }

    private static Span? Balance(Line line) => Cell.Number(line["Balance"] ?? line.Text[(line.Text.IndexOf('$', StringComparison.Ordinal))..]);

    private static Span? Capital(Cited f, string tier, string what)
    {
        var rows = f.Under("Capital").Where(line => line.IsOpen && Tier(line) == tier).ToList();
        return what switch
        {
            "count" => Rules.Count(rows),
            "cost" => Rules.Sum(rows.Select(line => Cell.Number(line["Cost"]))),
            _ => Rules.Sum(rows.Select(line => Cell.Number(line["Return per month", "Expected return per month"]))),
        };
    }

    private static string Tier(Line line) => Cell.Number(line["Cost"]) switch
    {
        null => "unpriced",
        { High: 0 } => "zero",
        { High: <= 500 } => "low",
        _ => "producing",
    };

    private static string State(Cited f, Line line)
    {
        var rule = line["Rule"] ?? line.Text.TrimStart('-', ' ');
        var atMost = rule.Contains("at most", StringComparison.Ordinal);
        var limit = (Cell.Number(line["Limit"]) ?? Cell.Number(LimitPattern().Match(rule).Groups[1].Value))!.Value.Low;
        var of = f.Lines.Where(one => one.File == line.File).ToList();
        var present = rule switch
        {
            _ when rule.StartsWith("Gross burn", StringComparison.Ordinal) => Gross(of),
            _ when rule.StartsWith("Cash", StringComparison.Ordinal) => Rules.Sum(of.Where(one => one.Under("Cash")).Select(Balance)),
            _ when rule.StartsWith("Occupancy", StringComparison.Ordinal) => RentalRules.Occupancy([.. of.Where(one => one.Under("Bookings"))], f.AsOf),
            _ when rule.StartsWith("Receivables over 60", StringComparison.Ordinal) => Rules.Sum(of.Where(one => one.Under("Invoices") && ClientRules.IsUnpaid(one) && ClientRules.Age(one, f.AsOf) > 60).Select(one => Cell.Number(one["Amount"]))),
            _ when rule.StartsWith("Largest client", StringComparison.Ordinal) => ClientRules.LargestShare([.. of.Where(one => one.Under("Invoices"))], f.AsOf),
            _ when rule.StartsWith("Satisfaction", StringComparison.Ordinal) => Rules.Mean([.. of.Where(one => one.Under("Deliveries")).Select(one => Cell.Number(one["Satisfaction"])).OfType<Span>()]),
            _ => Cell.Number(line["Present"]),
        };
        return present is not { } value ? "unknown"
            : atMost ? value.High > limit ? "broken" : value.High >= limit * 0.9m ? "near" : "kept"
            : value.Low < limit ? "broken" : value.Low <= limit * 1.1m ? "near" : "kept";
    }

    [GeneratedRegex(@"(?:at most|at least) (\S+)")]
    private static partial Regex LimitPattern();
}
