namespace ExecReports.Testing.Aws.Ses;

/// <summary>A message that was accepted; each acceptance is one of these.</summary>
/// <param name="MessageId">The id that SES gave it.</param>
/// <param name="Source">Envelope sender.</param>
/// <param name="Destinations">Envelope recipients.</param>
/// <param name="Sent">The bytes as they were handed in.</param>
/// <param name="Delivered">The bytes as recipients get them: Message-ID and Date are SES's.</param>
/// <param name="OwnMessageId">The Message-ID that it was handed in with, without angle brackets; null: none. It tells which delivery this was.</param>
/// <param name="ConfigurationSet">Its configuration set; null: none.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="AcceptedAt">When.</param>
public sealed record AcceptedMail(
    string MessageId, string Source, IReadOnlyList<string> Destinations, byte[] Sent, byte[] Delivered, string? OwnMessageId, string? ConfigurationSet,
    IReadOnlyDictionary<string, string> Tags, DateTimeOffset AcceptedAt);
