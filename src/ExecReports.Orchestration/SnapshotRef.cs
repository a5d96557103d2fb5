using ExecReports.Workspace;

namespace ExecReports.Orchestration;

/// <summary>A collected source: where its frozen snapshot stands.</summary>
/// <param name="Kind">Kind of source.</param>
/// <param name="Name">Name of the source.</param>
/// <param name="Entity">Entity that it belongs to.</param>
/// <param name="Content">The snapshot in the workspace.</param>
/// <param name="Gaps">How many things it could not read.</param>
public sealed record SnapshotRef(SourceKind Kind, string Name, string? Entity, WorkspaceRef Content, int Gaps);

/// <summary>A source that failed for good: it becomes a gap that the reports show.</summary>
public sealed record FailedSource(SourceKind Kind, string Name, string? Entity, string Reason);
