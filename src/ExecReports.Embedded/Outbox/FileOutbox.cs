using System.Text.Json;
using ExecReports.Delivery;
using ExecReports.Embedded.Files;

namespace ExecReports.Embedded.Outbox;

/// <summary>
/// Puts mails into a folder instead of sending them: <c>&lt;delivery id&gt;.eml</c>, the message byte for byte, and its envelope beside it as <c>&lt;delivery id&gt;.envelope.json</c>.
/// A mail is accepted when its <c>.eml</c> is there. It is put once, so the outbox can always tell, and a delivery that is sent again is the same file.
/// </summary>
/// <param name="folder">The outbox; made when first needed.</param>
/// <param name="time">For waiting on another writer.</param>
public sealed class FileOutbox(string folder, TimeProvider time) : IMailer
{
    readonly OutputFolder _folder = new(folder, time);

    /// <summary>Puts the mail; one that is there already is left as it is. Its message id is the delivery id.</summary>
    /// <exception cref="OutputFolderException">The folder cannot be written; the mail is surely not in it.</exception>
    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var name = MessageName(mail.DeliveryId);
        if (!File.Exists(_folder.PathOf(name)))
        {
            // The envelope first: where there is a mail, there is its envelope.
            var envelope = new OutboxEnvelope(mail.DeliveryId, mail.Sender, mail.AuditBcc is { } bcc ? [mail.Recipient.Address, bcc] : [mail.Recipient.Address], mail.Tags);
            await _folder.ReplaceAsync($"{mail.DeliveryId}.envelope.json", JsonSerializer.SerializeToUtf8Bytes(envelope, OutboxJson.Default.OutboxEnvelope), cancellationToken).ConfigureAwait(false);
            await _folder.PutOnceAsync(name, mail.Message, cancellationToken).ConfigureAwait(false);
        }
        return new(SendResult.Accepted, mail.DeliveryId);
    }

    /// <inheritdoc/>
    public Task<(Acceptance Acceptance, string? MessageId)> WasAcceptedAsync(string deliveryId, CancellationToken cancellationToken) =>
        Task.FromResult(File.Exists(PathOf(deliveryId)) ? (Acceptance.Accepted, (string?)deliveryId) : (Acceptance.NotAccepted, null));

    /// <summary>Full path of a delivery's mail, to be shown or linked.</summary>
    public string PathOf(string deliveryId) => _folder.PathOf(MessageName(deliveryId));

    static string MessageName(string deliveryId) => deliveryId.Length > 0 && deliveryId.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
        ? $"{deliveryId}.eml"
        : throw new ArgumentException($"“{deliveryId}” is no delivery id.", nameof(deliveryId));
}
