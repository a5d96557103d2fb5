using ExecReports.Operations;

namespace ExecReports.Analysis.Operations;

/// <summary>Days of one boat in a span: free, booked, not to be had.</summary>
/// <param name="Boat">The boat.</param>
/// <param name="Days">Days of the span.</param>
/// <param name="Unavailable">Days on which it cannot be had.</param>
/// <param name="Booked">Days with a booked or done trip, unavailable ones apart.</param>
public sealed record BoatDays(Boat Boat, int Days, int Unavailable, int Booked)
{
    /// <summary>Days that are neither booked nor unavailable.</summary>
    public int Free => Days - Unavailable - Booked;
}

/// <summary>Boats' days over a span.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, that day in.</param>
/// <param name="Boats">Boats, as operations name them.</param>
public sealed record BoatCalendarView(DateOnly From, DateOnly To, IReadOnlyList<BoatDays> Boats)
{
    /// <summary>Free boat days; null when operations know no boat.</summary>
    public int? Free => Boats.Count == 0 ? null : Boats.Sum(b => b.Free);
}

/// <summary>
/// Free days of boats = days of the span − days on which operations say that the boat cannot be had − days with a booked or done trip on it.
/// Cancelled and tentative trips do not occupy a boat. A trip without a boat's name occupies the entity's only boat, if it has just one.
/// </summary>
public static class BoatCalendar
{
    /// <summary>The days after the report's date, <see cref="Portfolio.Thresholds.AheadDays"/> of them; for all entities, or one.</summary>
    public static BoatCalendarView Ahead(PortfolioFacts facts, string? entity = null) =>
        Over(facts, facts.AsOf.AddDays(1), facts.AsOf.AddDays(facts.Thresholds.AheadDays), entity);

    /// <summary>Days from <paramref name="from"/> to <paramref name="to"/>, both in; for all entities, or one.</summary>
    public static BoatCalendarView Over(PortfolioFacts facts, DateOnly from, DateOnly to, string? entity = null)
    {
        var boats = facts.Operations.SelectMany(o => o.Boats).Where(b => IsOf(b.Entity)).ToList();
        var events = facts.Operations.SelectMany(o => o.Events).Where(e => e.State is CharterState.Booked or CharterState.Done && IsOf(e.Entity)).ToList();
        return new(from, to, [.. boats.Select(boat =>
        {
            var only = boats.Count(b => Same(b.Entity, boat.Entity)) == 1;
            var unavailable = DaysIn(boat.Unavailable.Select(s => (s.From, s.To)), from, to);
            var trips = events.Where(e => Same(e.Entity, boat.Entity) && (e.Boat is null ? only : Folded.Same(e.Boat, boat.Name)));
            var booked = DaysIn(trips.Select(e => (e.Start, e.End)), from, to);
            booked.ExceptWith(unavailable);
            return new BoatDays(boat, to.DayNumber - from.DayNumber + 1, unavailable.Count, booked.Count);
        })]);

        bool IsOf(string id) => entity is null || Same(id, entity);
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static HashSet<DateOnly> DaysIn(IEnumerable<(DateOnly From, DateOnly To)> spans, DateOnly from, DateOnly to)
    {
        var days = new HashSet<DateOnly>();
        foreach (var span in spans)
        {
            var last = span.To < to ? span.To : to;
            for (var day = span.From > from ? span.From : from; day <= last; day = day.AddDays(1))
                days.Add(day);
        }

        return days;
    }
}
