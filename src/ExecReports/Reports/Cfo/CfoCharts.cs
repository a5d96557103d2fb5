using ExecReports.Analysis;
using ExecReports.Analysis.Finance;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports.Cfo;

/// <summary>The CFO report's charts: burn by category, and contribution against fixed cost.</summary>
internal static class CfoCharts
{
    private const int MostBars = 14;

    /// <summary>The charts that the facts allow.</summary>
    public static IReadOnlyList<Chart> Of(CfoModel model, string currency) =>
        [.. new Chart?[] { BurnBars(model.Burn, currency), BreakEvenLines(model, currency) }.OfType<Chart>()];

    private static RangeBars? BurnBars(BurnModel burn, string currency)
    {
        var all = burn.Categories.Where(c => c.Gross.Terms > 0).ToList();
        var known = all.Take(MostBars).ToList();
        return known.Count == 0 ? null : new RangeBars(
            "burn",
            all.Count > MostBars ? $"Monthly burn, the {MostBars} largest categories" : "Monthly burn by category",
            $"Gross burn is {Formats.MoneyShort(burn.Group.Gross, currency)} a month; the largest category is {known[0].Category} with {Formats.Money(known[0].Gross, currency)}.",
            FigureUnit.MoneyPerMonth,
            [.. known.Select(c => new RangeBar(c.Category, c.Gross.Known.Low, c.Gross.Known.High))]);
    }

    private static Lines? BreakEvenLines(CfoModel model, string currency)
    {
        if (model.BreakEven is not { Units: { } units, Contribution: { } contribution } point)
            return null;
        var last = Math.Max(units.High, model.Pace.Counted ?? 0) + 2;
        LinePoint At(decimal x, Bounds y) => new(x, y.Low, y.High);
        List<LineMark> marks = [new(units.IsSingle ? $"Break-even {units.High:0}" : $"Break-even {units.Low:0}–{units.High:0}", units.High)];
        if (model.Pace.Counted is { } counted)
            marks.Add(new($"This month {counted}", counted));
        return new Lines(
            "breakeven",
            $"Contribution of {point.UnitName} against fixed cost",
            $"Fixed cost is {Formats.Money(point.Fixed, currency)} a month and a unit contributes {Formats.Money(contribution, currency)}: the break-even is {point.Words}.",
            FigureUnit.MoneyPerMonth,
            $"{point.UnitName} a month",
            [
                new("Contribution", [At(0, Bounds.Zero), At(last, contribution * last)]),
                new("Fixed cost", [At(0, point.Fixed.Known), At(last, point.Fixed.Known)]),
            ],
            marks);
    }
}
