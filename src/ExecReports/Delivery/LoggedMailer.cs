namespace ExecReports.Delivery;

/// <summary>A mailer that tells a log of each attempt to send.</summary>
/// <param name="mailer">Sends.</param>
/// <param name="log">Is told.</param>
/// <param name="time">The clock.</param>
public sealed class LoggedMailer(IMailer mailer, ISendLog log, TimeProvider time) : IMailer
{
    /// <inheritdoc/>
    public Task WaitForTurnAsync(OutgoingMail mail, CancellationToken cancellationToken) => mailer.WaitForTurnAsync(mail, cancellationToken);

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        try
        {
            var outcome = await mailer.SendAsync(mail, cancellationToken).ConfigureAwait(false);
            Tell(outcome);
            return outcome;
        }
        catch (Exception fault)
        {
            Tell(new(SendResult.NoAnswer, Reason: fault.Message));
            throw;
        }

        void Tell(SendOutcome outcome) => log.Write(new(
            time.GetUtcNow(), mail.DeliveryId, mail.Tags.GetValueOrDefault("report_type"), mail.Tags.GetValueOrDefault("run_id"), mail.Recipient,
            outcome with { Reason = outcome.Reason is { } reason ? DeliveryCourier.WithoutAddress(reason, mail.Recipient) : null }, time.GetElapsedTime(began)));
    }

    /// <inheritdoc/>
    public Task<(Acceptance Acceptance, string? MessageId)> WasAcceptedAsync(string deliveryId, CancellationToken cancellationToken) => mailer.WasAcceptedAsync(deliveryId, cancellationToken);
}
