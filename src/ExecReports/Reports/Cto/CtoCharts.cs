using ExecReports.Analysis;
using ExecReports.Rendering;

namespace ExecReports.Reports.Cto;

/// <summary>The CTO report's charts: commits by week over all repositories, and what AWS costs beside what can be saved.</summary>
internal static class CtoCharts
{
    private const int MostSavings = 10;

    /// <summary>The charts that the facts allow.</summary>
    public static IReadOnlyList<Chart> Of(CtoModel model, string currency) =>
        [.. new Chart?[] { Cadence(model.Cadence), CostAndSavings(model, currency) }.OfType<Chart>()];

    private static Columns? Cadence(IReadOnlyList<CadenceWeek> weeks)
    {
        if (weeks.Count == 0)
            return null;
        var busiest = weeks.MaxBy(week => week.Commits)!;
        var quiet = weeks.Count(week => week.Commits == 0);
        return new Columns("cadence", "Commits a week, all repositories",
            $"{Formats.Count(weeks.Sum(week => week.Commits), "commit", "commits")} in {Formats.Count(weeks.Count, "week", "weeks")}; the busiest began on {Formats.Date(busiest.Monday)} with {Formats.Number(busiest.Commits)}, and "
                + (quiet == 0 ? "no week had none." : $"{Formats.Count(quiet, "week had", "weeks had")} none."),
            FigureUnit.Count, [.. weeks.Select(week => new Column(Formats.Date(week.Monday)[..^5], week.Commits))]);
    }

    private static RangeBars? CostAndSavings(CtoModel model, string currency)
    {
        var savings = model.Savings.Where(saving => saving is { Counted: true, PerMonth: not null }).ToList();
        if (model.ResourceCost.Terms == 0 && savings.Count == 0)
            return null;
        var bars = new List<RangeBar>();
        if (model.ResourceCost.Terms > 0)
            bars.Add(new RangeBar("All AWS resources", model.ResourceCost.Known.Low, model.ResourceCost.Known.High));
        if (savings.Count > 0)
            bars.Add(new RangeBar("All that can be saved", model.SavingsPerMonth.Known.Low, model.SavingsPerMonth.Known.High));
        bars.AddRange(savings.Take(MostSavings).Select(saving => new RangeBar(saving.What, saving.PerMonth!.Value.Low, saving.PerMonth.Value.High)));
        return new RangeBars("savings", "What AWS costs a month, and what can be saved",
            $"AWS resources cost {(model.ResourceCost.Terms > 0 ? Formats.Money(model.ResourceCost, currency) : "an unknown amount")} a month; "
                + (savings.Count == 0 ? "no saving is known." : $"{Formats.Money(model.SavingsPerMonth, currency)} a month can be saved; the largest saving is {savings[0].What} with {Formats.Money(savings[0].PerMonth!.Value, currency)}."),
            FigureUnit.MoneyPerMonth, bars);
    }
}
