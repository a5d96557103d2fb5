using ExecReports.Analysis;
using ExecReports.Portfolio;

namespace ExecReports.Tests.Reports;

/// <summary>Facts whose money amounts are all twice as large, as if every handoff had been written so.</summary>
internal static class Doubled
{
    public static PortfolioFacts Of(PortfolioFacts facts) => facts with { Handoffs = [.. facts.Handoffs.Select(Of)] };

    public static Handoff Of(Handoff h) => h with
    {
        Costs = [.. h.Costs.Select(r => r with { Expected = Of(r.Expected), Actual = Of(r.Actual), Saving = Of(r.Saving) })],
        Revenue = [.. h.Revenue.Select(r => r with { Price = Of(r.Price), VariableCost = Of(r.VariableCost), Contracted = Of(r.Contracted) })],
        Cash = [.. h.Cash.Select(r => r with { Balance = Of(r.Balance) })],
        Capital = [.. h.Capital.Select(r => r with { Cost = Of(r.Cost), ReturnPerMonth = Of(r.ReturnPerMonth) })],
        Guardrails = [.. h.Guardrails.Select(r => r with { Limit = Of(r.Limit), Present = Of(r.Present) })],
        Deposits = [.. h.Deposits.Select(r => r with { Taken = Of(r.Taken), Refunded = Of(r.Refunded) })],
        Roadmap = [.. h.Roadmap.Select(r => r with { MonthlyWorth = Of(r.MonthlyWorth), Cost = Of(r.Cost) })],
        Bookings = [.. h.Bookings.Select(r => r with { Total = Of(r.Total), Fees = Of(r.Fees) })],
        Maintenance = [.. h.Maintenance.Select(r => r with { Cost = Of(r.Cost) })],
        Assets = [.. h.Assets.Select(r => r with { Value = Of(r.Value) })],
        Deliveries = [.. h.Deliveries.Select(r => r with { QuotedCost = Of(r.QuotedCost), Cost = Of(r.Cost), Price = Of(r.Price) })],
        Clients = [.. h.Clients.Select(r => r with { Retainer = Of(r.Retainer), WorkDone = Of(r.WorkDone), Invoiced = Of(r.Invoiced) })],
        Invoices = [.. h.Invoices.Select(r => r with { Amount = Of(r.Amount) })],
    };

    public static void AssertMoneyDoubles(IReadOnlyList<Figure> single, IReadOnlyList<Figure> doubled)
    {
        Assert.Equal(single.Select(f => f.Id), doubled.Select(f => f.Id));
        foreach (var (one, two) in single.Zip(doubled).Where(pair => !pair.First.Id.StartsWith("capital.", StringComparison.Ordinal)))
        {
            var factor = one.Unit is FigureUnit.Money or FigureUnit.MoneyPerMonth ? 2 : 1;
            Assert.True(Near(one.Low * factor, two.Low) && Near(one.High * factor, two.High) && one.Text == two.Text && one.Unknown == two.Unknown,
                $"{one.Id}: {one.Low}–{one.High} became {two.Low}–{two.High}");
        }
    }

    private static Amount? Of(Amount? amount) => amount is { Unit: AmountUnit.Money } ? amount with { Low = amount.Low * 2, High = amount.High * 2 } : amount;

    private static bool Near(decimal? a, decimal? b) => a is null ? b is null : b is not null && Math.Abs(a.Value - b.Value) < 0.000001m;
}
