namespace ExecReports.Delivery;

/// <summary>How a claim ends.</summary>
/// <param name="State">The state that the delivery goes to; never <see cref="SendState.Sending"/>.</param>
/// <param name="MessageId">The mail service's id, when sent.</param>
/// <param name="Error">Why it was not sent, or why that is not known.</param>
public sealed record Settlement(SendState State, string? MessageId, string? Error)
{
    /// <summary>What follows from the answer to a send. <paramref name="earlier"/> is what the mailer knew when asked afterwards; it matters only where there was no answer.</summary>
    public static Settlement Of(SendOutcome outcome, Acceptance earlier, string? earlierMessageId) => outcome.Result switch
    {
        SendResult.Accepted => new(SendState.Sent, outcome.MessageId, null),
        SendResult.RefusedForNow => new(SendState.Pending, null, outcome.Reason ?? "refused for now"),
        SendResult.Rejected => new(SendState.Failed, null, outcome.Reason ?? "rejected"),
        _ => Of(earlier, earlierMessageId, outcome.Reason ?? "no answer from the mail service"),
    };

    /// <summary>What follows for a claim whose attempt got no answer, or died.</summary>
    public static Settlement Of(Acceptance acceptance, string? messageId, string reason) => acceptance switch
    {
        Acceptance.Accepted => new(SendState.Sent, messageId, null),
        Acceptance.NotAccepted => new(SendState.Pending, null, reason),
        _ => new(SendState.Unknown, null, reason),
    };
}
