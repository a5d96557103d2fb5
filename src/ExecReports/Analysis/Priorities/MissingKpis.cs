using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Priorities;

/// <summary>How a KPI that a handoff names stands.</summary>
public enum KpiStanding
{
    /// <summary>It has an actual.</summary>
    Known,
    /// <summary>It has no actual, but a report computes it from the handoff's tables or from operations.</summary>
    Computed,
    /// <summary>It has no actual and nothing computes it.</summary>
    Missing,
}

/// <summary>A KPI that a handoff names.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Row">The row.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="ComputedIn">Title of the report that computes it; null where none does.</param>
public sealed record NamedKpi(Handoff Entity, Kpi Row, KpiStanding Standing, string? ComputedIn);

/// <summary>A KPI that is standard for a kind of entity, and that an entity of that kind does not name.</summary>
public sealed record UntrackedKpi(Handoff Entity, string Name);

/// <summary>
/// KPIs and what is known of them. Missing (the count) = named in a handoff, without an actual, and not computed from its tables or operations records.
/// An actual in words ("improving") is an actual; blank, ?, TBD, — and the like are none, and neither is a number that cannot be read.
/// KPIs that are standard for the entity's kind and not named at all are listed apart as "not tracked", and do not count.
/// </summary>
public static class MissingKpis
{
    static readonly HashSet<string> NoValue = new(StringComparer.Ordinal)
    {
        "", "tbd", "tba", "tbc", "na", "unknown", "notknown", "nottracked", "notmeasured", "notyet", "noneyet", "nodata", "pending", "todo", "missing",
    };

    /// <summary>All KPIs that handoffs name, in their order.</summary>
    public static IReadOnlyList<NamedKpi> Named(PortfolioFacts facts) =>
        [.. facts.Handoffs.SelectMany(entity => entity.Kpis.Select(row => Judge(facts, entity, row)))];

    /// <summary>Standard KPIs that entities of the kind do not name and that no report computes for them.</summary>
    public static IReadOnlyList<UntrackedKpi> Untracked(PortfolioFacts facts) =>
        [.. facts.Handoffs.SelectMany(entity => StandardKpis.Of(entity.Kind)
            .Where(standard => !entity.Kpis.Any(row => standard.IsNamedBy(row.Name)) && ComputedKpis.ReportFor(facts, entity, standard.Name) is null)
            .Select(standard => new UntrackedKpi(entity, standard.Name)))];

    static NamedKpi Judge(PortfolioFacts facts, Handoff entity, Kpi row)
    {
        if (HasActual(row))
            return new NamedKpi(entity, row, KpiStanding.Known, null);
        var report = ComputedKpis.ReportFor(facts, entity, row.Name);
        return new NamedKpi(entity, row, report is null ? KpiStanding.Missing : KpiStanding.Computed, report);
    }

    static bool HasActual(Kpi row) => row.Actual is not null
        || (row.ActualAsWritten is { } written && !NoValue.Contains(Folded.Of(written)) && !written.Any(char.IsAsciiDigit));
}
