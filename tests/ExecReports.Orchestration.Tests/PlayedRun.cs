using ExecReports.Orchestration.Activities;
using ExecReports.Workspace;
using Microsoft.DurableTask;

namespace ExecReports.Orchestration.Tests;

/// <summary>The activities of a report run as a test plays them, under the names that the real orchestrator calls them by.</summary>
public sealed class PlayedRun
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

    public IReadOnlyList<string> Operators { get; set; } = [];

    public Func<NoticeInput, RenderedRef> Notice { get; set; } = _ => throw new InvalidOperationException("no notice was expected");

    public static ReportOutcome Delivered(RenderedRef report) => new() { ReportType = report.ReportType, State = ReportState.Delivered, Keys = ["key"] };

    /// <summary>A factory for each activity.</summary>
    public IReadOnlyDictionary<string, Func<ITaskActivity>> Activities => new Dictionary<string, Func<ITaskActivity>>
    {
        [nameof(PlanRun)] = () => new Played<PlanRunInput, RunPlan>(_ => new RunPlan
        {
            Portfolio = "Test group",
            AsOf = new DateOnly(2026, 11, 24),
            Frozen = Ref("plan"),
            Sources = Sources,
            Reports = Reports,
            Operators = Operators,
        }),
        [nameof(CollectHandoff)] = () => new Played<CollectInput, SnapshotRef>(Collect),
        [nameof(CollectInventory)] = () => new Played<CollectInput, SnapshotRef>(Collect),
        [nameof(AuditRepository)] = () => new Played<CollectInput, SnapshotRef>(Collect),
        [nameof(CollectOperations)] = () => new Played<CollectInput, SnapshotRef>(Collect),
        [nameof(RenderReport)] = () => new Played<RenderInput, RenderedRef>(Render),
        [nameof(RenderNotice)] = () => new Played<NoticeInput, RenderedRef>(Notice),
        [nameof(DeliverReports)] = () => new Played<DeliverInput, DeliverResult>(Deliver),
    };

    private static WorkspaceRef Ref(string name) => new($"run-1/{name}", new string('0', 64), 1);

    private sealed class Played<TInput, TOutput>(Func<TInput, TOutput> play) : TaskActivity<TInput, TOutput>
    {
        public override Task<TOutput> RunAsync(TaskActivityContext context, TInput input) => Task.FromResult(play(input));
    }
}
