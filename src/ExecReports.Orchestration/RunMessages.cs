using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ExecReports.Orchestration.Activities;
using Microsoft.DurableTask.Converters;

namespace ExecReports.Orchestration;

/// <summary>How what passes through the history is written: as the framework does by default, but by generated code, which starts faster.</summary>
public static class RunMessages
{
    /// <summary>Reads and writes the orchestration's messages; any other type as the framework does.</summary>
    public static JsonDataConverter Converter { get; } = new(new JsonSerializerOptions
    {
        IncludeFields = true,
        TypeInfoResolver = JsonTypeInfoResolver.Combine(RunMessagesJson.Default, new DefaultJsonTypeInfoResolver()),
    });
}

/// <summary>The types that pass through the history.</summary>
[JsonSourceGenerationOptions(IncludeFields = true)]
[JsonSerializable(typeof(RunRequest))]
[JsonSerializable(typeof(RunPlan))]
[JsonSerializable(typeof(RunProgress))]
[JsonSerializable(typeof(RunSummary))]
[JsonSerializable(typeof(SnapshotRef))]
[JsonSerializable(typeof(RenderedRef))]
[JsonSerializable(typeof(PlanRunInput))]
[JsonSerializable(typeof(CollectInput))]
[JsonSerializable(typeof(RenderInput))]
[JsonSerializable(typeof(DeliverInput))]
[JsonSerializable(typeof(DeliverResult))]
[JsonSerializable(typeof(NoticeInput))]
internal sealed partial class RunMessagesJson : JsonSerializerContext;
