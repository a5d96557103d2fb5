using ExecReports.Analysis;
using ExecReports.Portfolio;

namespace ExecReports.Reports;

/// <summary>
/// What somebody who has just begun should fill in first: shown at the top of a report as long as more than half of its chief inputs (<see cref="ReportNeeds"/>)
/// are met by none of the handoffs that it speaks about. After that what is missing stands in "Data gaps" alone.
/// </summary>
internal static class FirstBlanks
{
    // A start, not a list of everything: whoever fills these in sees the next ones in the next report.
    private const int Most = 12;

    /// <summary>The blanks of a report, chief input first, and of one input by file; a pure function.</summary>
    /// <param name="report">Id of the report's template.</param>
    /// <param name="facts">The run's facts.</param>
    /// <param name="entity">The entity that a domain report speaks about; null for an officer's report.</param>
    public static IReadOnlyList<FirstBlank> Of(string report, PortfolioFacts facts, Handoff? entity)
    {
        var needs = ReportNeeds.Of(report);
        var concerned = ReportGaps.Concerned(facts, entity).ToList();
        var unmet = needs.Where(need => !concerned.Any(need.MetBy)).ToList();
        return unmet.Count * 2 <= needs.Count ? [] : [.. unmet.SelectMany(need => Blanks(need, concerned)).Take(Most)];
    }

    private static IEnumerable<FirstBlank> Blanks(ReportNeed need, IReadOnlyList<Handoff> handoffs)
    {
        var found = handoffs
            .Select(handoff => (File: Path.GetFileName(handoff.File), Missing: need.Missing(handoff)))
            .Where(blank => blank.Missing is not null)
            .Select(blank => new FirstBlank(blank.File, blank.Missing!.Value.Line, blank.Missing.Value.What, need.Gives))
            .ToList();
        return found.Count > 0 ? found : [new FirstBlank(handoffs.Count == 1 ? Path.GetFileName(handoffs[0].File) : PortfolioReader.HandoffFolder, null, need.Asked, need.Gives)];
    }
}
