using ExecReports.Portfolio;

namespace ExecReports.Analysis;

/// <summary>
/// Age of a fact = the report's date − the day its handoff was last changed; where that is not known, the date in its section's heading. A fact older than
/// <see cref="Thresholds.OldFactDays"/> shows its date.
/// </summary>
public static class FactAge
{
    /// <summary>The date to show beside a fact of a section; null where it is recent, or its date is not known.</summary>
    public static DateOnly? OldSince(PortfolioFacts facts, Handoff entity, SectionKind section)
    {
        var date = entity.Changed ?? entity.Sections.FirstOrDefault(one => one.Kind == section)?.HeadingDate;
        return date is { } day && facts.AsOf.DayNumber - day.DayNumber > facts.Thresholds.OldFactDays ? day : null;
    }
}
