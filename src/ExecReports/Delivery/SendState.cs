namespace ExecReports.Delivery;

/// <summary>Where one delivery stands. <see cref="DeliveryMoves"/> says how it may move.</summary>
public enum SendState
{
    /// <summary>Not sent, and nobody is sending it.</summary>
    Pending,
    /// <summary>Claimed by one attempt, which sends it now, or died over it.</summary>
    Sending,
    /// <summary>Accepted by the mail service. Final.</summary>
    Sent,
    /// <summary>Surely not accepted, and will not be. Final until an operator re-sends it.</summary>
    Failed,
    /// <summary>Perhaps accepted. Final until an operator resolves it: it is never sent again by itself.</summary>
    Unknown,
}
