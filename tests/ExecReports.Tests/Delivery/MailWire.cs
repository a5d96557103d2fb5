using ExecReports.Delivery;

namespace ExecReports.Tests.Delivery;

/// <summary>
/// Stands for a mail service and counts what it accepted. One that can tell takes each delivery once, as the outbox does; one that cannot
/// takes whatever comes, as a real service does.
/// </summary>
sealed class MailWire(bool canTell) : IMailer
{
    public Dictionary<string, int> Accepted { get; } = [];

    public List<OutgoingMail> Mails { get; } = [];

    /// <summary>Answers for the next sends, in order; after them, and for null, it accepts.</summary>
    public Queue<SendOutcome?> Answers { get; } = [];

    public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (Answers.TryDequeue(out var answer) && answer is not null)
            return Task.FromResult(answer);
        if (!canTell || !Accepted.ContainsKey(mail.DeliveryId))
        {
            Accepted[mail.DeliveryId] = Accepted.GetValueOrDefault(mail.DeliveryId) + 1;
            Mails.Add(mail);
        }
        return Task.FromResult(new SendOutcome(SendResult.Accepted, $"m-{mail.DeliveryId}"));
    }

    public Task<(Acceptance Acceptance, string? MessageId)> WasAcceptedAsync(string deliveryId, CancellationToken cancellationToken) => Task.FromResult(
        !canTell ? (Acceptance.CannotTell, null) : Accepted.ContainsKey(deliveryId) ? (Acceptance.Accepted, $"m-{deliveryId}") : (Acceptance.NotAccepted, (string?)null));
}
