using ExecReports.Orchestration;
using ExecReports.Orchestration.Activities;
using ExecReports.Orchestration.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace ExecReports.Functions.Runs;

/// <summary>The activity functions: each hands its input to the activity class of its name.</summary>
public sealed class ActivityFunctions(HostedReports reports, ILogger<ActivityFunctions> log)
{
    /// <summary>Resolves configuration once.</summary>
    [Function(nameof(PlanRun))]
    public async Task<RunPlan> PlanAsync([ActivityTrigger] PlanRunInput input, string instanceId) =>
        await Measured((await reports.ActivitiesAsync()).PlanRun).RunAsync(new ActivityContext(nameof(PlanRun), instanceId), input);

    /// <summary>Freezes one handoff.</summary>
    [Function(nameof(CollectHandoff))]
    public async Task<SnapshotRef> CollectHandoffAsync([ActivityTrigger] CollectInput input, string instanceId) =>
        await Measured((await reports.ActivitiesAsync()).CollectHandoff).RunAsync(new ActivityContext(nameof(CollectHandoff), instanceId), input);

    /// <summary>Freezes AWS resources.</summary>
    [Function(nameof(CollectInventory))]
    public async Task<SnapshotRef> CollectInventoryAsync([ActivityTrigger] CollectInput input, string instanceId) =>
        await Measured((await reports.ActivitiesAsync()).CollectInventory).RunAsync(new ActivityContext(nameof(CollectInventory), instanceId), input);

    /// <summary>Freezes the audit of one repository.</summary>
    [Function(nameof(AuditRepository))]
    public async Task<SnapshotRef> AuditRepositoryAsync([ActivityTrigger] CollectInput input, string instanceId) =>
        await Measured((await reports.ActivitiesAsync()).AuditRepository).RunAsync(new ActivityContext(nameof(AuditRepository), instanceId), input);

    /// <summary>Freezes operations data.</summary>
    [Function(nameof(CollectOperations))]
    public async Task<SnapshotRef> CollectOperationsAsync([ActivityTrigger] CollectInput input, string instanceId) =>
        await Measured((await reports.ActivitiesAsync()).CollectOperations).RunAsync(new ActivityContext(nameof(CollectOperations), instanceId), input);

    /// <summary>Renders one report.</summary>
    [Function(nameof(RenderReport))]
    public async Task<RenderedRef> RenderAsync([ActivityTrigger] RenderInput input, string instanceId) =>
        await Measured((await reports.ActivitiesAsync()).RenderReport).RunAsync(new ActivityContext(nameof(RenderReport), instanceId), input);

    /// <summary>Writes the notice to operators about reports that did not arrive.</summary>
    [Function(nameof(RenderNotice))]
    public async Task<RenderedRef> RenderNoticeAsync([ActivityTrigger] NoticeInput input, string instanceId) =>
        await Measured((await reports.ActivitiesAsync()).RenderNotice).RunAsync(new ActivityContext(nameof(RenderNotice), instanceId), input);

    /// <summary>Archives, records and mails every report.</summary>
    [Function(nameof(DeliverReports))]
    public async Task<DeliverResult> DeliverAsync([ActivityTrigger] DeliverInput input, string instanceId) =>
        await Measured((await reports.ActivitiesAsync()).DeliverReports).RunAsync(new ActivityContext(nameof(DeliverReports), instanceId), input);

    private MeasuredActivity<TInput, TOutput> Measured<TInput, TOutput>(TaskActivity<TInput, TOutput> activity) => new(activity, log);
}
