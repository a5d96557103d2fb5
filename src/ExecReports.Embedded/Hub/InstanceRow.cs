using DurableTask.Core;

namespace ExecReports.Embedded.Hub;

/// <summary>One row of the table of instances.</summary>
internal sealed record InstanceRow
{
    public required string InstanceId { get; init; }

    public required string ExecutionId { get; init; }

    public required string Name { get; init; }

    public string? Version { get; init; }

    public required OrchestrationStatus Status { get; init; }

    public required DateTime Created { get; init; }

    public required DateTime Updated { get; init; }

    public DateTime? Completed { get; init; }

    public string? Input { get; init; }

    public string? Output { get; init; }

    public string? CustomStatus { get; init; }

    public FailureDetails? Failure { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public bool IsFinished => IsFinal(Status);

    public static bool IsFinal(OrchestrationStatus status) =>
        status is OrchestrationStatus.Completed or OrchestrationStatus.Failed or OrchestrationStatus.Terminated or OrchestrationStatus.Canceled;
}
