using ExecReports.Analysis;
using ExecReports.Portfolio;

namespace ExecReports.Reports;

/// <summary>
/// Sources of figures that rest on no row: a count of nothing, an amount that nobody states. They name what was looked through, as whole files and calls, so that "none" can be checked
/// like any other figure.
/// </summary>
internal static class LookedThrough
{
    /// <summary>The figures, each with at least one source wherever the report has any.</summary>
    /// <param name="figures">The report's figures.</param>
    /// <param name="facts">The run's facts.</param>
    /// <param name="entity">The entity that a domain report speaks about; null: all.</param>
    /// <param name="used">Kinds of sources that the report draws on.</param>
    public static IReadOnlyList<Figure> Complete(IReadOnlyList<Figure> figures, PortfolioFacts facts, Handoff? entity, SourceKinds used = SourceKinds.All) =>
        [.. figures.Select(figure => figure.Sources.Count > 0 ? figure : figure with { Sources = Of(facts, figure.Entity ?? entity?.Id, used) })];

    static IReadOnlyList<SourceRef> Of(PortfolioFacts facts, string? entity, SourceKinds used)
    {
        var sources = facts.Handoffs.Where(handoff => entity is null || handoff.Id == entity).Select(handoff => new SourceRef("handoff", handoff.File, SourceRef.Midnight(handoff.Changed))).ToList();
        if (used.HasFlag(SourceKinds.Inventory))
            sources.AddRange(facts.Inventory.Select(snapshot => new SourceRef("inventory", snapshot.Source, snapshot.CollectedAt)));
        if (used.HasFlag(SourceKinds.Git))
            sources.AddRange(facts.Audits.Where(audit => entity is null || audit.Entity == entity).Select(audit => SourceRef.Of(audit.Audit)));
        if (used.HasFlag(SourceKinds.Operations))
            sources.AddRange(facts.Operations.Select(snapshot => new SourceRef("operations", snapshot.Source, snapshot.CollectedAt)));
        return sources;
    }
}
