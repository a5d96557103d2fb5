using System.Text.RegularExpressions;
using Amazon.SimpleEmail.Model;
using ExecReports.Delivery;

namespace ExecReports.Aws.Mail;

/// <summary>A mail's tags: they come back in the events that a configuration set publishes, so that an operator can look up what became of a delivery.</summary>
static partial class MailTags
{
    const int Longest = 256;

    /// <summary>Report, run and delivery, then those of the settings. SES takes ASCII letters, digits, underscores and hyphens; anything else becomes an underscore.</summary>
    public static List<MessageTag> Of(OutgoingMail mail, IReadOnlyDictionary<string, string> more) =>
        [.. mail.Tags.Append(new("delivery_id", mail.DeliveryId)).Concat(more).Where(tag => tag.Value.Length > 0).DistinctBy(tag => tag.Key).Select(tag => new MessageTag { Name = Taken(tag.Key), Value = Taken(tag.Value) })];

    static string Taken(string text) => Other().Replace(text.Length > Longest ? text[..Longest] : text, "_");

    [GeneratedRegex("[^A-Za-z0-9_-]")]
    private static partial Regex Other();
}
