using ExecReports.Analysis.Finance;
using ExecReports.Operations;
using ExecReports.Portfolio;

namespace ExecReports.Analysis.Operations;

/// <summary>Units done and booked in the report's month against break-even.</summary>
public sealed record Pace
{
    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }
    /// <summary>The break-even that they are held against.</summary>
    public required BreakEvenPoint BreakEven { get; init; }
    /// <summary>Trips of the month that are done.</summary>
    public required IReadOnlyList<Trip> Done { get; init; }
    /// <summary>Trips of the month that are booked.</summary>
    public required IReadOnlyList<Trip> Booked { get; init; }
    /// <summary>Trips of the month on hold; they do not count.</summary>
    public required IReadOnlyList<Trip> Tentative { get; init; }
    /// <summary>Trips of the month that were cancelled; they do not count.</summary>
    public required IReadOnlyList<Trip> Cancelled { get; init; }
    /// <summary>Whether any trip of those streams is recorded at all, in any month; without one the count is unknown, not zero.</summary>
    public required bool Recorded { get; init; }

    /// <summary>Done and booked; null when no trip is recorded at all.</summary>
    public int? Counted => Recorded ? Done.Count + Booked.Count : null;

    /// <summary>Units short of break-even, low and high, not below zero; null if either is unknown.</summary>
    public Bounds? Short => Counted is { } counted && BreakEven.Units is { } units
        ? new Bounds(Math.Max(0, units.Low - counted), Math.Max(0, units.High - counted))
        : null;

    /// <summary>Contribution that the missing units would bring: short × contribution per unit, money.</summary>
    public Bounds? Worth => Short is { } missing && BreakEven.Contribution is { } contribution ? missing * contribution : null;
}

/// <summary>
/// Trips whose first day lies in the calendar month of the report's date and whose stream is one that break-even weighs, done and booked; short = break-even units − those, not below zero;
/// worth = short × contribution per unit.
/// </summary>
public static class CharterPace
{
    /// <summary>The group's pace.</summary>
    public static Pace Of(PortfolioFacts facts, TripBook trips) => Of(facts, trips, BreakEven.OfGroup(facts));

    /// <summary>Pace against a given break-even, over the trips of its streams.</summary>
    public static Pace Of(PortfolioFacts facts, TripBook trips, BreakEvenPoint breakEven)
    {
        var month = new DateOnly(facts.AsOf.Year, facts.AsOf.Month, 1);
        var streams = breakEven.Streams.Concat(breakEven.LeftOut).Select(s => s.Stream).ToHashSet(ReferenceEqualityComparer.Instance);
        var mine = trips.All.Where(t => t.Stream is not null && streams.Contains(t.Stream)).ToList();
        var ofMonth = mine.Where(t => t.Start >= month && t.Start < month.AddMonths(1)).ToList();
        return new Pace
        {
            Month = month,
            BreakEven = breakEven,
            Done = [.. ofMonth.Where(t => t.State == CharterState.Done)],
            Booked = [.. ofMonth.Where(t => t.State == CharterState.Booked)],
            Tentative = [.. ofMonth.Where(t => t.State == CharterState.Tentative)],
            Cancelled = [.. ofMonth.Where(t => t.State == CharterState.Cancelled)],
            Recorded = mine.Count > 0,
        };
    }
}
