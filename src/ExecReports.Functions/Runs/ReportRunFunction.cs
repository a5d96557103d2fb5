using ExecReports.Orchestration;
using ExecReports.Orchestration.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ExecReports.Functions.Runs;

/// <summary>The orchestrator function.</summary>
public static class ReportRunFunction
{
    /// <summary>Runs <see cref="ReportRunOrchestrator"/>, measured.</summary>
    [Function(nameof(ReportRunOrchestrator))]
    public static Task<RunSummary> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new MeasuredRun().RunAsync(context, context.GetInput<RunRequest>()!);
}
