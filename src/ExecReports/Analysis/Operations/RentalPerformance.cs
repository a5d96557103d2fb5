using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Operations;

/// <summary>A run of unsold nights.</summary>
/// <param name="From">First night.</param>
/// <param name="Leave">The day after the last one.</param>
/// <param name="Nights">Number of nights.</param>
/// <param name="OnHold">How many of them are on hold.</param>
/// <param name="Worth">Nights × usual rate, money; null if the rate is unknown.</param>
public sealed record UnsoldGap(DateOnly From, DateOnly Leave, int Nights, int OnHold, Bounds? Worth);

/// <summary>What a property let by the night did, and what lies ahead. Money in the portfolio's currency.</summary>
public sealed record RentalResult
{
    /// <summary>The entity.</summary>
    public required Handoff Entity { get; init; }
    /// <summary>First night of the window.</summary>
    public required DateOnly From { get; init; }
    /// <summary>Last night of the window.</summary>
    public required DateOnly Through { get; init; }
    /// <summary>Nights of the window.</summary>
    public required int Nights { get; init; }
    /// <summary>Nights booked.</summary>
    public required int Booked { get; init; }
    /// <summary>Nights available: all but the owner's and the blocked ones.</summary>
    public required int Available { get; init; }
    /// <summary>Whether the handoff lists any booking; without one the figures are unknown, not zero.</summary>
    public required bool HasBookings { get; init; }
    /// <summary>Stays with nights in the window.</summary>
    public required IReadOnlyList<Booking> Stays { get; init; }
    /// <summary>Stays that arrive in the window.</summary>
    public required IReadOnlyList<Booking> Arrivals { get; init; }
    /// <summary>Stays that have no readable arrival and leaving.</summary>
    public required IReadOnlyList<Booking> WithoutDays { get; init; }
    /// <summary>Gross revenue of the window, each stay spread evenly over its nights.</summary>
    public required Total Revenue { get; init; }
    /// <summary>Fees of the window, spread likewise.</summary>
    public required Total Fees { get; init; }
    /// <summary>Total of the stays that arrive in the window.</summary>
    public required Total ArrivalTotal { get; init; }
    /// <summary>Fees of the stays that arrive in the window.</summary>
    public required Total ArrivalFees { get; init; }
    /// <summary>Running costs of the window: monthly costs × 12 / 365 × nights.</summary>
    public required Total RunningCosts { get; init; }
    /// <summary>Repairs paid in the window.</summary>
    public required Total Repairs { get; init; }
    /// <summary>Rows of those repairs.</summary>
    public required IReadOnlyList<MaintenanceItem> RepairRows { get; init; }
    /// <summary>Value of the property; null if none is stated.</summary>
    public Bounds? PropertyValue { get; init; }
    /// <summary>Rows of the property's value.</summary>
    public required IReadOnlyList<Asset> PropertyRows { get; init; }

    /// <summary>First night of the days ahead: tonight.</summary>
    public required DateOnly AheadFrom { get; init; }
    /// <summary>Last night of the days ahead.</summary>
    public required DateOnly AheadThrough { get; init; }
    /// <summary>Nights ahead.</summary>
    public required int AheadNights { get; init; }
    /// <summary>Nights ahead that are booked.</summary>
    public required int AheadBooked { get; init; }
    /// <summary>Nights ahead that are available.</summary>
    public required int AheadAvailable { get; init; }
    /// <summary>Stays with nights ahead.</summary>
    public required IReadOnlyList<Booking> AheadStays { get; init; }
    /// <summary>Runs of unsold nights ahead.</summary>
    public required IReadOnlyList<UnsoldGap> Gaps { get; init; }
    /// <summary>Nights of the same days a year ago that were booked by the same day a year ago; null when no booking of then is listed.</summary>
    public int? LastYearBooked { get; init; }
    /// <summary>Stays of then whose day of booking is not known: left out.</summary>
    public int LastYearUnknown { get; init; }
    /// <summary>Revenue per booked night of the window, else the price of the only or first stream; null if neither is known.</summary>
    public Bounds? UsualRate { get; init; }
    /// <summary>Whether the usual rate comes from the window's stays (else from the price).</summary>
    public bool RateFromStays { get; init; }

