using ExecReports.Operations;

namespace ExecReports.Analysis.Operations;

/// <summary>A trip of the coming days, and what it lacks.</summary>
/// <param name="Trip">The trip.</param>
/// <param name="Source">Where it is written.</param>
public sealed record TripCheck(CharterEvent Trip, SourceRef Source)
{
    /// <summary>Guests without a signed waiver; null if guests or waivers are unknown.</summary>
    public int? Unsigned => Trip is { Guests: { } guests, WaiversSigned: { } signed } ? Math.Max(0, guests - signed) : null;

    /// <summary>Roles that nobody fills.</summary>
    public IReadOnlyList<string> Unfilled => [.. Trip.Crew.Where(role => !role.Filled).Select(role => role.Role)];

    /// <summary>Whether no crew role is listed at all, so that it is not known who sails.</summary>
    public bool CrewUnknown => Trip.Crew.Count == 0;

    /// <summary>Whether it is not sure that it sails.</summary>
    public bool Tentative => Trip.State == CharterState.Tentative;

    /// <summary>Whether something is lacking, or not known.</summary>
    public bool NotReady => Unsigned is null or > 0 || Unfilled.Count > 0 || CrewUnknown;
}

/// <summary>
/// Trips that sail, or are under way, from the report's date to <see cref="Portfolio.Thresholds.TripCheckDays"/> days later (both in), by start. Cancelled and done ones do not count;
/// tentative ones are marked.
/// </summary>
public static class TripReadiness
{
    /// <summary>The trips of those days, ready or not.</summary>
    public static IReadOnlyList<TripCheck> Of(PortfolioFacts facts)
    {
        var last = facts.AsOf.AddDays(facts.Thresholds.TripCheckDays);
        return [.. facts.Operations
            .SelectMany(snapshot => snapshot.Events.Select(trip => new TripCheck(trip, Trips.SourceOf(snapshot, trip))))
            .Where(check => check.Trip.State is CharterState.Booked or CharterState.Tentative && check.Trip.End >= facts.AsOf && check.Trip.Start <= last)
            .OrderBy(check => check.Trip.Start).ThenBy(check => check.Trip.Id, StringComparer.Ordinal)];
    }
}
