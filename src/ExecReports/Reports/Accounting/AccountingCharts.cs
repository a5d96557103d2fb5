using System.Globalization;
using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports.Accounting;

/// <summary>The accounting report's chart: revenue against cost, month by month.</summary>
internal static class AccountingCharts
{
    /// <summary>The chart, if any stream has revenue in the quarter.</summary>
    public static IReadOnlyList<Chart> Of(AccountingModel model, string currency)
    {
        var plan = model.Plan;
        if (plan.Months.All(m => m.Streams.Count == 0))
            return [];
        var gaps = string.Join(", ", plan.Months.Select(m => $"{m.Month.ToString("MMMM", CultureInfo.InvariantCulture)} {Formats.MoneyShort((Bounds?)Bounds.Of(m.Gap), currency)}"));
        return
        [
            new Columns("roadmap", $"{plan.Name}: expected revenue less cost", $"Revenue less cost by month: {gaps}.", FigureUnit.Money,
                [.. plan.Months.Select(m => new Column(m.Month.ToString("MMM yyyy", CultureInfo.InvariantCulture), Math.Round(m.Gap, 2)))], 0, "Break-even"),
        ];
    }
}
