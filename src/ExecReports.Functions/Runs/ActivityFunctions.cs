using ExecReports.Orchestration;
using ExecReports.Orchestration.Activities;
using Microsoft.Azure.Functions.Worker;

namespace ExecReports.Functions.Runs;

/// <summary>The activity functions: each hands its input to the activity class of its name.</summary>
public sealed class ActivityFunctions(
    PlanRun planRun, CollectHandoff collectHandoff, CollectInventory collectInventory, AuditRepository auditRepository,
    CollectOperations collectOperations, RenderReport renderReport, DeliverReports deliverReports)
{
    /// <summary>Resolves configuration once.</summary>
    [Function(nameof(PlanRun))]
    public Task<RunPlan> PlanAsync([ActivityTrigger] PlanRunInput input, string instanceId) =>
        planRun.RunAsync(new ActivityContext(nameof(PlanRun), instanceId), input);

    /// <summary>Freezes one handoff.</summary>
    [Function(nameof(CollectHandoff))]
    public Task<SnapshotRef> CollectHandoffAsync([ActivityTrigger] CollectInput input, string instanceId) =>
        collectHandoff.RunAsync(new ActivityContext(nameof(CollectHandoff), instanceId), input);

    /// <summary>Freezes AWS resources.</summary>
    [Function(nameof(CollectInventory))]
    public Task<SnapshotRef> CollectInventoryAsync([ActivityTrigger] CollectInput input, string instanceId) =>
        collectInventory.RunAsync(new ActivityContext(nameof(CollectInventory), instanceId), input);

    /// <summary>Freezes the audit of one repository.</summary>
    [Function(nameof(AuditRepository))]
    public Task<SnapshotRef> AuditRepositoryAsync([ActivityTrigger] CollectInput input, string instanceId) =>
        auditRepository.RunAsync(new ActivityContext(nameof(AuditRepository), instanceId), input);

    /// <summary>Freezes operations data.</summary>
    [Function(nameof(CollectOperations))]
    public Task<SnapshotRef> CollectOperationsAsync([ActivityTrigger] CollectInput input, string instanceId) =>
        collectOperations.RunAsync(new ActivityContext(nameof(CollectOperations), instanceId), input);

    /// <summary>Renders one report.</summary>
    [Function(nameof(RenderReport))]
    public Task<RenderedRef> RenderAsync([ActivityTrigger] RenderInput input, string instanceId) =>
        renderReport.RunAsync(new ActivityContext(nameof(RenderReport), instanceId), input);

    /// <summary>Archives, records and mails every report.</summary>
    [Function(nameof(DeliverReports))]
    public Task<DeliverResult> DeliverAsync([ActivityTrigger] DeliverInput input, string instanceId) =>
        deliverReports.RunAsync(new ActivityContext(nameof(DeliverReports), instanceId), input);
}
