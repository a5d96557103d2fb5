using ExecReports.Analysis;
using ExecReports.Analysis.Operations;
using ExecReports.Portfolio;

namespace ExecReports.Reports.VesselDeliveries;

/// <summary>The delivery report's figures.</summary>
internal static class DeliveryFigures
{
    /// <summary>All figures, tiles first.</summary>
    public static IReadOnlyList<Figure> Of(DeliveryResult r)
    {
        IEnumerable<FigureInput> Rows(IEnumerable<DeliveryView> views, Func<DeliveryView, object?> value) => views.Select(v => FigureOf.Record(v.Row.Vessel, SourceRef.Of(v.Row), value(v)));
        IEnumerable<FigureInput> Priced() => r.Priced.SelectMany(d => FigureOf.Cells(d.Row, ("price", d.Row.Price), ("cost", d.Row.Cost)));
        Bounds? One(decimal? value) => value is { } v ? Bounds.Of(v) : null;
        var waiting = r.Queue.Count + r.UnderWay.Count;
        List<Figure> figures =
        [
            FigureOf.Sum("billing.notinvoiced", "Delivered, not invoiced", FigureUnit.Money, r.NotInvoicedMoney, "Sum of the prices of deliveries that have arrived and are not invoiced.", Rows(r.NotInvoiced, d => d.Row.Price), noneIsZero: true) with { Kpi = true, Better = Better.Lower },
            FigureOf.Range("ontime", "On time", FigureUnit.Share, One(r.OnTimeRate), "Arrived by the agreed date / deliveries with both dates.", r.Delivered.SelectMany(d => FigureOf.Cells(d.Row, ("agreed", d.Row.Agreed), ("arrived", d.Row.Arrived)))) with { Kpi = true, Better = Better.Higher, Unknown = 0 },
            FigureOf.Count("queue", "Queued and under way", waiting, "Deliveries that are agreed or under way.", Rows([.. r.Queue, .. r.UnderWay], d => d.Word)),
            FigureOf.Count("late", "Past the agreed date now", r.LateNow.Count, "Not arrived, and past the agreed date.", Rows(r.LateNow, d => d.Row.Agreed)) with { Kpi = true, Better = Better.Lower },
            FigureOf.Range("margin.delivery", "Margin per delivery", FigureUnit.Money, r.MarginPerDelivery, "Σ (price − cost) / deliveries, over delivered ones with both known.", Priced()) with { Kpi = true, Better = Better.Higher, Unknown = r.Margin.Unknown },
            FigureOf.Range("utilisation", "Crew utilisation, last 90 days", FigureUnit.Share, One(r.Utilisation), "Days out of each member of the crew / (crew × weekdays of the window).", Rows(r.All, d => d.ActualDays)) with { Kpi = true, Better = Better.Higher, Unknown = r.CrewDaysUnknown },
            FigureOf.Range("satisfaction", r.SatisfactionOf is { } whole ? $"Satisfaction of {whole:0.##}" : "Satisfaction", FigureUnit.Number, One(r.Satisfaction), "Mean of the clients' marks.", Rows(r.Marked, d => d.Row.Satisfaction)) with { Kpi = true, Better = Better.Higher },
            FigureOf.Sum("margin", "Margin of the delivered", FigureUnit.Money, r.Margin, "Σ (price − cost) over delivered ones with both known.", Priced()) with { Better = Better.Higher },
            FigureOf.Range("margin.share", "Margin as a share of price", FigureUnit.Share, One(r.MarginShare), "Margin / price over delivered ones with both known.", Priced()) with { Better = Better.Higher },
            FigureOf.Range("cost.delivery", "Cost per delivery", FigureUnit.Money, r.CostPerDelivery, "Σ cost / deliveries, over delivered ones with price and cost known.", Priced()) with { Better = Better.Lower },
            FigureOf.Sum("billing.unpaid", "Invoiced, not paid", FigureUnit.Money, r.Unpaid, "Sum of the prices of deliveries that are invoiced and not paid.", Rows(r.All.Where(d => d.Row is { Invoiced: true, Paid: not true }), d => d.Row.Price), noneIsZero: true) with { Better = Better.Lower },
            FigureOf.Sum("billing.paid", "Paid", FigureUnit.Money, r.Paid, "Sum of the prices of deliveries that are paid.", Rows(r.All.Where(d => d.Row.Paid == true), d => d.Row.Price), noneIsZero: true) with { Better = Better.Higher },
            FigureOf.Sum("quoted.days", "Days over the quote", FigureUnit.Days, r.DaysOver, "Σ (actual − quoted days) over delivered ones with both.", r.QuotedDays.SelectMany(d => FigureOf.Cells(d.Row, ("quoted", d.Row.QuotedDays), ("actual", d.ActualDays)))) with { Better = Better.Lower },
            FigureOf.Sum("quoted.cost", "Cost over the quote", FigureUnit.Money, r.CostOver, "Σ (actual − quoted cost) over delivered ones with both.", r.QuotedCost.SelectMany(d => FigureOf.Cells(d.Row, ("quoted", d.Row.QuotedCost), ("actual", d.Row.Cost)))) with { Better = Better.Lower },
        ];
        return [.. figures.Select(f => f with { Entity = r.Entity.Id })];
    }
}
