using DurableTask.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ExecReports.Embedded.Hub;

/// <summary>Between the framework's types and those of its client library.</summary>
internal static class ClientTypes
{
    public static OrchestrationRuntimeStatus ToClient(OrchestrationStatus status) => Enum.Parse<OrchestrationRuntimeStatus>(status.ToString());

    public static OrchestrationStatus ToCore(string status) => Enum.TryParse<OrchestrationStatus>(status, ignoreCase: true, out var known)
        ? known
        : throw new ArgumentException($"'{status}' is no orchestration status. Known ones: {string.Join(", ", Enum.GetNames<OrchestrationStatus>())}.");

    public static TaskFailureDetails? ToClient(FailureDetails? failure) => failure is null
        ? null
        : new TaskFailureDetails(failure.ErrorType, failure.ErrorMessage, failure.StackTrace, ToClient(failure.InnerFailure), failure.Properties);

    public static OrchestrationMetadata ToMetadata(InstanceRow row, DataConverter? converter) => new(row.Name, row.InstanceId)
    {
        DataConverter = converter,
        RuntimeStatus = ToClient(row.Status),
        CreatedAt = row.Created,
        LastUpdatedAt = row.Updated,
        SerializedInput = converter is null ? null : row.Input,
        SerializedOutput = converter is null ? null : row.Output,
        SerializedCustomStatus = row.CustomStatus,
        FailureDetails = ToClient(row.Failure),
        Tags = row.Tags ?? new Dictionary<string, string>(),
    };
}
