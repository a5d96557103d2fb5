using ExecReports.Git;
using ExecReports.Portfolio;
using ExecReports.Workspace;
using Microsoft.DurableTask;

namespace ExecReports.Orchestration.Activities;

/// <summary>Audits one repository and freezes the audit.</summary>
public sealed class AuditRepository(IPortfolioSource portfolio, IRepositoryAuditor auditor, IRunWorkspace workspace) : TaskActivity<CollectInput, SnapshotRef>
{
    /// <inheritdoc/>
    public override async Task<SnapshotRef> RunAsync(TaskActivityContext context, CollectInput input)
    {
        var frozen = await workspace.GetPlanAsync(input.Frozen);
        var limits = frozen.Settings.Thresholds;
        var audit = await auditor.AuditAsync(
            new GitAuditRequest(
                input.Source.Name,
                await portfolio.LocateRepositoryAsync(input.Source.Name, CancellationToken.None),
                input.AsOf,
                limits.GitWindowDays,
                limits.StaleBranchDays,
                TimeZoneInfo.FindSystemTimeZoneById(frozen.Settings.TimeZone)),
            CancellationToken.None);

        var content = await workspace.PutJsonAsync(input.RunId, "git", audit, SnapshotJson.Default.GitAudit);
        return new SnapshotRef(input.Source.Kind, input.Source.Name, input.Source.Entity, content, audit.Truncated ? 1 : 0);
    }
}
