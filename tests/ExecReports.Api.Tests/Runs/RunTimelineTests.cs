using DurableTask.Core;
using DurableTask.Core.History;
using ExecReports.Api.Runs;
using ExecReports.Orchestration;
using ExecReports.Workspace;

namespace ExecReports.Api.Tests.Runs;

public class RunTimelineTests
{
    private static readonly DateTime Start = new(2026, 11, 24, 14, 30, 0, DateTimeKind.Utc);

    [Fact]
    public void A_retry_is_the_next_attempt_of_what_failed()
    {
        var steps = RunTimeline.Of(
        [
            .. Planned("a.md", "b.md"),
            At(2, new TaskScheduledEvent(1) { Name = "CollectHandoff" }),
            At(2, new TaskScheduledEvent(2) { Name = "CollectHandoff" }),
            At(3, Failed(1, "not for ever", typeof(InvalidOperationException))),
            At(3, Failed(2, "busy", typeof(TransientException))),
            At(3, new TimerCreatedEvent(3, Start.AddSeconds(5))),
            At(5, new TimerFiredEvent(4) { TimerId = 3 }),
            At(5, new TaskScheduledEvent(5) { Name = "CollectHandoff" }),
            At(6, new TaskCompletedEvent(-1, 5, Json(new SnapshotRef(SourceKind.Handoff, "b.md", "b", Reference, 2)))),
        ]).Steps;

        Assert.Equal(
            ["PlanRun  1 completed", "CollectHandoff a.md 1 failed", "CollectHandoff b.md 1 failed", "before a retry b.md 1 completed", "CollectHandoff b.md 2 completed"],
            steps.Select(step => $"{step.Name} {step.Subject} {step.Attempt} {step.State}"));
        Assert.Equal(2, steps[^1].Gaps);
        Assert.Equal("busy", steps[2].Error);
    }

    [Fact]
    public void What_is_open_when_a_run_is_canceled_is_canceled()
    {
        var steps = RunTimeline.Of(
        [
            .. Planned("a.md"),
            At(2, new TaskScheduledEvent(1) { Name = "CollectHandoff" }),
            At(9, new ExecutionTerminatedEvent(-1, "")),
        ]).Steps;

        Assert.Equal("canceled", steps[^1].State);
        Assert.Equal(Start.AddSeconds(9), steps[^1].EndedAt?.UtcDateTime);
    }

    private static WorkspaceRef Reference { get; } = new("run/x.json", "", 0);

    private static HistoryEvent[] Planned(params string[] files) =>
    [
        At(0, new TaskScheduledEvent(0) { Name = "PlanRun" }),
        At(1, new TaskCompletedEvent(-1, 0, Json(new RunPlan
        {
            Portfolio = "x",
            AsOf = new DateOnly(2026, 11, 24),
            Frozen = Reference,
            Sources = [.. files.Select(file => new PlannedSource(SourceKind.Handoff, file, null))],
            Reports = [],
        }))),
    ];

    private static string Json<T>(T value) => RunMessages.Converter.Serialize(value)!;

    private static TaskFailedEvent Failed(int task, string message, Type type) => new(-1, task, null, null, new FailureDetails(type.FullName!, message, null, null, false));

    private static HistoryEvent At(int second, HistoryEvent happened)
    {
        happened.Timestamp = Start.AddSeconds(second);
        return happened;
    }
}
