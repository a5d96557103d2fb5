using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports;

/// <summary>The "Sources" that every report has in common: each file, call and commit range used, with its time.</summary>
public static class ReportSources
{
    /// <summary>
    /// Sources in the order handoffs, inventory, git, operations. A domain report passes its <paramref name="entity"/> and then gets that entity's handoff and
    /// repositories alone. A handoff's time is the day it was last changed (00:00 UTC), a repository's its newest commit.
    /// </summary>
    public static IReadOnlyList<SourceUse> Of(PortfolioFacts facts, Handoff? entity, SourceKinds used = SourceKinds.All)
    {
        var sources = new List<SourceUse>();
        sources.AddRange(ReportGaps.Concerned(facts, entity).Select(handoff => new SourceUse("Handoff", handoff.File, SourceRef.Midnight(handoff.Changed))));
        if (used.HasFlag(SourceKinds.Inventory))
            sources.AddRange(facts.Inventory.Select(snapshot => new SourceUse("AWS inventory",
                Named(snapshot.Source, snapshot.Origin, snapshot.PriceSource is { } prices ? "prices: " + prices : null), snapshot.CollectedAt)));
        if (used.HasFlag(SourceKinds.Git))
            sources.AddRange(facts.Audits.Where(audit => entity is null || audit.Entity == entity.Id)
                .Select(audit => new SourceUse("Git", CommitRange(audit), audit.Audit.LastCommitAt)));
        if (used.HasFlag(SourceKinds.Operations))
            sources.AddRange(facts.Operations.Select(snapshot => new SourceUse("Operations", Named(snapshot.Source, snapshot.Origin, null), snapshot.CollectedAt)));
        return sources;
    }

    static string Named(string source, string? origin, string? prices)
    {
        var said = string.Join("; ", new[] { origin, prices }.OfType<string>());
        return said.Length == 0 ? source : $"{source} ({said})";
    }

    static string CommitRange(EntityAudit audit)
    {
        var (since, until) = (Formats.Date(audit.Audit.Since), Formats.Date(audit.Audit.Until));
        return audit.Audit is { DefaultBranch: { } branch, Head: { Length: > 0 } head }
            ? $"{audit.Audit.Repository}, {branch} at {head[..Math.Min(head.Length, 10)]}, {since} to {until}"
            : $"{audit.Audit.Repository}, empty, {since} to {until}";
    }
}
