using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Operations;

/// <summary>A delivery and what follows from its row. Money in the portfolio's currency.</summary>
public sealed record DeliveryView
{
    /// <summary>The handoff's row.</summary>
    public required VesselDelivery Row { get; init; }
    /// <summary>How far it has come: as stated; where that is unknown, delivered with an arrival, under way with a departure.</summary>
    public required VesselDeliveryState State { get; init; }
    /// <summary>Days past the agreed date: of the arrival, or for one that has not arrived of the report's date; 0 if in time; null if unknown.</summary>
    public int? DaysLate { get; init; }
    /// <summary>Days it took: as stated, else arrival − departure; null if unknown.</summary>
    public Bounds? ActualDays { get; init; }
    /// <summary>Price − cost, money; null if either is unknown.</summary>
    public Bounds? Margin { get; init; }
    /// <summary>Days since arrival; null if it has not arrived.</summary>
    public int? DaysSince { get; init; }

    /// <summary>Whether it has arrived late, or is under way or waiting past the agreed date.</summary>
    public bool Late => DaysLate > 0;

    /// <summary>Actual − quoted days; null if either is unknown.</summary>
    public Bounds? DaysOver => ActualDays is { } actual && Row.QuotedDays is { } quoted ? actual - quoted.Bounds : null;

    /// <summary>Actual − quoted cost, money; null if either is unknown.</summary>
    public Bounds? CostOver => Row is { Cost: { } cost, QuotedCost: { } quoted } ? cost.Bounds - quoted.Bounds : null;

    /// <summary>The state in words.</summary>
    public string Word => State switch
    {
        VesselDeliveryState.Queued => "queued",
        VesselDeliveryState.UnderWay => "under way",
        VesselDeliveryState.Delivered => "delivered",
        VesselDeliveryState.Cancelled => "cancelled",
        _ => "unknown",
    };

    /// <summary>Billing in words: not invoiced, invoiced, paid.</summary>
    public string Billing => Row switch
    {
        { Paid: true } => "paid",
        { Invoiced: true, Paid: false } => "invoiced, not paid",
        { Invoiced: true } => "invoiced, payment unknown",
        { Invoiced: false } => "not invoiced",
        _ => "unknown",
    };
}

/// <summary>Days that a vessel was out in the window.</summary>
/// <param name="Vessel">The vessel's name.</param>
/// <param name="Days">The days.</param>
public sealed record VesselDays(string Vessel, int Days);

/// <summary>What a delivery business did, and what waits. Money in the portfolio's currency.</summary>
public sealed record DeliveryResult
{
    /// <summary>The entity.</summary>
    public required Handoff Entity { get; init; }
    /// <summary>All deliveries, in the order of the handoff.</summary>
    public required IReadOnlyList<DeliveryView> All { get; init; }
    /// <summary>Agreed and not begun, earliest agreed date first.</summary>
    public required IReadOnlyList<DeliveryView> Queue { get; init; }
    /// <summary>Under way.</summary>
    public required IReadOnlyList<DeliveryView> UnderWay { get; init; }
    /// <summary>Arrived, newest first.</summary>
    public required IReadOnlyList<DeliveryView> Delivered { get; init; }
    /// <summary>Not arrived, and past the agreed date.</summary>
    public required IReadOnlyList<DeliveryView> LateNow { get; init; }
    /// <summary>Deliveries with both agreed and actual arrival.</summary>
    public required int WithBothDates { get; init; }
    /// <summary>Of those, arrived on or before the agreed date.</summary>
    public required int OnTime { get; init; }
    /// <summary>Delivered, but the agreed or the actual date is unknown.</summary>
    public required int WithoutDates { get; init; }
    /// <summary>Delivered ones with price and cost known.</summary>
    public required IReadOnlyList<DeliveryView> Priced { get; init; }
    /// <summary>Sum of their prices.</summary>
    public required Total Price { get; init; }
    /// <summary>Sum of their costs.</summary>
    public required Total Cost { get; init; }
    /// <summary>Sum of their margins; delivered ones with an unknown price or cost counted apart.</summary>
    public required Total Margin { get; init; }
    /// <summary>Delivered and not invoiced: longest waiting first.</summary>
    public required IReadOnlyList<DeliveryView> NotInvoiced { get; init; }
    /// <summary>Money of those.</summary>
    public required Total NotInvoicedMoney { get; init; }
    /// <summary>Delivered, and not known whether invoiced.</summary>
    public required int InvoicedUnknown { get; init; }
    /// <summary>Invoiced and not paid, money.</summary>
    public required Total Unpaid { get; init; }
    /// <summary>Paid, money.</summary>
    public required Total Paid { get; init; }
    /// <summary>First day of the window of utilisation.</summary>
    public required DateOnly From { get; init; }
    /// <summary>Monday to Friday in the window.</summary>
    public required int Weekdays { get; init; }
    /// <summary>People of the crew: the larger of the team's sailing or driving roles and the largest crew of a delivery; null if unknown.</summary>
    public decimal? Crew { get; init; }
    /// <summary>Days out of each member of the crew in the window, summed.</summary>
    public required decimal CrewDays { get; init; }
    /// <summary>Deliveries of the window whose days or crew are unknown.</summary>
    public required int CrewDaysUnknown { get; init; }
    /// <summary>Days out per vessel.</summary>
    public required IReadOnlyList<VesselDays> Vessels { get; init; }
    /// <summary>Mean of the clients' marks; null without one.</summary>
    public decimal? Satisfaction { get; init; }
    /// <summary>Best possible mark, where the marks say so.</summary>
    public decimal? SatisfactionOf { get; init; }
    /// <summary>Marks that were averaged.</summary>
    public required IReadOnlyList<DeliveryView> Marked { get; init; }
    /// <summary>Delivered ones without a mark, or with one on another scale.</summary>
    public required int WithoutMark { get; init; }

