using System.Text.Json.Serialization;

namespace ExecReports.Embedded.Outbox;

/// <summary>What a mail service would get beside the message: the envelope is not part of it, and the blind copy stands nowhere else.</summary>
/// <param name="DeliveryId">Id of the delivery.</param>
/// <param name="Sender">Envelope sender.</param>
/// <param name="Recipients">Envelope recipients: the one recipient, then the blind copy.</param>
/// <param name="Tags">Report and run.</param>
sealed record OutboxEnvelope(string DeliveryId, string Sender, IReadOnlyList<string> Recipients, IReadOnlyDictionary<string, string> Tags);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(OutboxEnvelope))]
sealed partial class OutboxJson : JsonSerializerContext;
