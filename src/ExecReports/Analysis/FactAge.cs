using ExecReports.Portfolio;

namespace ExecReports.Analysis;

/// <summary>
/// Age of a fact = the report's date − the day of the last commit that touched its line; where the handoff is not in git, its front matter's date, else the file's,
/// else the date in its section's heading (<see cref="HandoffDates"/>). A fact older than <see cref="Thresholds.OldFactDays"/> shows its date beside it.
/// </summary>
public static class FactAge
{
    /// <summary>Whether what stands on a line is old enough for its date to be shown; not where its date is not known.</summary>
    public static bool IsOld(SourceLine line, DateOnly asOf, Thresholds thresholds) => line.Changed is { } day && IsOld(day, asOf, thresholds);

    /// <summary>Whether what dates from a day is old enough for that day to be shown.</summary>
    public static bool IsOld(DateOnly day, DateOnly asOf, Thresholds thresholds) => asOf.DayNumber - day.DayNumber > thresholds.OldFactDays;

    /// <summary>
    /// The date to show beside a figure: that of the youngest of its sources, if even that is old; null where one is recent, has no known date, or there is none.
    /// </summary>
    public static DateOnly? OldSince(IReadOnlyList<SourceRef> sources, DateOnly asOf, Thresholds thresholds)
    {
        if (sources.Count == 0 || sources.Any(source => source.At is null))
            return null;
        var youngest = DateOnly.FromDateTime(sources.Max(source => source.At!.Value).UtcDateTime);
        return IsOld(youngest, asOf, thresholds) ? youngest : null;
    }

    /// <summary>
    /// The date to show beside a list of facts: that of its youngest line, if even that is old; null where one is recent, or no date is known.
    /// </summary>
    public static DateOnly? OldSince(PortfolioFacts facts, IEnumerable<HandoffRow> rows)
    {
        var youngest = rows.Select(row => row.At).Where(line => line.Changed is not null).MaxBy(line => line.Changed);
        return youngest is not null && IsOld(youngest, facts.AsOf, facts.Thresholds) ? youngest.Changed : null;
    }
}
