using ExecReports.Git;
using ExecReports.Inventory;
using ExecReports.Operations;
using ExecReports.Portfolio;

namespace ExecReports.Analysis;

/// <summary>A source that could not be read, or not in full.</summary>
/// <param name="Kind"><c>handoff</c>, <c>inventory</c>, <c>git</c>, <c>operations</c>, <c>settings</c>.</param>
/// <param name="Source">Its name: file, repository, call.</param>
/// <param name="Reason">What happened and what would be right.</param>
/// <param name="Entity">Id of the entity concerned; null: the group.</param>
public sealed record SourceGap(string Kind, string Source, string Reason, string? Entity = null);

/// <summary>An audit and the entity whose handoff names the repository.</summary>
public sealed record EntityAudit(string Entity, GitAudit Audit);

/// <summary>All that a report may know: the frozen facts of one run. Analysis and reports are pure functions of it.</summary>
public sealed record PortfolioFacts
{
    /// <summary>The day that the reports speak about, in the portfolio's zone.</summary>
    public required DateOnly AsOf { get; init; }
    /// <summary>Settings of the portfolio.</summary>
    public required PortfolioSettings Settings { get; init; }
    /// <summary>Entities in the order of their files' names.</summary>
    public required IReadOnlyList<Handoff> Handoffs { get; init; }
    /// <summary>Git audits.</summary>
    public IReadOnlyList<EntityAudit> Audits { get; init; } = [];
    /// <summary>AWS resources, one snapshot per source.</summary>
    public IReadOnlyList<InventorySnapshot> Inventory { get; init; } = [];
    /// <summary>Operations data, one snapshot per source.</summary>
    public IReadOnlyList<OperationsSnapshot> Operations { get; init; } = [];
    /// <summary>Sources that failed.</summary>
    public IReadOnlyList<SourceGap> Gaps { get; init; } = [];
    /// <summary>When the facts were collected, UTC.</summary>
    public required DateTimeOffset CollectedAt { get; init; }

    /// <summary>Limits of the rules.</summary>
    public Thresholds Thresholds => Settings.Thresholds;
}
