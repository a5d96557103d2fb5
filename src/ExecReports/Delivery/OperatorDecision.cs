namespace ExecReports.Delivery;

/// <summary>What an operator decided about a delivery. It stands in the ledger beside the delivery, and nowhere else.</summary>
/// <param name="From">Where the delivery stood.</param>
/// <param name="To">Where it was put: <see cref="SendState.Pending"/> to be sent again, <see cref="SendState.Sent"/> or <see cref="SendState.Failed"/> by the operator's word.</param>
/// <param name="By">Who.</param>
/// <param name="Why">Why, in the operator's words.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Error">The error that stood there until then; null: none.</param>
public sealed record OperatorDecision(SendState From, SendState To, string By, string Why, DateTimeOffset At, string? Error = null);