    /// <summary>Booked / available, a share; null without bookings or available nights.</summary>
    public decimal? Occupancy => HasBookings && Available > 0 ? (decimal)Booked / Available : null;
    /// <summary>Revenue / available nights, money; null if unknown.</summary>
    public Bounds? RevPan => HasBookings && Available > 0 && (Revenue.Terms > 0 || Revenue.Unknown == 0) ? Revenue.Known / Available : null;
    /// <summary>Total of the stays that arrive in the window / their number, over those whose total is known; money.</summary>
    public Bounds? RevenuePerBooking => ArrivalTotal.Terms > 0 ? ArrivalTotal.Known / ArrivalTotal.Terms : null;
    /// <summary>Fees per such stay, over those whose fees are known; money.</summary>
    public Bounds? FeesPerBooking => ArrivalFees.Terms > 0 ? ArrivalFees.Known / ArrivalFees.Terms : null;
    /// <summary>Revenue − fees − running costs − repairs of the window, unknown terms left out; null without bookings, or when no revenue of the window's stays is known.</summary>
    public Bounds? Net => HasBookings && (Revenue.Terms > 0 || Revenue.Unknown == 0) ? Revenue.Known - Fees.Known - RunningCosts.Known - Repairs.Known : null;
    /// <summary>Terms of the net amount that are unknown.</summary>
    public int NetUnknown => Revenue.Unknown + Fees.Unknown + RunningCosts.Unknown + Repairs.Unknown;
    /// <summary>Net × 365 / nights / property value, a share; null without a value, or when a term of the net is unknown.</summary>
    public Bounds? NetYield => Net is { } net && NetUnknown == 0 && PropertyValue is { Low: > 0 } value
        ? Ends(net.Low, value, net.High)
        : null;
    /// <summary>Net / revenue, a share; null without revenue, or when a term of the net is unknown.</summary>
    public Bounds? NetShare => Net is { } net && NetUnknown == 0 && Revenue.Known is { Low: > 0, IsSingle: true } ? net / Revenue.Known.Low : null;
    /// <summary>Nights ahead that are unsold.</summary>
    public int Unsold => Gaps.Sum(g => g.Nights);
    /// <summary>Worth of the unsold nights, money; null if the rate is unknown.</summary>
    public Bounds? UnsoldWorth => UsualRate is { } rate ? rate * Unsold : null;

    private Bounds Ends(decimal low, Bounds value, decimal high)
    {
        // The far end of the value makes a gain smaller and a loss smaller too, so each end takes the value that stretches the range.
        var yearly = 365m / Nights;
        return new Bounds(low * yearly / (low < 0 ? value.Low : value.High), high * yearly / (high < 0 ? value.High : value.Low));
    }
}

/// <summary>
/// Rental: the 90 nights before the report's date. Occupancy = nights booked / nights available; owner's and blocked nights are not available; cancelled stays and those on hold do not count; stays are cut at the window's
/// edge night by night. RevPAN = gross revenue, spread evenly over a stay's nights, / nights available. Revenue per booking = total of bookings that arrive in the window / their number, fees beside.
/// Net yield = (revenue − fees − running costs − repairs paid, in the window) × 365 / nights / property value; unknown when one of its terms is.
/// Ahead: tonight and the nights after it, <see cref="Thresholds.AheadDays"/> in all; unsold nights at the usual rate = revenue per booked night of the window.
/// Last year at the same lead time: nights of the same days a year ago under stays booked on or before the report's day a year ago.
/// </summary>
public static class RentalPerformance
{
    /// <summary>Nights of the window that looks back.</summary>
    public const int WindowNights = 90;

