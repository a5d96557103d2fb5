using ExecReports.Embedded.Hub;
using ExecReports.Orchestration.Activities;
using ExecReports.Workspace;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ExecReports.Orchestration.Tests;

/// <summary>The real orchestrator on the embedded hub, with activities that a test plays.</summary>
internal sealed class OrchestratorHarness
{
    public List<PlannedSource> Sources { get; } = [new(SourceKind.Handoff, "a.md", "a"), new(SourceKind.Handoff, "b.md", "b"), new(SourceKind.Repository, "a-site", "a"), new(SourceKind.Inventory, "aws", null), new(SourceKind.Operations, "trips", null)];
    public List<PlannedReport> Reports { get; } = [new("ceo", "ceo", null, ["r1"]), new("cfo", "cfo", null, ["r2"]), new("rental-a", "rental", "a", [])];

    public Func<CollectInput, SnapshotRef> Collect { get; set; } = input =>
        new SnapshotRef(input.Source.Kind, input.Source.Name, input.Source.Entity, Ref(input.Source.Name), 0);

    public Func<RenderInput, RenderedRef> Render { get; set; } = input => new RenderedRef
    {
        ReportType = input.Report.ReportType,
        Title = "Title of " + input.Report.ReportType,
        Subject = "Subject",
        TemplateVersion = "v",
        Html = Ref("html"),
        Markdown = Ref("md"),
        Json = Ref("json"),
        Eml = Ref("eml"),
        Gaps = input.FailedSources.Count,
        FailedSources = input.FailedSources.Count,
    };

    public Func<DeliverInput, DeliverResult> Deliver { get; set; } = input => new DeliverResult([.. input.Reports.Select(Delivered)], []);

    public static ReportOutcome Delivered(RenderedRef report) => new() { ReportType = report.ReportType, State = ReportState.Delivered, Keys = ["key"] };

    public async Task<(OrchestrationMetadata State, RunSummary? Summary, string History)> RunAsync(RunRequest? request = null)
    {
        var folder = Directory.CreateTempSubdirectory("execreports-test-").FullName;
        try
        {
            await using var hub = EmbeddedHub.Open(new HubOptions { Folder = folder, DataConverter = RunMessages.Converter });
            hub.AddOrchestrator(nameof(ReportRunOrchestrator), () => new ReportRunOrchestrator());
            hub.AddActivity(nameof(PlanRun), () => new Played<PlanRunInput, RunPlan>(_ => new RunPlan
            {
                Portfolio = "Test group",
                AsOf = new DateOnly(2026, 11, 24),
                Frozen = Ref("plan"),
                Sources = Sources,
                Reports = Reports,
            }));
            foreach (var name in (string[])[nameof(CollectHandoff), nameof(CollectInventory), nameof(AuditRepository), nameof(CollectOperations)])
                hub.AddActivity(name, () => new Played<CollectInput, SnapshotRef>(Collect));
            hub.AddActivity(nameof(RenderReport), () => new Played<RenderInput, RenderedRef>(Render));
            hub.AddActivity(nameof(DeliverReports), () => new Played<DeliverInput, DeliverResult>(Deliver));
            await hub.StartAsync();

            var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync(nameof(ReportRunOrchestrator), request ?? new RunRequest(), new StartOrchestrationOptions("run-1"));
            var state = await hub.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, TestContext.Current.CancellationToken);
            var history = string.Join('\n', hub.History(id));
            return (state, state.RuntimeStatus == OrchestrationRuntimeStatus.Completed ? state.ReadOutputAs<RunSummary>() : null, history);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static WorkspaceRef Ref(string name) => new($"run-1/{name}", new string('0', 64), 1);

    private sealed class Played<TInput, TOutput>(Func<TInput, TOutput> play) : TaskActivity<TInput, TOutput>
    {
        public override Task<TOutput> RunAsync(TaskActivityContext context, TInput input) => Task.FromResult(play(input));
    }
}
