using System.Globalization;
using ExecReports.Analysis;
using ExecReports.Analysis.Finance;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Reports.Accounting;

/// <summary>The accounting report's figures.</summary>
internal static class AccountingFigures
{
    /// <summary>All figures, tiles first.</summary>
    public static IReadOnlyList<Figure> Of(AccountingModel model)
    {
        var deferred = model.Deferred;
        var deposits = deferred.Lines.SelectMany(l => Deposit(l, l.Taken)).ToList();
        var audited = model.Audit.Lines.Select(l => l.Line).ToList();
        var plan = Plan(model);
        return
        [
            FigureOf.Sum("deferred.closing", "Deferred revenue held", FigureUnit.Money, deferred.Closing, "Opening + deposits taken − earned − refunded.", deposits, noneIsZero: true) with { Kpi = true },
            FigureOf.Count("deferred.waiting", "Services not yet rendered", deferred.Waiting.Count, "Deposits held for a service after the report's date, cancelled ones apart.", deferred.Waiting.SelectMany(l => Deposit(l, l.ServiceOn))) with { Kpi = true },
            FigureOf.Range("audit.unexplained", "Unexplained excess", FigureUnit.MoneyPerMonth, Bounds.Of(model.Audit.Unexplained), "Sum of actual − high end of the expected range over the lines that exceed it by more than the allowed share.",
                model.Audit.Variances.SelectMany(v => Compared(v.Line))) with { Kpi = true, Better = Better.Lower, Unknown = model.Audit.NotComparable },
            FigureOf.Count("audit.duplicates", "Vendors paid by two entities or more", model.Audit.Duplicates.Count, "The same vendor, or without a vendor the same item, in two or more entities.",
                FigureOf.Rows(model.Audit.Duplicates.SelectMany(d => d.Lines).Select(l => l.Line), line => line.Vendor ?? line.Item)) with { Kpi = true, Better = Better.Lower },
            FirstMonth(model, plan),
            FigureOf.Sum("deferred.opening", "Deferred at the start of the month", FigureUnit.Money, deferred.Opening, "Deposits taken before the month and neither earned nor refunded by then.", deposits, noneIsZero: true),
            FigureOf.Sum("deferred.taken", "Deposits taken this month", FigureUnit.Money, deferred.Taken, "Deposits with a day of taking in the month, up to the report's date.", deposits, noneIsZero: true),
            FigureOf.Sum("deferred.earned", "Earned this month", FigureUnit.Money, deferred.Earned, "Deposits whose service was rendered in the month, up to the report's date.", deposits, noneIsZero: true),
            FigureOf.Sum("deferred.refunded", "Refunded this month", FigureUnit.Money, deferred.Refunded, "Refunds with a day in the month, up to the report's date.", deposits, noneIsZero: true) with { Better = Better.Lower },
            FigureOf.Count("audit.variances", "Costs outside their range", model.Audit.Variances.Count, "Lines whose actual lies outside [low, high] by more than the allowed share of the nearer end.", model.Audit.Variances.SelectMany(v => Compared(v.Line))) with { Better = Better.Lower },
            FigureOf.Sum("costs.expected", "Expected costs", FigureUnit.MoneyPerMonth, Total.Sum(model.Audit.Lines.Select(l => l.Line.Expected)), "Sum of the expected costs, low and high.", FigureOf.Rows(audited, line => line.Expected)) with { Better = Better.Lower },
            FigureOf.Sum("costs.actual", "Actual costs", FigureUnit.MoneyPerMonth, Total.Sum(model.Audit.Lines.Select(l => l.Line.Actual)), "Sum of the actual costs.", FigureOf.Rows(audited, line => line.Actual)) with { Better = Better.Lower },
            FigureOf.Sum("savings.costs", "Savings that cost lines name", FigureUnit.MoneyPerMonth, model.Savings.PerMonth, "Sum of the column Saving of Costs.", FigureOf.Rows(model.Savings.Lines.Select(l => l.Line), line => line.Saving), noneIsZero: true) with { Better = Better.Higher },
            .. plan,
        ];
    }

    // Month by month of the quarter: what is needed, what is expected, and the gap between them.
    private static List<Figure> Plan(AccountingModel model)
    {
        List<Figure> figures = [];
        foreach (var month in model.Plan.Months)
        {
            var name = month.Month.ToString("MMM yyyy", CultureInfo.InvariantCulture);
            var id = month.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            var fixedCosts = FigureOf.Rows(model.Audit.Lines.Where(l => l.Line.Fixed).Select(l => l.Line), line => line.Monthly);
            var steps = FigureOf.Rows(month.Counted.Select(s => s.Item), item => item.MonthlyWorth);
            figures.Add(FigureOf.Range($"plan.needed.{id}", $"Revenue needed, {name}", FigureUnit.Money, Bounds.Of(month.Cost), "Middle of the fixed costs + Σ variable cost × units.",
                [.. fixedCosts, .. month.Streams.SelectMany(s => FigureOf.Cells(s.Stream, ("variable cost", s.Stream.VariableCost), ("units", s.Units)))]) with
            {
                Better = Better.Lower,
                Unknown = model.Plan.UnknownCosts + month.Streams.Count(s => s.VariableCost is null),
            });
            figures.Add(FigureOf.Range($"plan.revenue.{id}", $"Expected revenue, {name}", FigureUnit.Money, Bounds.Of(month.Revenue), "Σ price × units + monthly worth of the roadmap items due before the month.",
                [.. month.Streams.SelectMany(s => FigureOf.Cells(s.Stream, ("price", s.Stream.Price), ("units", s.Units))), .. steps]) with { Better = Better.Higher, Unknown = month.UnknownStreams });
            figures.Add(FigureOf.Range($"plan.gap.{id}", $"Gap, {name}", FigureUnit.Money, Bounds.Of(month.Gap), "Expected revenue − revenue needed.", FigureOf.Figures(figures[^1], figures[^2])) with { Better = Better.Higher });
        }

        return figures;
    }

    // The deposit's own line, and the trip or booking that says when its service is.
    private static IEnumerable<FigureInput> Deposit(DeferredLine line, object? value)
    {
        yield return FigureOf.Record(line.Reference, line.Source, value is Bounds money ? (money, FigureUnit.Money) : value);
        if (line.ServiceSource is { } service)
            yield return FigureOf.Record($"{line.Reference}, its service", service);
    }

    private static IEnumerable<FigureInput> Compared(CostLine line) => FigureOf.Cells(line, ("expected", line.Expected), ("actual", line.Actual));

    private static Figure FirstMonth(AccountingModel model, IEnumerable<Figure> months) => FigureOf.Range(
        "profitable.month", $"First profitable month of {model.Plan.Name}", FigureUnit.Date, null,
        "First month of the quarter whose revenue (Σ price × units + roadmap items due before it) reaches its cost (middle of the fixed costs + Σ variable cost × units).",
        FigureOf.Figures(months)) with
    {
        Kpi = true,
        Text = model.Plan.First?.Month.ToString("MMM yyyy", CultureInfo.InvariantCulture) ?? (model.Plan.Months.Any(m => m.Judged) ? "none" : null),
    };
}
