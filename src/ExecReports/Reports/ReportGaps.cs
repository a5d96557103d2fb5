using ExecReports.Analysis;
using ExecReports.Portfolio;

namespace ExecReports.Reports;

/// <summary>
/// The "Data gaps" that every report has in common: sources that failed, what could not be taken as it stands in the settings and in the handoffs concerned,
/// tables that were not read, redacted places, and what the inventory, git and operations lack. A report adds what is missing for its own figures.
/// </summary>
public static class ReportGaps
{
    /// <summary>
    /// Gaps in the order settings, failed sources, handoffs by file and line, inventory, git, operations. A domain report passes its <paramref name="entity"/>
    /// and then gets that entity's alone, and those of the group. <paramref name="used"/> leaves out sources that the report does not draw on.
    /// </summary>
    public static IReadOnlyList<DataGap> Of(PortfolioFacts facts, Handoff? entity, SourceKinds used = SourceKinds.All)
    {
        var gaps = new List<DataGap>();
        gaps.AddRange(facts.Settings.Diagnostics.Select(Gap));
        gaps.AddRange(facts.Gaps
            .Where(gap => used.HasFlag(KindOf(gap.Kind)) && (entity is null || gap.Entity is null || gap.Entity == entity.Id))
            .Select(gap => new DataGap(gap.Source, Sentence(gap.Reason))));
        foreach (var handoff in Concerned(facts, entity))
            gaps.AddRange(OfHandoff(handoff));
        if (used.HasFlag(SourceKinds.Inventory))
            gaps.AddRange(facts.Inventory.SelectMany(snapshot => snapshot.Gaps.Select(gap => new DataGap(snapshot.Source, Sentence(gap)))));
        if (used.HasFlag(SourceKinds.Git))
            gaps.AddRange(facts.Audits.Where(audit => entity is null || audit.Entity == entity.Id).SelectMany(OfAudit));
        if (used.HasFlag(SourceKinds.Operations))
            gaps.AddRange(facts.Operations.SelectMany(snapshot => snapshot.Gaps.Select(gap => new DataGap(snapshot.Source, Sentence(gap)))));
        return gaps;
    }

    /// <summary>The handoffs that a report speaks about: its entity's, or all.</summary>
    internal static IEnumerable<Handoff> Concerned(PortfolioFacts facts, Handoff? entity) => entity is null ? facts.Handoffs : [entity];

    /// <summary>Ends a text with a full stop where it has no end of its own.</summary>
    internal static string Sentence(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 || trimmed[^1] is '.' or '!' or '?' or '…' ? trimmed : trimmed + ".";
    }

    static IEnumerable<DataGap> OfHandoff(Handoff handoff)
    {
        var gaps = handoff.Diagnostics.Select(diagnostic => (diagnostic.At, Gap: Gap(diagnostic))).ToList();

        // A diagnostic may already speak about the table or its heading; the same place is not listed twice.
        var spoken = handoff.Diagnostics.Select(diagnostic => diagnostic.At).ToHashSet();
        foreach (var section in handoff.Sections)
            foreach (var table in section.Tables.Where(table => !table.Read && !spoken.Contains(table.At) && !spoken.Contains(section.At)))
                gaps.Add((table.At, new DataGap(table.At.ToString(), Unread(section, table))));
        gaps.AddRange(handoff.Secrets.Select(secret => (secret.At, new DataGap(secret.At.ToString(),
            $"What looks like a secret ({secret.Kind}) stands here; it was redacted. Remove it from the file and replace the secret."))));
        return gaps.OrderBy(gap => gap.At.Line).Select(gap => gap.Gap);
    }

    static string Unread(HandoffSection section, SectionTable table)
    {
        var what = $"The table under “{section.Heading}” ({string.Join(", ", table.Columns)}; {table.Rows.Count} {(table.Rows.Count == 1 ? "row" : "rows")}) is kept as written, but no figure is computed from it";
        return table.NearestKnown is { } near ? $"{what}; the nearest known heading is “{near}”." : what + ".";
    }

    static IEnumerable<DataGap> OfAudit(EntityAudit audit)
    {
        if (audit.Audit.Empty)
            yield return new DataGap(audit.Audit.Repository, "The repository has no commit.");
        if (audit.Audit.Truncated)
            yield return new DataGap(audit.Audit.Repository, "The history at hand ends inside the window (a shallow clone): counts are “at least”.");
    }

    static DataGap Gap(Diagnostic diagnostic) => new(diagnostic.At.ToString(), $"Found {Inner(diagnostic.Found)}; expected {Sentence(diagnostic.Expected)}");

    static string Inner(string text) => text.Trim().TrimEnd('.');

    static SourceKinds KindOf(string kind) => kind switch
    {
        "inventory" => SourceKinds.Inventory,
        "git" => SourceKinds.Git,
        "operations" => SourceKinds.Operations,
        _ => SourceKinds.Handoffs,
    };
}
