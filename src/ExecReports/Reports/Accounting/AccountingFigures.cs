using System.Globalization;
using ExecReports.Analysis;
using ExecReports.Portfolio;

namespace ExecReports.Reports.Accounting;

/// <summary>The accounting report's figures.</summary>
internal static class AccountingFigures
{
    /// <summary>All figures, tiles first.</summary>
    public static IReadOnlyList<Figure> Of(AccountingModel model)
    {
        var deferred = model.Deferred;
        var deposits = deferred.Lines.Select(l => l.Source).ToList();
        var audited = FigureOf.Rows(model.Audit.Lines.Select(l => l.Line)).ToList();
        List<Figure> figures =
        [
            FigureOf.Sum("deferred.closing", "Deferred revenue held", FigureUnit.Money, deferred.Closing, "Opening + deposits taken − earned − refunded.", deposits, noneIsZero: true) with { Kpi = true },
            FigureOf.Count("deferred.waiting", "Services not yet rendered", deferred.Waiting.Count, "Deposits held for a service after the report's date, cancelled ones apart.", deferred.Waiting.Select(l => l.Source)) with { Kpi = true },
            FigureOf.Range("audit.unexplained", "Unexplained excess", FigureUnit.MoneyPerMonth, Bounds.Of(model.Audit.Unexplained), "Sum of actual − high end of the expected range over the lines that exceed it by more than the allowed share.",
                FigureOf.Rows(model.Audit.Variances.Select(v => v.Line))) with { Kpi = true, Better = Better.Lower, Unknown = model.Audit.NotComparable },
            FigureOf.Count("audit.duplicates", "Vendors paid by two entities or more", model.Audit.Duplicates.Count, "The same vendor, or without a vendor the same item, in two or more entities.",
                FigureOf.Rows(model.Audit.Duplicates.SelectMany(d => d.Lines).Select(l => l.Line))) with { Kpi = true, Better = Better.Lower },
            FirstMonth(model),
            FigureOf.Sum("deferred.opening", "Deferred at the start of the month", FigureUnit.Money, deferred.Opening, "Deposits taken before the month and neither earned nor refunded by then.", deposits, noneIsZero: true),
            FigureOf.Sum("deferred.taken", "Deposits taken this month", FigureUnit.Money, deferred.Taken, "Deposits with a day of taking in the month, up to the report's date.", deposits, noneIsZero: true),
            FigureOf.Sum("deferred.earned", "Earned this month", FigureUnit.Money, deferred.Earned, "Deposits whose service was rendered in the month, up to the report's date.", deposits, noneIsZero: true),
            FigureOf.Sum("deferred.refunded", "Refunded this month", FigureUnit.Money, deferred.Refunded, "Refunds with a day in the month, up to the report's date.", deposits, noneIsZero: true) with { Better = Better.Lower },
            FigureOf.Count("audit.variances", "Costs outside their range", model.Audit.Variances.Count, "Lines whose actual lies outside [low, high] by more than the allowed share of the nearer end.", FigureOf.Rows(model.Audit.Variances.Select(v => v.Line))) with { Better = Better.Lower },
            FigureOf.Sum("costs.expected", "Expected costs", FigureUnit.MoneyPerMonth, Total.Sum(model.Audit.Lines.Select(l => l.Line.Expected)), "Sum of the expected costs, low and high.", audited) with { Better = Better.Lower },
            FigureOf.Sum("costs.actual", "Actual costs", FigureUnit.MoneyPerMonth, Total.Sum(model.Audit.Lines.Select(l => l.Line.Actual)), "Sum of the actual costs.", audited) with { Better = Better.Lower },
            FigureOf.Sum("savings.costs", "Savings that cost lines name", FigureUnit.MoneyPerMonth, model.Savings.PerMonth, "Sum of the column Saving of Costs.", FigureOf.Rows(model.Savings.Lines.Select(l => l.Line)), noneIsZero: true) with { Better = Better.Higher },
        ];
        foreach (var month in model.Plan.Months)
        {
            var name = month.Month.ToString("MMM yyyy", CultureInfo.InvariantCulture);
            var id = month.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            var sources = FigureOf.Rows([.. month.Streams.Select(s => s.Stream), .. month.Counted.Select(s => s.Item), .. model.Audit.Lines.Where(l => l.Line.Fixed).Select(l => l.Line)]).ToList();
            figures.Add(FigureOf.Range($"plan.needed.{id}", $"Revenue needed, {name}", FigureUnit.Money, Bounds.Of(month.Cost), "Middle of the fixed costs + Σ variable cost × units.", sources) with
            {
                Better = Better.Lower,
                Unknown = model.Plan.UnknownCosts + month.Streams.Count(s => s.VariableCost is null),
            });
            figures.Add(FigureOf.Range($"plan.revenue.{id}", $"Expected revenue, {name}", FigureUnit.Money, Bounds.Of(month.Revenue), "Σ price × units + monthly worth of the roadmap items due before the month.", sources) with { Better = Better.Higher, Unknown = month.UnknownStreams });
            figures.Add(FigureOf.Range($"plan.gap.{id}", $"Gap, {name}", FigureUnit.Money, Bounds.Of(month.Gap), "Expected revenue − revenue needed.", sources) with { Better = Better.Higher });
        }

        return figures;
    }

    private static Figure FirstMonth(AccountingModel model) => FigureOf.Range(
        "profitable.month", $"First profitable month of {model.Plan.Name}", FigureUnit.Date, null,
        "First month of the quarter whose revenue (Σ price × units + roadmap items due before it) reaches its cost (middle of the fixed costs + Σ variable cost × units).",
        FigureOf.Rows([.. model.Plan.Months.SelectMany(m => m.Streams).Select(s => s.Stream), .. model.Plan.Months.SelectMany(m => m.Counted).Select(s => s.Item)])) with
    {
        Kpi = true,
        Text = model.Plan.First?.Month.ToString("MMM yyyy", CultureInfo.InvariantCulture) ?? (model.Plan.Months.All(m => m.Streams.Count == 0) ? null : "none"),
    };
}
