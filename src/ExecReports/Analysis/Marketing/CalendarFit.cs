using ExecReports.Analysis.Operations;
using ExecReports.Portfolio;

namespace ExecReports.Analysis.Marketing;

/// <summary>Bookings that an entity's campaigns imply beside its free boat days.</summary>
public sealed record EntityFit
{
    /// <summary>The entity.</summary>
    public required Handoff Entity { get; init; }
    /// <summary>Bookings implied by its campaigns with every term known.</summary>
    public required Bounds Bookings { get; init; }
    /// <summary>Free boat days of the coming days; null where operations know no boat of the entity.</summary>
    public required int? FreeDays { get; init; }
    /// <summary>Upside of those campaigns, in the portfolio's currency.</summary>
    public required Bounds Raw { get; init; }
    /// <summary>Upside of the bookings that fit into the free days; null where these are unknown.</summary>
    public required Bounds? Capped { get; init; }

    /// <summary>Whether every booking fits, at the high end too; null where it is not known.</summary>
    public bool? Fits => FreeDays is { } free ? Bookings.High <= free : null;
}

/// <summary>Whether the upside fits the calendar.</summary>
/// <param name="Days">Days ahead that are looked at.</param>
/// <param name="Entities">One line per entity with a complete campaign.</param>
public sealed record CalendarFit(int Days, IReadOnlyList<EntityFit> Entities)
{
    /// <summary>Upside of all entities, uncapped.</summary>
    public Bounds Raw => Sum(Entities.Select(one => one.Raw));

    /// <summary>Upside with each entity capped where its free boat days are known.</summary>
    public Bounds Capped => Sum(Entities.Select(one => one.Capped ?? one.Raw));

    /// <summary>Lines whose free days are known.</summary>
    public IReadOnlyList<EntityFit> Known => [.. Entities.Where(one => one.FreeDays is not null)];

    static Bounds Sum(IEnumerable<Bounds> terms) => terms.Aggregate(Bounds.Zero, (sum, term) => sum + term);
}

/// <summary>
/// Upside against the calendar: an entity's campaigns share its free boat days (days of the next 90 on which a boat can be had and is not booked, by operations), one day per booking.
/// Days go to the campaigns with the highest value per booking first; what does not fit is no upside. Low and high are capped separately. Without boats in operations nothing is capped, and it is said.
/// </summary>
public static class CalendarFits
{
    /// <summary>The fit over all entities with a complete campaign.</summary>
    public static CalendarFit Of(PortfolioFacts facts, CampaignCases campaigns) => new(facts.Thresholds.AheadDays,
        [.. campaigns.Complete.GroupBy(one => one.Entity).Select(group =>
        {
            var free = BoatCalendar.Ahead(facts, group.Key.Id).Free;
            return new EntityFit
            {
                Entity = group.Key,
                Bookings = group.Aggregate(Bounds.Zero, (sum, one) => sum + one.Bookings!.Value),
                FreeDays = free,
                Raw = group.Aggregate(Bounds.Zero, (sum, one) => sum + one.Upside!.Value),
                Capped = free is { } days
                    ? new Bounds(Capped(days, group.Select(one => (one.Bookings!.Value.Low, one.Row.Value!.Low))), Capped(days, group.Select(one => (one.Bookings!.Value.High, one.Row.Value!.High))))
                    : null,
            };
        })]);

    static decimal Capped(decimal days, IEnumerable<(decimal Bookings, decimal Value)> campaigns)
    {
        var money = 0m;
        foreach (var (bookings, value) in campaigns.OrderByDescending(one => one.Value))
        {
            var taken = Math.Min(days, bookings);
            money += taken * value;
            days -= taken;
        }

        return money;
    }
}
