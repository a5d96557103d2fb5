using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DurableTask.Core;
using DurableTask.Core.History;
using DurableTask.Core.Tracing;

namespace ExecReports.Embedded.Hub;

/// <summary>
/// History events as JSON and back. Written by hand rather than by the framework's serializer: that one stores .NET type names and makes
/// objects from them, which a file must not be able to ask for, and its reflection costs a short run more than all of its storage.
/// </summary>
internal static class HistoryEventCodec
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(HistoryEvent e)
    {
        return Text(json =>
        {
            json.WriteString("type", e.EventType.ToString());
            json.WriteNumber("id", e.EventId);
            json.WriteString("at", e.Timestamp);
            if (e.IsPlayed)
                json.WriteBoolean("played", true);
            WriteRest(json, e);
        });
    }

    public static HistoryEvent Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var json = document.RootElement;
        var e = ReadRest(json, json.GetProperty("type").GetString()!, json.GetProperty("id").GetInt32());
        e.Timestamp = json.GetProperty("at").GetDateTime();
        e.IsPlayed = json.TryGetProperty("played", out _);
        return e;
    }

    public static string? WriteFailure(FailureDetails? failure) =>
        failure is null ? null : Text(json => WriteFailureMembers(json, failure));

    public static FailureDetails? ReadFailure(string? text)
    {
        if (text is null)
            return null;
        using var document = JsonDocument.Parse(text);
        return ReadFailure(document.RootElement);
    }

    public static string? WriteTags(IEnumerable<KeyValuePair<string, string>>? tags) =>
        tags is null ? null : Text(json => WriteTagMembers(json, tags));

    public static Dictionary<string, string>? ReadTags(string? text)
    {
        if (text is null)
            return null;
        using var document = JsonDocument.Parse(text);
        return ReadTags(document.RootElement);
    }

    private static void WriteRest(Utf8JsonWriter json, HistoryEvent e)
    {
        switch (e)
        {
            case ExecutionStartedEvent x:
                Instance(json, "instance", x.OrchestrationInstance);
                if (x.ParentInstance is { } parent)
                {
                    json.WriteStartObject("parent");
                    Value(json, "name", parent.Name);
                    Value(json, "version", parent.Version);
                    json.WriteNumber("task", parent.TaskScheduleId);
                    Instance(json, "instance", parent.OrchestrationInstance);
                    json.WriteEndObject();
                }

                Value(json, "name", x.Name);
                Value(json, "version", x.Version);
                Value(json, "input", x.Input);
                Tags(json, x.Tags);
                Value(json, "correlation", x.Correlation);
                Trace(json, x.ParentTraceContext);
                if (x.ScheduledStartTime is { } start)
                    json.WriteString("startAt", start);
                if (x.Generation is { } generation)
                    json.WriteNumber("generation", generation);
                break;
            case ExecutionCompletedEvent x: // ContinueAsNewEvent is one too
                Value(json, "result", x.Result);
                json.WriteString("status", x.OrchestrationStatus.ToString());
                Failure(json, x.FailureDetails);
                break;
            case ExecutionTerminatedEvent x:
                Value(json, "input", x.Input);
                break;
            case ExecutionSuspendedEvent x:
                Value(json, "reason", x.Reason);
                break;
            case ExecutionResumedEvent x:
                Value(json, "reason", x.Reason);
                break;
            case TaskScheduledEvent x:
                Value(json, "name", x.Name);
                Value(json, "version", x.Version);
                Value(json, "input", x.Input);
                Trace(json, x.ParentTraceContext);
                Tags(json, x.Tags);
                break;
            case TaskCompletedEvent x:
                json.WriteNumber("task", x.TaskScheduledId);
                Value(json, "result", x.Result);
                break;
            case TaskFailedEvent x:
                json.WriteNumber("task", x.TaskScheduledId);
                Value(json, "reason", x.Reason);
                Value(json, "details", x.Details);
                Failure(json, x.FailureDetails);
                break;
            case SubOrchestrationInstanceCreatedEvent x:
                Value(json, "name", x.Name);
                Value(json, "version", x.Version);
                Value(json, "instanceId", x.InstanceId);
                Value(json, "input", x.Input);
                Value(json, "span", x.ClientSpanId);
                Tags(json, x.Tags);
                break;
            case SubOrchestrationInstanceCompletedEvent x:
                json.WriteNumber("task", x.TaskScheduledId);
                Value(json, "result", x.Result);
                break;
            case SubOrchestrationInstanceFailedEvent x:
                json.WriteNumber("task", x.TaskScheduledId);
                Value(json, "reason", x.Reason);
                Value(json, "details", x.Details);
                Failure(json, x.FailureDetails);
                break;
            case TimerCreatedEvent x:
                json.WriteString("fireAt", x.FireAt);
                break;
            case TimerFiredEvent x:
                json.WriteNumber("timer", x.TimerId);
                json.WriteString("fireAt", x.FireAt);
                break;
            case EventSentEvent x:
                Value(json, "instanceId", x.InstanceId);
                Value(json, "name", x.Name);
                Value(json, "input", x.Input);
                break;
            case EventRaisedEvent x:
                Value(json, "name", x.Name);
                Value(json, "input", x.Input);
                Trace(json, x.ParentTraceContext);
                break;
            case GenericEvent x:
                Value(json, "data", x.Data);
                break;
            case OrchestratorStartedEvent or OrchestratorCompletedEvent:
                break;
            default:
                throw new NotSupportedException($"The embedded hub keeps no events of type {e.EventType}.");
        }
    }

    private static HistoryEvent ReadRest(JsonElement json, string type, int id) => type switch
    {
        nameof(EventType.ExecutionStarted) => new ExecutionStartedEvent(id, Text(json, "input"))
        {
            OrchestrationInstance = Instance(json, "instance"),
            ParentInstance = json.TryGetProperty("parent", out var parent)
                ? new ParentInstance
                {
                    Name = Text(parent, "name"),
                    Version = Text(parent, "version"),
                    TaskScheduleId = Number(parent, "task"),
                    OrchestrationInstance = Instance(parent, "instance"),
                }
                : null,
            Name = Text(json, "name"),
            Version = Text(json, "version"),
            Tags = Tags(json),
            Correlation = Text(json, "correlation"),
            ParentTraceContext = Trace(json),
            ScheduledStartTime = json.TryGetProperty("startAt", out var start) ? start.GetDateTime() : null,
            Generation = json.TryGetProperty("generation", out var generation) ? generation.GetInt32() : null,
        },
        nameof(EventType.ExecutionCompleted) => new ExecutionCompletedEvent(
            id, Text(json, "result"), Enum.Parse<OrchestrationStatus>(Text(json, "status")!), Failure(json)),
        nameof(EventType.ContinueAsNew) => new ContinueAsNewEvent(id, Text(json, "result")),
        nameof(EventType.ExecutionTerminated) => new ExecutionTerminatedEvent(id, Text(json, "input")),
        nameof(EventType.ExecutionSuspended) => new ExecutionSuspendedEvent(id, Text(json, "reason")),
        nameof(EventType.ExecutionResumed) => new ExecutionResumedEvent(id, Text(json, "reason")),
        nameof(EventType.TaskScheduled) => new TaskScheduledEvent(id, Text(json, "name")!, Text(json, "version"), Text(json, "input"))
        {
            ParentTraceContext = Trace(json),
            Tags = Tags(json),
        },
        nameof(EventType.TaskCompleted) => new TaskCompletedEvent(id, Number(json, "task"), Text(json, "result")),
        nameof(EventType.TaskFailed) => new TaskFailedEvent(id, Number(json, "task"), Text(json, "reason"), Text(json, "details"), Failure(json)),
        nameof(EventType.SubOrchestrationInstanceCreated) => new SubOrchestrationInstanceCreatedEvent(id)
        {
            Name = Text(json, "name"),
            Version = Text(json, "version"),
            InstanceId = Text(json, "instanceId"),
            Input = Text(json, "input"),
            ClientSpanId = Text(json, "span"),
            Tags = Tags(json),
        },
        nameof(EventType.SubOrchestrationInstanceCompleted) =>
            new SubOrchestrationInstanceCompletedEvent(id, Number(json, "task"), Text(json, "result")),
        nameof(EventType.SubOrchestrationInstanceFailed) =>
            new SubOrchestrationInstanceFailedEvent(id, Number(json, "task"), Text(json, "reason"), Text(json, "details"), Failure(json)),
        nameof(EventType.TimerCreated) => new TimerCreatedEvent(id, json.GetProperty("fireAt").GetDateTime()),
        nameof(EventType.TimerFired) => new TimerFiredEvent(id, json.GetProperty("fireAt").GetDateTime()) { TimerId = Number(json, "timer") },
        nameof(EventType.EventSent) => new EventSentEvent(id)
        {
            InstanceId = Text(json, "instanceId"),
            Name = Text(json, "name"),
            Input = Text(json, "input"),
        },
        nameof(EventType.EventRaised) => new EventRaisedEvent(id, Text(json, "input"))
        {
            Name = Text(json, "name"),
            ParentTraceContext = Trace(json),
        },
        nameof(EventType.GenericEvent) => new GenericEvent(id, Text(json, "data")),
        nameof(EventType.OrchestratorStarted) => new OrchestratorStartedEvent(id),
        nameof(EventType.OrchestratorCompleted) => new OrchestratorCompletedEvent(id),
        _ => throw new NotSupportedException($"The journal holds an event of the unknown type '{type}'."),
    };

    private static string Text(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Value(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static void Instance(Utf8JsonWriter json, string name, OrchestrationInstance? instance)
    {
        if (instance is null)
            return;
        json.WriteStartObject(name);
        Value(json, "id", instance.InstanceId);
        Value(json, "execution", instance.ExecutionId);
        json.WriteEndObject();
    }

    private static OrchestrationInstance? Instance(JsonElement json, string name) => json.TryGetProperty(name, out var value)
        ? new OrchestrationInstance { InstanceId = Text(value, "id"), ExecutionId = Text(value, "execution") }
        : null;

    private static void Tags(Utf8JsonWriter json, IDictionary<string, string>? tags)
    {
        if (tags is null)
            return;
        json.WriteStartObject("tags");
        WriteTagMembers(json, tags);
        json.WriteEndObject();
    }

    private static void WriteTagMembers(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, string>> tags)
    {
        foreach (var (name, value) in tags)
            json.WriteString(name, value);
    }

    private static Dictionary<string, string>? Tags(JsonElement json) => json.TryGetProperty("tags", out var value) ? ReadTags(value) : null;

    private static Dictionary<string, string> ReadTags(JsonElement json) =>
        json.EnumerateObject().ToDictionary(x => x.Name, x => x.Value.GetString()!);

    private static void Trace(Utf8JsonWriter json, DistributedTraceContext? trace)
    {
        if (trace is null)
            return;
        json.WriteStartObject("trace");
        Value(json, "parent", trace.TraceParent);
        Value(json, "state", trace.TraceState);
        Value(json, "id", trace.Id);
        Value(json, "span", trace.SpanId);
        if (trace.ActivityStartTime is { } start)
            json.WriteString("start", start);
        json.WriteEndObject();
    }

    private static DistributedTraceContext? Trace(JsonElement json) => json.TryGetProperty("trace", out var value)
        ? new DistributedTraceContext(Text(value, "parent")!, Text(value, "state"))
        {
            Id = Text(value, "id"),
            SpanId = Text(value, "span"),
            ActivityStartTime = value.TryGetProperty("start", out var start) ? start.GetDateTimeOffset() : null,
        }
        : null;

    private static void Failure(Utf8JsonWriter json, FailureDetails? failure)
    {
        if (failure is null)
            return;
        json.WriteStartObject("failure");
        WriteFailureMembers(json, failure);
        json.WriteEndObject();
    }

    private static FailureDetails? Failure(JsonElement json) => json.TryGetProperty("failure", out var value) ? ReadFailure(value) : null;

    private static void WriteFailureMembers(Utf8JsonWriter json, FailureDetails failure)
    {
        Value(json, "type", failure.ErrorType);
        Value(json, "message", failure.ErrorMessage);
        Value(json, "stack", failure.StackTrace);
        if (failure.IsNonRetriable)
            json.WriteBoolean("final", true);
        Failure(json, failure.InnerFailure);
        if (failure.Properties is not { } properties)
            return;
        json.WriteStartObject("properties");
        foreach (var (name, value) in properties)
            json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static FailureDetails ReadFailure(JsonElement json) => new(
        Text(json, "type")!,
        Text(json, "message")!,
        Text(json, "stack"),
        Failure(json),
        json.TryGetProperty("final", out _),
        json.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().ToDictionary(x => x.Name, x => (object?)x.Value.GetString())
            : null);
}
