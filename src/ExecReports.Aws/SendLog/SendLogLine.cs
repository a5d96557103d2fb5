using System.Text.Json;
using System.Text.Json.Serialization;
using ExecReports.Delivery;

namespace ExecReports.Aws.SendLog;

/// <summary>A line of the send log: one JSON object, so that CloudWatch Logs Insights finds its fields by name.</summary>
/// <param name="Event"><c>send</c>.</param>
/// <param name="Time">When the attempt ended, UTC.</param>
/// <param name="RunId">The run.</param>
/// <param name="ReportType">The report.</param>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="Recipient">Hash of the address, or the address where it is set so.</param>
/// <param name="Outcome"><c>accepted</c>, <c>refused_for_now</c>, <c>rejected</c> or <c>no_answer</c>.</param>
/// <param name="MessageId">SES' id.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Milliseconds">How long the mail service took.</param>
sealed record SendLogLine(
    string Event, DateTimeOffset Time, string? RunId, string? ReportType, string DeliveryId, string Recipient, SendResult Outcome, string? MessageId, string? Reason, long Milliseconds)
{
    const int LongestReason = 1000;

    public static string Of(SendLogEntry entry, bool plainAddresses) => JsonSerializer.Serialize(
        new(
            "send", entry.Time, entry.RunId, entry.ReportType, entry.DeliveryId, plainAddresses ? entry.Recipient.Address : entry.Recipient.Id, entry.Outcome.Result, entry.Outcome.MessageId,
            entry.Outcome.Reason is { Length: > LongestReason } reason ? reason[..LongestReason] : entry.Outcome.Reason, (long)entry.Took.TotalMilliseconds),
        SendLogJson.Default.SendLogLine);
}

/// <summary>Says in the log itself that it is not whole.</summary>
/// <param name="Event"><c>lines_lost</c>.</param>
/// <param name="Count">How many lines before this one are missing.</param>
sealed record LinesLost(string Event, long Count)
{
    public static string Of(long count) => JsonSerializer.Serialize(new("lines_lost", count), SendLogJson.Default.LinesLost);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(SendResultConverter)])]
[JsonSerializable(typeof(SendLogLine))]
[JsonSerializable(typeof(LinesLost))]
sealed partial class SendLogJson : JsonSerializerContext;

/// <summary>Outcomes in the words of the log.</summary>
sealed class SendResultConverter() : JsonStringEnumConverter<SendResult>(JsonNamingPolicy.SnakeCaseLower);
