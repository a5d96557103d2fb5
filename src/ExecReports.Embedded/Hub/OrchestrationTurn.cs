using DurableTask.Core;

namespace ExecReports.Embedded.Hub;

/// <summary>An orchestration's turn. The object itself is the lock: the service knows which one holds the instance.</summary>
internal sealed class OrchestrationTurn : TaskOrchestrationWorkItem
{
    /// <summary>The rows of the messages that this turn takes in.</summary>
    public required IReadOnlyList<long> MessageIds { get; init; }

    /// <summary>How many events were stored before this turn.</summary>
    public required int StoredEvents { get; init; }
}
