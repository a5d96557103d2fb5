namespace ExecReports.Embedded.Hub;

/// <summary>One line of an instance's history, for people.</summary>
/// <param name="Sequence">Its place in the history, from 0.</param>
/// <param name="Timestamp">When it happened, UTC.</param>
/// <param name="Type">The framework's name of the event, such as TaskCompleted.</param>
/// <param name="Name">The orchestrator, activity or event that it is about; for a result the name of what it is the result of. Null where there is none.</param>
/// <param name="TaskId">Joins what was scheduled with its result; null where there is none.</param>
/// <param name="Details">Input, result or due time as text; null where there is none.</param>
/// <param name="Failure">Why it failed (type and message); null where it did not.</param>
public sealed record HubEvent(int Sequence, DateTimeOffset Timestamp, string Type, string? Name, int? TaskId, string? Details, string? Failure);
