using DurableTask.Core;
using DurableTask.Core.History;
using DurableTask.Core.Serializing;
using DurableTask.Core.Tracing;
using ExecReports.Embedded.Hub;

namespace ExecReports.Embedded.Tests.Hub;

public sealed class HistoryEventCodecTests
{
    private static readonly DateTime Time = new(2026, 11, 24, 6, 30, 15, 123, 456, DateTimeKind.Utc);

    private static readonly FailureDetails Failure = new("System.IO.IOException", "disk \"full\"", "at Here()", new FailureDetails("Inner", "why", null, null, false), true);

    private static readonly Dictionary<string, string> Tags = new() { ["colour"] = "blue", ["ünit"] = "\u2028" };

    private static readonly OrchestrationInstance Instance = new() { InstanceId = "i", ExecutionId = "e" };

    private static readonly DistributedTraceContext Trace = new("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "state=1")
    {
        Id = "id", SpanId = "span", ActivityStartTime = new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.FromHours(1)),
    };

    private static HistoryEvent[] Events =>
    [
        new ExecutionStartedEvent(-1, "{\"a\":1}")
        {
            OrchestrationInstance = Instance,
            ParentInstance = new ParentInstance { Name = "p", Version = "2", TaskScheduleId = 7, OrchestrationInstance = Instance },
            Name = "n", Version = "1", Tags = Tags, Correlation = "c", ParentTraceContext = Trace, ScheduledStartTime = Time, Generation = 3,
        },
        new ExecutionStartedEvent(-1, null),
        new ExecutionCompletedEvent(4, "result", OrchestrationStatus.Completed),
        new ExecutionCompletedEvent(4, null, OrchestrationStatus.Failed, Failure),
        new ContinueAsNewEvent(5, "again"),
        new ExecutionTerminatedEvent(-1, "stop"),
        new ExecutionSuspendedEvent(-1, "wait"),
        new ExecutionResumedEvent(-1, null),
        new TaskScheduledEvent(2, "activity", "1", "input") { Tags = Tags, ParentTraceContext = Trace },
        new TaskScheduledEvent(2, "activity"),
        new TaskCompletedEvent(-1, 2, "result"),
        new TaskCompletedEvent(-1, 2, null) { IsPlayed = true },
        new TaskFailedEvent(-1, 2, "reason", "details", Failure),
        new TaskFailedEvent(-1, 2, null, null),
        new SubOrchestrationInstanceCreatedEvent(3) { Name = "n", Version = "1", InstanceId = "i", Input = "in", ClientSpanId = "s", Tags = Tags },
        new SubOrchestrationInstanceCompletedEvent(-1, 3, "result"),
        new SubOrchestrationInstanceFailedEvent(-1, 3, "reason", "details", Failure),
        new TimerCreatedEvent(4, Time),
        new TimerFiredEvent(-1, Time) { TimerId = 4 },
        new EventSentEvent(5) { InstanceId = "i", Name = "n", Input = "in" },
        new EventRaisedEvent(-1, "in") { Name = "n", ParentTraceContext = Trace },
        new GenericEvent(6, "data"),
        new OrchestratorStartedEvent(-1),
        new OrchestratorCompletedEvent(-1),
    ];

    [Fact]
    public void Every_member_that_the_framework_keeps_comes_back()
    {
        foreach (var e in Events)
        {
            e.Timestamp = Time;

            var read = HistoryEventCodec.Read(HistoryEventCodec.Write(e));

            // The framework's own serializer writes every member, so it shows each one that would be lost.
            Assert.Equal(JsonDataConverter.Default.Serialize(e, formatted: true), JsonDataConverter.Default.Serialize(read, formatted: true));
        }
    }

    [Fact]
    public void Each_kind_of_event_is_kept_or_refused_by_name()
    {
        // Rewind is not offered; HistoryState belongs to other stores; ExecutionFailed has no class.
        EventType[] refused = [EventType.HistoryState, EventType.ExecutionRewound, EventType.ExecutionFailed];

        Assert.Equal(Enum.GetValues<EventType>().Except(refused).Order(), Events.Select(x => x.EventType).Distinct().Order());
        var error = Assert.Throws<NotSupportedException>(() => HistoryEventCodec.Write(new HistoryStateEvent(1, new OrchestrationState())));
        Assert.Contains("HistoryState", error.Message);
    }

    [Fact]
    public void Failure_details_and_tags_stand_alone_in_columns_of_their_own()
    {
        Assert.Equal(JsonDataConverter.Default.Serialize(Failure), JsonDataConverter.Default.Serialize(HistoryEventCodec.ReadFailure(HistoryEventCodec.WriteFailure(Failure))));
        Assert.Equal(Tags, HistoryEventCodec.ReadTags(HistoryEventCodec.WriteTags(Tags)));
        Assert.Null(HistoryEventCodec.ReadFailure(HistoryEventCodec.WriteFailure(null)));
        Assert.Null(HistoryEventCodec.ReadTags(HistoryEventCodec.WriteTags(null)));
    }
}
