using System.Globalization;
using DurableTask.Core;
using DurableTask.Core.History;

namespace ExecReports.Embedded.Hub;

/// <summary>Makes readable lines of the framework's events.</summary>
internal static class HubHistory
{
    public static IReadOnlyList<HubEvent> Describe(IReadOnlyList<HistoryEvent> events)
    {
        var names = new Dictionary<int, string?>();
        var lines = new List<HubEvent>(events.Count);
        foreach (var e in events)
            lines.Add(Describe(lines.Count, e, names));
        return lines;
    }

    private static HubEvent Describe(int sequence, HistoryEvent e, Dictionary<int, string?> names)
    {
        HubEvent Line(string? name = null, int? task = null, string? details = null, string? failure = null) =>
            new(sequence, new DateTimeOffset(DateTime.SpecifyKind(e.Timestamp, DateTimeKind.Utc)), e.EventType.ToString(), name, task, details, failure);
        string? Started(string? name)
        {
            names[e.EventId] = name;
            return name;
        }

        return e switch
        {
            ExecutionStartedEvent x => Line(x.Name, details: x.Input),
            ExecutionCompletedEvent x => Line(
                x.OrchestrationStatus.ToString(), details: x.FailureDetails is null ? x.Result : null, failure: Failure(x.FailureDetails)),
            ExecutionTerminatedEvent x => Line(details: x.Input),
            ExecutionSuspendedEvent x => Line(details: x.Reason),
            ExecutionResumedEvent x => Line(details: x.Reason),
            TaskScheduledEvent x => Line(Started(x.Name), e.EventId, x.Input),
            TaskCompletedEvent x => Line(names.GetValueOrDefault(x.TaskScheduledId), x.TaskScheduledId, x.Result),
            TaskFailedEvent x => Line(names.GetValueOrDefault(x.TaskScheduledId), x.TaskScheduledId, failure: Failure(x.FailureDetails) ?? x.Reason),
            SubOrchestrationInstanceCreatedEvent x => Line(Started(x.Name), e.EventId, x.Input),
            SubOrchestrationInstanceCompletedEvent x => Line(names.GetValueOrDefault(x.TaskScheduledId), x.TaskScheduledId, x.Result),
            SubOrchestrationInstanceFailedEvent x => Line(
                names.GetValueOrDefault(x.TaskScheduledId), x.TaskScheduledId, failure: Failure(x.FailureDetails) ?? x.Reason),
            TimerCreatedEvent x => Line(task: e.EventId, details: Time(x.FireAt)),
            TimerFiredEvent x => Line(task: x.TimerId, details: Time(x.FireAt)),
            EventRaisedEvent x => Line(x.Name, details: x.Input),
            EventSentEvent x => Line(x.Name, details: x.Input),
            _ => Line(),
        };
    }

    private static string? Failure(FailureDetails? failure) => failure is null ? null : $"{failure.ErrorType}: {failure.ErrorMessage}";

    private static string Time(DateTime time) => time.ToString("O", CultureInfo.InvariantCulture);
}
