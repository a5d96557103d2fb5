using ExecReports.Workspace;

namespace ExecReports.Orchestration.Activities;

/// <summary>Input of <see cref="PlanRun"/>.</summary>
/// <param name="RunId">The orchestration's instance id.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="GeneratedTimestamp">The reports' timestamp.</param>
public sealed record PlanRunInput(string RunId, RunRequest Request, DateTimeOffset GeneratedTimestamp);

/// <summary>Input of the collect activities.</summary>
/// <param name="RunId">The run.</param>
/// <param name="AsOf">The reports' date.</param>
/// <param name="Frozen">Settings, frozen at the plan.</param>
/// <param name="Source">What to collect.</param>
public sealed record CollectInput(string RunId, DateOnly AsOf, WorkspaceRef Frozen, PlannedSource Source);

/// <summary>Input of <see cref="RenderReport"/>.</summary>
/// <param name="RunId">The run.</param>
/// <param name="AsOf">The report's date.</param>
/// <param name="GeneratedTimestamp">The report's timestamp.</param>
/// <param name="Frozen">Settings, frozen at the plan.</param>
/// <param name="Report">The report.</param>
/// <param name="Snapshots">The facts, in the plan's order.</param>
/// <param name="FailedSources">Sources that failed.</param>
public sealed record RenderInput(
    string RunId, DateOnly AsOf, DateTimeOffset GeneratedTimestamp, WorkspaceRef Frozen, PlannedReport Report,
    IReadOnlyList<SnapshotRef> Snapshots, IReadOnlyList<FailedSource> FailedSources);

/// <summary>Input of <see cref="DeliverReports"/>.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Round">Counts the calls for one run, from 0.</param>
/// <param name="AsOf">The reports' date.</param>
/// <param name="GeneratedTimestamp">The reports' timestamp.</param>
/// <param name="Frozen">Settings and recipients, frozen at the plan.</param>
/// <param name="Reports">What to deliver.</param>
public sealed record DeliverInput(
    string RunId, int Round, DateOnly AsOf, DateTimeOffset GeneratedTimestamp, WorkspaceRef Frozen, IReadOnlyList<RenderedRef> Reports);

/// <summary>Input of <see cref="RenderNotice"/>.</summary>
/// <param name="RunId">The run.</param>
/// <param name="AsOf">The reports' date.</param>
/// <param name="GeneratedTimestamp">The reports' timestamp, and the notice's.</param>
/// <param name="Frozen">Settings and recipients, frozen at the plan.</param>
/// <param name="Reports">The reports that did not arrive.</param>
/// <param name="FailedSources">Sources that failed.</param>
public sealed record NoticeInput(
    string RunId, DateOnly AsOf, DateTimeOffset GeneratedTimestamp, WorkspaceRef Frozen, IReadOnlyList<ReportOutcome> Reports, IReadOnlyList<FailedSource> FailedSources);

/// <summary>Result of <see cref="DeliverReports"/>: what came of each report, and the types of those that are to be tried again.</summary>
public sealed record DeliverResult(IReadOnlyList<ReportOutcome> Outcomes, IReadOnlyList<string> Remaining);