    /// <summary>On time / with both dates, a share; null without one.</summary>
    public decimal? OnTimeRate => WithBothDates > 0 ? (decimal)OnTime / WithBothDates : null;
    /// <summary>Margin / price, a share; null without prices.</summary>
    public decimal? MarginShare => Price.Known is { Middle: > 0 } ? Margin.Known.Middle / Price.Known.Middle : null;
    /// <summary>Crew days out / (crew × weekdays), a share; null if the crew is unknown.</summary>
    public decimal? Utilisation => Crew is > 0 && Weekdays > 0 ? CrewDays / (Crew.Value * Weekdays) : null;
    /// <summary>Margin per priced delivery, money; null without one.</summary>
    public Bounds? MarginPerDelivery => Priced.Count > 0 ? Margin.Known / Priced.Count : null;
    /// <summary>Cost per priced delivery, money; null without one.</summary>
    public Bounds? CostPerDelivery => Priced.Count > 0 ? Cost.Known / Priced.Count : null;
    /// <summary>Delivered ones with quoted and actual days.</summary>
    public IReadOnlyList<DeliveryView> QuotedDays => [.. Delivered.Where(d => d.DaysOver is not null)];
    /// <summary>Delivered ones with quoted and actual cost.</summary>
    public IReadOnlyList<DeliveryView> QuotedCost => [.. Delivered.Where(d => d.CostOver is not null)];
    /// <summary>Actual − quoted days, summed.</summary>
    public Total DaysOver => Total.Sum(QuotedDays.Select(d => d.DaysOver));
    /// <summary>Actual − quoted cost, summed, money.</summary>
    public Total CostOver => Total.Sum(QuotedCost.Select(d => d.CostOver));
}

/// <summary>
/// Deliveries. On-time = arrived ≤ agreed, over deliveries that have both; the rest counted. Not arrived and past the agreed date: late. Margin = price − cost over delivered ones with both known.
/// Utilisation = days out of each member of the crew in the 90 days before the report's date / (crew × weekdays of the window); days out = arrival (or report's date) − departure, cut at the window's edge.
/// </summary>
public static class DeliveryPerformance
{
    /// <summary>Days of the window of utilisation.</summary>
    public const int WindowDays = 90;

