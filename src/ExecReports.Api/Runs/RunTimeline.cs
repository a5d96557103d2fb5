using DurableTask.Core.History;
using ExecReports.Orchestration;
using ExecReports.Orchestration.Activities;

namespace ExecReports.Api.Runs;

/// <summary>
/// A run's history as activities and waits. The framework keeps no inputs in the history; what an activity was about follows from the plan, in whose order sources are collected and
/// reports rendered, for a retry from the failure that it follows.
/// </summary>
/// <param name="Plan">The plan; null: not made yet.</param>
/// <param name="Rendered">Reports that were rendered.</param>
/// <param name="Steps">Activities and waits, in the order in which they were begun.</param>
internal sealed record RunTimeline(RunPlan? Plan, IReadOnlyList<RenderedRef> Rendered, IReadOnlyList<RunStep> Steps)
{
    private static readonly string[] Collecting = [nameof(CollectHandoff), nameof(CollectInventory), nameof(AuditRepository), nameof(CollectOperations)];

    public static RunTimeline Of(IEnumerable<HistoryEvent> history)
    {
        var reading = new Reading();
        foreach (var happened in history)
            reading.Take(happened);
        return new RunTimeline(reading.Plan, reading.Rendered, [.. reading.Steps]);
    }

    private sealed class Reading
    {
        private readonly Dictionary<int, int> steps = [];
        private readonly Queue<RunStep> toRetry = new();
        private readonly Dictionary<int, RunStep> timers = [];
        private readonly List<RunStep> due = [];
        private Queue<string> sources = new();
        private Queue<string> reports = new();

        public RunPlan? Plan { get; private set; }
        public List<RenderedRef> Rendered { get; } = [];
        public List<RunStep> Steps { get; } = [];

        public void Take(HistoryEvent happened)
        {
            switch (happened)
            {
                case TaskScheduledEvent scheduled:
                    Begin(happened, "activity", scheduled.Name ?? "", null);
                    break;
                case TaskCompletedEvent completed:
                    Complete(completed);
                    break;
                case TaskFailedEvent failed:
                    Fail(failed);
                    break;
                case TimerCreatedEvent:
                    var retried = toRetry.TryDequeue(out var step) ? step : null;
                    Begin(happened, "wait", retried is null ? "before delivering what remains" : "before a retry", retried?.Subject);
                    if (retried is not null)
                        timers[happened.EventId] = retried;
                    break;
                case TimerFiredEvent fired:
                    End(fired.TimerId, happened, "completed");
                    if (timers.Remove(fired.TimerId, out var again))
                        due.Add(again);
                    break;
                case ExecutionCompletedEvent or ExecutionTerminatedEvent:
                    foreach (var (id, place) in steps.ToList().Where(entry => Steps[entry.Value].State == "running"))
                        End(id, happened, "canceled");
                    break;
            }
        }

        private void Begin(HistoryEvent happened, string kind, string name, string? subject)
        {
            var attempt = 1;
            if (kind == "activity")
            {
                var planned = Collecting.Contains(name) ? sources : name == nameof(RenderReport) ? reports : null;
                if (planned is not null && planned.TryDequeue(out var next))
                    subject = next;
                else if (due.FirstOrDefault(failed => failed.Name == name) is { } failed)
                {
                    due.Remove(failed);
                    (subject, attempt) = (failed.Subject, failed.Attempt + 1);
                }
            }

            steps[happened.EventId] = Steps.Count;
            Steps.Add(new RunStep { Kind = kind, Name = name, Subject = subject, Attempt = attempt, StartedAt = Utc(happened), State = "running" });
        }

        private void Complete(TaskCompletedEvent completed)
        {
            if (End(completed.TaskScheduledId, completed, "completed") is not { } place)
                return;
            switch (Steps[place].Name)
            {
                case nameof(PlanRun) when Read<RunPlan>(completed.Result) is { } plan:
                    Plan = plan;
                    sources = new(plan.Sources.Select(source => source.Name));
                    reports = new(plan.Reports.Select(report => report.ReportType));
                    break;
                case nameof(RenderReport) when Read<RenderedRef>(completed.Result) is { } report:
                    Rendered.Add(report);
                    Steps[place] = Steps[place] with { Subject = report.ReportType, Gaps = report.Gaps };
                    break;
                case var name when Collecting.Contains(name) && Read<SnapshotRef>(completed.Result) is { } snapshot:
                    Steps[place] = Steps[place] with { Subject = snapshot.Name, Gaps = snapshot.Gaps };
                    break;
            }
        }

        private void Fail(TaskFailedEvent failed)
        {
            if (End(failed.TaskScheduledId, failed, "failed", failed.FailureDetails?.ErrorMessage ?? failed.Reason) is not { } place)
                return;
            if (failed.FailureDetails?.ErrorType == typeof(TransientException).FullName && Steps[place].Attempt < ReportRunOrchestrator.Attempts)
                toRetry.Enqueue(Steps[place]);
        }

        private int? End(int id, HistoryEvent happened, string state, string? error = null)
        {
            if (!steps.TryGetValue(id, out var place))
                return null;
            Steps[place] = Steps[place] with { EndedAt = Utc(happened), State = state, Error = error };
            return place;
        }

        private static T? Read<T>(string? json)
            where T : class => json is null ? null : RunMessages.Converter.Deserialize(json, typeof(T)) as T;

        private static DateTimeOffset Utc(HistoryEvent happened) => new(DateTime.SpecifyKind(happened.Timestamp, DateTimeKind.Utc));
    }
}