    /// <summary>The result of one property.</summary>
    public static RentalResult Of(Handoff entity, DateOnly asOf, Thresholds thresholds)
    {
        var from = asOf.AddDays(-WindowNights);
        var window = new RentalNights(entity.Bookings, from, WindowNights);
        var ahead = new RentalNights(entity.Bookings, asOf, thresholds.AheadDays);
        var confirmed = entity.Bookings.Where(b => b.State == BookingState.Confirmed).ToList();
        var stays = confirmed.Where(b => RentalNights.HasNights(b) && window.Within(b) > 0).ToList();
        var arrivals = stays.Where(b => b.Arrive >= from && b.Arrive < asOf).ToList();
        var revenue = Total.Sum(stays.Select(b => Spread(b.Total, b, window)));
        var repairs = entity.Maintenance.Where(m => m.State != WorkState.Cancelled && m.Repaired >= from && m.Repaired < asOf).ToList();
        var property = entity.Assets.Where(IsProperty).ToList();
        var value = Total.Sum(property.Where(a => a.Value is not null).Select(a => a.Value));
        var (rate, fromStays) = UsualRate(entity, revenue, window.Booked);
        var (lastYear, lastYearUnknown) = LastYear(confirmed, asOf, thresholds.AheadDays);
        return new RentalResult
        {
            Entity = entity,
            From = from,
            Through = asOf.AddDays(-1),
            Nights = WindowNights,
            Booked = window.Booked,
            Available = window.Available,
            HasBookings = entity.Bookings.Count > 0,
            Stays = stays,
            Arrivals = arrivals,
            WithoutDays = [.. confirmed.Where(b => !RentalNights.HasNights(b))],
            Revenue = revenue,
            Fees = Total.Sum(stays.Select(b => Spread(b.Fees, b, window))),
            ArrivalTotal = Total.Sum(arrivals.Select(b => b.Total)),
            ArrivalFees = Total.Sum(arrivals.Select(b => b.Fees)),
            RunningCosts = Total.Sum(entity.Costs.Select(c => c.Monthly is { } monthly ? monthly.Bounds * (12m * WindowNights) / 365m : (Bounds?)null)),
            Repairs = Total.Sum(repairs.Select(m => m.Cost)),
            RepairRows = repairs,
            PropertyValue = value.Terms > 0 ? value.Known : null,
            PropertyRows = property,
            AheadFrom = asOf,
            AheadThrough = asOf.AddDays(thresholds.AheadDays - 1),
            AheadNights = ahead.Count,
            AheadBooked = ahead.Booked,
            AheadAvailable = ahead.Available,
            AheadStays = [.. confirmed.Where(b => RentalNights.HasNights(b) && ahead.Within(b) > 0).OrderBy(b => b.Arrive)],
            Gaps = [.. ahead.Gaps().Select(g => new UnsoldGap(g.From, g.From.AddDays(g.Nights), g.Nights, g.OnHold, rate is { } r ? r * g.Nights : null))],
            LastYearBooked = lastYear,
            LastYearUnknown = lastYearUnknown,
            UsualRate = rate,
            RateFromStays = fromStays,
        };
    }

    private static Bounds? Spread(Amount? amount, Booking stay, RentalNights window) =>
        amount is null ? null : amount.Bounds * window.Within(stay) / (stay.Leave!.Value.DayNumber - stay.Arrive!.Value.DayNumber);

    private static (Bounds? Rate, bool FromStays) UsualRate(Handoff entity, Total revenue, int booked) =>
        booked > 0 && revenue is { Terms: > 0, Unknown: 0 } ? (revenue.Known / booked, true) : (entity.Revenue.FirstOrDefault(s => s.Price is not null)?.Price?.Bounds, false);

    private static (int? Nights, int Unknown) LastYear(IReadOnlyList<Booking> confirmed, DateOnly asOf, int days)
    {
        var then = asOf.AddYears(-1);
        var span = new RentalNights([], then, days);
        var stays = confirmed.Where(b => RentalNights.HasNights(b) && span.Within(b) > 0).ToList();
        return stays.Count == 0 ? (null, 0) : (new RentalNights(stays.Where(b => b.BookedOn <= then), then, days).Booked, stays.Count(b => b.BookedOn is null));
    }

    private static bool IsProperty(Asset asset)
    {
        var category = Folded.Of(asset.Category);
        return s_propertyWords.Any(word => category.Contains(word, StringComparison.Ordinal));
    }

    private static readonly string[] s_propertyWords = ["propert", "house", "home", "apartment", "condo", "flat", "lodging", "building", "cottage", "villa", "realestate"];
}
