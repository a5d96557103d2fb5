namespace ExecReports.Delivery;

/// <summary>What an operator's action did to one delivery. Without addresses.</summary>
/// <param name="ReportType">The report.</param>
/// <param name="RunId">Its run.</param>
/// <param name="RecipientId">Who gets it.</param>
/// <param name="DeliveryId">Id of the delivery.</param>
/// <param name="Before">Where it stood.</param>
/// <param name="State">Where it stands now.</param>
/// <param name="MessageId">The mail service's id, if it was accepted.</param>
/// <param name="Attempts">Claims so far.</param>
/// <param name="Error">What hinders it.</param>
public sealed record OperatorReceipt(
    string ReportType, string RunId, string RecipientId, string DeliveryId, SendState Before, SendState State, string? MessageId, int Attempts, string? Error);

/// <summary>What came of sending a run's failed deliveries again.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Deliveries">Those that were taken up: what had failed, and what was still pending.</param>
/// <param name="Unknown">Ids of the deliveries of the run that are unknown, and so were left alone.</param>
/// <param name="Held">Reports of the run that are held by their policy, and so were left alone.</param>
public sealed record ResendReceipt(string RunId, IReadOnlyList<OperatorReceipt> Deliveries, IReadOnlyList<string> Unknown, IReadOnlyList<string> Held)
{
    /// <summary>Whether everything that was taken up is sent now.</summary>
    public bool Succeeded => Deliveries.All(delivery => delivery.State == SendState.Sent);
}
