using ExecReports.Reports;
using ExecReports.Workspace;

namespace ExecReports.Orchestration;

/// <summary>What a run is asked for. Empty lists and nulls mean "all" or "as the portfolio says". It holds no address: a recipient override is a reference into the workspace.</summary>
public sealed record RunRequest
{
    /// <summary>Report ids (<c>cfo</c>) or types (<c>rental-cove</c>); empty: every report of the group.</summary>
    public IReadOnlyList<string> Reports { get; init; } = [];
    /// <summary>Group of reports; null: all.</summary>
    public ReportGroup? Group { get; init; }
    /// <summary>Ids of the entities to speak about; empty: all.</summary>
    public IReadOnlyList<string> Entities { get; init; } = [];
    /// <summary>The day that the reports speak about; null: the portfolio's own, else the day of the run in its zone.</summary>
    public DateOnly? AsOf { get; init; }
    /// <summary>Render everything, archive, record and mail nothing.</summary>
    public bool DryRun { get; init; }
    /// <summary>A list of recipients in the workspace that stands in for everybody else's.</summary>
    public WorkspaceRef? RecipientOverride { get; init; }
    /// <summary>The occurrence of a schedule that this run is for, UTC: its reports' timestamp. Null: an on-demand run.</summary>
    public DateTimeOffset? Occurrence { get; init; }
}
