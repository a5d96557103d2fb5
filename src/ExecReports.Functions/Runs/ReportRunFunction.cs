using ExecReports.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ExecReports.Functions.Runs;

/// <summary>The orchestrator function.</summary>
public static class ReportRunFunction
{
    /// <summary>Runs <see cref="ReportRunOrchestrator"/>.</summary>
    [Function(nameof(ReportRunOrchestrator))]
    public static Task<RunSummary> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new ReportRunOrchestrator().RunAsync(context, context.GetInput<RunRequest>()!);
}
