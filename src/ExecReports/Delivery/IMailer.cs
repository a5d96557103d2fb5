namespace ExecReports.Delivery;

/// <summary>A message for one recipient: raw bytes and its envelope.</summary>
/// <param name="DeliveryId">Id of the delivery; the local outbox names its file by it.</param>
/// <param name="Sender">Envelope sender.</param>
/// <param name="Recipient">The one recipient.</param>
/// <param name="AuditBcc">Blind copy, in the envelope only.</param>
/// <param name="Message">The message, To and Message-ID in it, no Bcc header.</param>
public sealed record OutgoingMail(string DeliveryId, string Sender, Recipient Recipient, string? AuditBcc, ReadOnlyMemory<byte> Message)
{
    /// <summary>Report and run, for the mailer's tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

/// <summary>What came of one attempt to send.</summary>
public enum SendResult
{
    /// <summary>Accepted by the mail service; there is a message id.</summary>
    Accepted,
    /// <summary>Surely not accepted, and may pass later (throttled, or it failed before a byte was sent).</summary>
    RefusedForNow,
    /// <summary>Surely not accepted, and will not be (rejected address, unverified sender, too large).</summary>
    Rejected,
    /// <summary>No answer, or one that cannot be read: perhaps accepted. Never sent again by itself.</summary>
    NoAnswer,
}

/// <summary>The outcome of one attempt to send.</summary>
/// <param name="Result">What came of it.</param>
/// <param name="MessageId">The service's message id, if it was accepted.</param>
/// <param name="Reason">Why not, in words, without addresses.</param>
public sealed record SendOutcome(SendResult Result, string? MessageId = null, string? Reason = null);

/// <summary>What a mailer knows about an earlier attempt.</summary>
public enum Acceptance
{
    /// <summary>It was accepted.</summary>
    Accepted,
    /// <summary>It was surely not accepted.</summary>
    NotAccepted,
    /// <summary>It cannot be told.</summary>
    CannotTell,
}

/// <summary>Hands one message to a mail service. It does not retry: a retry after a lost answer would mail twice.</summary>
public interface IMailer
{
    /// <summary>
    /// Waits until the service's sending rate allows this mail, and takes its share of it. Asked before a delivery is claimed, so that a process that dies while it waits leaves
    /// nothing unknown. A mailer without a rate does not wait. Throws <see cref="OperationCanceledException"/> when cancelled, and for nothing else.
    /// </summary>
    Task WaitForTurnAsync(OutgoingMail mail, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Sends once and says what came of it; does not throw for what the service or the network does.</summary>
    Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);

    /// <summary>
    /// Asked before a delivery is called unknown: was an earlier attempt of this delivery accepted? <see cref="Acceptance.NotAccepted"/> is for a mailer that takes each delivery
    /// once however often it is sent, for an attempt that is still under way may arrive after the answer; any other cannot tell. It throws where it cannot be asked now.
    /// </summary>
    Task<(Acceptance Acceptance, string? MessageId)> WasAcceptedAsync(string deliveryId, CancellationToken cancellationToken);
}
