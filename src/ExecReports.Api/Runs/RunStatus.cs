using System.Text.Json.Serialization;
using Microsoft.DurableTask.Client;

namespace ExecReports.Api.Runs;

/// <summary>Where a run stands, in the API's words.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunStatus>))]
public enum RunStatus
{
    /// <summary>Asked for; not begun.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,
    /// <summary>At work.</summary>
    [JsonStringEnumMemberName("running")]
    Running,
    /// <summary>Ended; <c>succeeded</c> says whether every report ended well.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,
    /// <summary>Ended without a result.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
    /// <summary>Canceled by somebody.</summary>
    [JsonStringEnumMemberName("canceled")]
    Canceled,
}

/// <summary>Between the framework's words and the API's.</summary>
internal static class RunStatuses
{
    public static RunStatus Of(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Pending => RunStatus.Pending,
        OrchestrationRuntimeStatus.Completed => RunStatus.Completed,
        OrchestrationRuntimeStatus.Failed => RunStatus.Failed,
        OrchestrationRuntimeStatus.Terminated => RunStatus.Canceled,
        _ => RunStatus.Running,
    };

    public static bool IsFinal(RunStatus status) => status is RunStatus.Completed or RunStatus.Failed or RunStatus.Canceled;
}
