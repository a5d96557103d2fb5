using ExecReports.Embedded.Hub;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ExecReports.Orchestration.Tests;

/// <summary>The real orchestrator on the embedded hub, with activities that a test plays.</summary>
internal static class OrchestratorHarness
{
    public static async Task<(OrchestrationMetadata State, RunSummary? Summary)> RunAsync(this PlayedRun run, RunRequest? request = null)
    {
        var folder = Directory.CreateTempSubdirectory("execreports-test-").FullName;
        try
        {
            await using var hub = EmbeddedHub.Open(new HubOptions { Folder = folder, DataConverter = RunMessages.Converter });
            hub.AddOrchestrator(nameof(ReportRunOrchestrator), () => new ReportRunOrchestrator());
            foreach (var (name, create) in run.Activities)
                hub.AddActivity(name, create);
            await hub.StartAsync();

            var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync(nameof(ReportRunOrchestrator), request ?? new RunRequest(), new StartOrchestrationOptions("run-1"));
            var state = await hub.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, TestContext.Current.CancellationToken);
            return (state, state.RuntimeStatus == OrchestrationRuntimeStatus.Completed ? state.ReadOutputAs<RunSummary>() : null);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