    /// <summary>The result of one entity.</summary>
    public static DeliveryResult Of(Handoff entity, DateOnly asOf)
    {
        var from = asOf.AddDays(-WindowDays);
        var all = entity.Deliveries.Select(d => View(d, asOf)).ToList();
        var delivered = all.Where(d => d.State == VesselDeliveryState.Delivered).OrderByDescending(d => d.Row.Arrived ?? DateOnly.MinValue).ToList();
        var dated = delivered.Where(d => d.Row is { Agreed: not null, Arrived: not null }).ToList();
        var priced = delivered.Where(d => d.Margin is not null).ToList();
        var notInvoiced = delivered.Where(d => d.Row.Invoiced == false && d.Row.Paid != true).OrderByDescending(d => d.DaysSince ?? -1).ToList();
        var outs = all.Select(d => (View: d, Days: DaysOut(d, from, asOf))).Where(o => o.Days is null or > 0).ToList();
        var (marked, whole) = Marks(delivered);
        return new DeliveryResult
        {
            Entity = entity,
            All = all,
            Queue = [.. all.Where(d => d.State == VesselDeliveryState.Queued).OrderBy(d => d.Row.Agreed ?? DateOnly.MaxValue)],
            UnderWay = [.. all.Where(d => d.State == VesselDeliveryState.UnderWay).OrderBy(d => d.Row.Agreed ?? DateOnly.MaxValue)],
            Delivered = delivered,
            LateNow = [.. all.Where(d => d.Late && d.State is (VesselDeliveryState.UnderWay or VesselDeliveryState.Queued))],
            WithBothDates = dated.Count,
            OnTime = dated.Count(d => d.DaysLate == 0),
            WithoutDates = delivered.Count - dated.Count,
            Priced = priced,
            Price = Total.Sum(priced.Select(d => d.Row.Price)),
            Cost = Total.Sum(priced.Select(d => d.Row.Cost)),
            Margin = Total.Sum(delivered.Select(d => d.Margin)),
            NotInvoiced = notInvoiced,
            NotInvoicedMoney = Total.Sum(notInvoiced.Select(d => d.Row.Price)),
            InvoicedUnknown = delivered.Count(d => d.Row.Invoiced is null && d.Row.Paid != true),
            Unpaid = Total.Sum(all.Where(d => d.Row is { Invoiced: true, Paid: not true }).Select(d => d.Row.Price)),
            Paid = Total.Sum(all.Where(d => d.Row.Paid == true).Select(d => d.Row.Price)),
            From = from,
            Weekdays = Enumerable.Range(0, WindowDays).Count(i => from.AddDays(i).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)),
            Crew = CrewOf(entity),
            CrewDays = outs.Sum(o => o.Days is { } days && o.View.Row.Crew is { } crew ? days * crew.Bounds.Middle : 0),
            CrewDaysUnknown = outs.Count(o => o.Days is null || o.View.Row.Crew is null),
            Vessels = [.. outs.Where(o => o.Days is not null).GroupBy(o => Folded.Of(o.View.Row.Vessel)).Select(g => new VesselDays(g.First().View.Row.Vessel, g.Sum(o => o.Days!.Value))).OrderByDescending(v => v.Days)],
            Satisfaction = marked.Count > 0 ? marked.Average(d => d.Row.Satisfaction!.Bounds.Middle) : null,
            SatisfactionOf = whole,
            Marked = marked,
            WithoutMark = delivered.Count - marked.Count,
        };
    }

    private static DeliveryView View(VesselDelivery row, DateOnly asOf)
    {
        var state = row.State != VesselDeliveryState.Unknown ? row.State
            : row.Arrived is not null ? VesselDeliveryState.Delivered
            : row.Departed is not null ? VesselDeliveryState.UnderWay
            : VesselDeliveryState.Unknown;
        var reached = row.Arrived ?? (state is VesselDeliveryState.UnderWay or VesselDeliveryState.Queued ? asOf : null);
        return new DeliveryView
        {
            Row = row,
            State = state,
            DaysLate = row.Agreed is { } agreed && reached is { } day && state != VesselDeliveryState.Cancelled ? Math.Max(0, day.DayNumber - agreed.DayNumber) : null,
            ActualDays = row.ActualDays?.Bounds ?? (row is { Arrived: { } arrived, Departed: { } departed } && arrived >= departed ? Bounds.Of(arrived.DayNumber - departed.DayNumber) : null),
            Margin = row is { Price: { } price, Cost: { } cost } ? price.Bounds - cost.Bounds : null,
            DaysSince = row.Arrived is { } on ? asOf.DayNumber - on.DayNumber : null,
        };
    }

    // Null: it was out, but from when to when is not known.
    private static int? DaysOut(DeliveryView delivery, DateOnly from, DateOnly asOf)
    {
        if (delivery.State is VesselDeliveryState.Queued or VesselDeliveryState.Cancelled or VesselDeliveryState.Unknown || delivery.Row.Arrived < from)
            return 0;
        var end = delivery.Row.Arrived ?? (delivery.State == VesselDeliveryState.UnderWay ? asOf : null);
        if (delivery.Row.Departed is not { } departed || end is not { } last)
            return null;
        return Math.Max(0, Math.Min(last.DayNumber, asOf.DayNumber) - Math.Max(departed.DayNumber, from.DayNumber));
    }

    private static decimal? CrewOf(Handoff entity)
    {
        var team = entity.Team.Count(m => s_crewRoles.Any(word => m.Role.Contains(word, StringComparison.OrdinalIgnoreCase)));
        var largest = entity.Deliveries.Where(d => d.State != VesselDeliveryState.Cancelled).Max(d => d.Crew?.High);
        return largest > team ? largest : team > 0 ? team : null;
    }

    private static (IReadOnlyList<DeliveryView> Marked, decimal? Whole) Marks(IReadOnlyList<DeliveryView> delivered)
    {
        var scale = delivered.Where(d => d.Row.Satisfaction is not null).GroupBy(d => d.Row.Satisfaction!.Whole).OrderByDescending(g => g.Count()).FirstOrDefault();
        return scale is null ? ([], null) : ([.. scale], scale.Key);
    }

    private static readonly string[] s_crewRoles = ["captain", "mate", "crew", "deckhand", "skipper", "driver", "hand on deck"];
}
