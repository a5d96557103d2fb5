using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;
using ExecReports.Rendering;

namespace ExecReports.Reports.Rental;

/// <summary>The rental report's figures.</summary>
internal static class RentalFigures
{
    /// <summary>All figures, tiles first.</summary>
    public static IReadOnlyList<Figure> Of(RentalModel model)
    {
        var r = model.Result;
        var window = FigureOf.Rows(r.Entity.Bookings, Days).ToList();
        var stays = FigureOf.Rows(r.Stays, stay => stay.Total).ToList();
        var nights = FigureOf.Rows(r.Stays, Days).ToList();
        var arrivals = FigureOf.Rows(r.Arrivals, stay => stay.Total).ToList();
        var ahead = FigureOf.Rows(r.AheadStays, Days).ToList();
        var costs = FigureOf.Rows(model.Costs, cost => cost.Monthly).ToList();
        var repairs = FigureOf.Rows(r.RepairRows, repair => repair.Cost).ToList();
        Bounds? occupancy = r.Occupancy is { } share ? Bounds.Of(share) : null;
        decimal? IfBooked(int count) => r.HasBookings ? count : null;
        List<Figure> figures =
        [
            FigureOf.Range("occupancy", "Occupancy, last 90 nights", FigureUnit.Share, occupancy, "Nights booked / nights available; owner's and blocked nights are not available.", window) with { Kpi = true, Better = Better.Higher },
            FigureOf.Range("revpan", "Revenue per available night", FigureUnit.Money, r.RevPan, "Gross revenue, spread evenly over a stay's nights, / nights available.", [.. stays, .. window]) with { Kpi = true, Better = Better.Higher, Unknown = r.Revenue.Unknown },
            FigureOf.Range("revenue.booking", "Revenue per booking", FigureUnit.Money, r.RevenuePerBooking, "Total of the bookings that arrive in the window / their number.", arrivals) with { Kpi = true, Better = Better.Higher, Unknown = r.ArrivalTotal.Unknown },
            FigureOf.Range("yield", "Net yield a year", FigureUnit.Share, r.NetYield, "(Revenue − fees − running costs − repairs paid) × 365 / nights / property value.", [.. stays, .. costs, .. repairs, .. FigureOf.Rows(r.PropertyRows, property => property.Value)]) with { Kpi = true, Better = Better.Higher },
            FigureOf.Count("ahead.unsold", "Unsold nights, next 90", IfBooked(r.Unsold), "Available nights ahead without a confirmed stay.", window) with { Kpi = true, Better = Better.Lower },
            FigureOf.Range("ahead.unsold.worth", "Worth of the unsold nights", FigureUnit.Money, r.HasBookings ? r.UnsoldWorth : null, "Unsold nights × usual rate (revenue per booked night of the window, else the price).", [.. window, .. stays, .. r.RateFromStays ? nights : FigureOf.Rows(r.Entity.Revenue, stream => stream.Price)]) with { Kpi = true, Better = Better.Lower },
            FigureOf.Count("nights.booked", "Nights booked", IfBooked(r.Booked), "Nights of confirmed stays in the window.", nights) with { Better = Better.Higher },
            FigureOf.Count("nights.available", "Nights available", IfBooked(r.Available), "Nights of the window − owner's and blocked nights.", window),
            FigureOf.Sum("revenue", "Revenue of the window", FigureUnit.Money, r.Revenue, "Each stay's total spread evenly over its nights, those in the window.", stays) with { Better = Better.Higher },
            FigureOf.Sum("fees", "Fees of the window", FigureUnit.Money, r.Fees, "Each stay's fees spread evenly over its nights, those in the window.", FigureOf.Rows(r.Stays, stay => stay.Fees)) with { Better = Better.Lower },
            FigureOf.Range("fees.booking", "Fees per booking", FigureUnit.Money, r.FeesPerBooking, "Fees of the bookings that arrive in the window / their number.", FigureOf.Rows(r.Arrivals, stay => stay.Fees)) with { Better = Better.Lower, Unknown = r.ArrivalFees.Unknown },
            FigureOf.Sum("costs", "Running costs of the window", FigureUnit.Money, r.RunningCosts, "Monthly costs × 12 / 365 × nights of the window.", costs) with { Better = Better.Lower },
            FigureOf.Sum("repairs", "Repairs paid in the window", FigureUnit.Money, r.Repairs, "Costs of the repairs done in the window.", repairs, noneIsZero: true) with { Better = Better.Lower },
            FigureOf.Range("net", "Net of the window", FigureUnit.Money, r.Net, "Revenue − fees − running costs − repairs paid, unknown terms left out.", [.. stays, .. FigureOf.Rows(r.Stays, stay => stay.Fees), .. costs, .. repairs]) with { Better = Better.Higher },
            FigureOf.Count("ahead.booked", "Nights booked ahead", IfBooked(r.AheadBooked), "Nights of confirmed stays in the nights ahead.", ahead) with { Better = Better.Higher },
            FigureOf.Count("ahead.lastyear", "Nights booked at the same time last year", r.LastYearBooked, "Nights of the same days a year ago, of stays booked by the same day a year ago.", window) with { Unknown = r.LastYearUnknown },
            FigureOf.Count("maintenance.open", "Repairs open", model.Maintenance.Open.Count, "Not done, not cancelled, no date of repair.", FigureOf.Rows(model.Maintenance.Open.Select(o => o.Item), item => item.Reported)) with { Better = Better.Lower },
            FigureOf.Sum("maintenance.cost", "Cost of the open repairs", FigureUnit.Money, model.Maintenance.OpenCost, "Sum of their costs.", FigureOf.Rows(model.Maintenance.Open.Select(o => o.Item), item => item.Cost), noneIsZero: true) with { Better = Better.Lower },
        ];
        return [.. figures.Select(f => f with { Entity = r.Entity.Id })];
    }

    private static string? Days(Booking stay) => stay is { Arrive: { } arrive, Leave: { } leave } ? $"{Formats.Date(arrive)} to {Formats.Date(leave)}, {Formats.Words(stay.State)}" : null;
}
