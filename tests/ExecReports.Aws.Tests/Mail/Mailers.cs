using System.Text;
using Amazon.Runtime;
using Amazon.SimpleEmail;
using ExecReports.Aws.Mail;
using ExecReports.Delivery;

namespace ExecReports.Aws.Tests.Mail;

/// <summary>Mailers over the stand-in, and a mail for them.</summary>
static class Mailers
{
    public static readonly Recipient Owner = Recipients.Parse("owner@example.com");

    public static SesMailer At(Uri url, SesOptions? options = null, TimeProvider? time = null) =>
        new(Config(url), Client, options ?? new(), time ?? TimeProvider.System);

    public static SesMailer Over(HttpMessageHandler network, SesOptions? options = null, TimeProvider? time = null) =>
        new(Config(new("http://ses.invalid/")), Client, options ?? new(), time ?? TimeProvider.System, log: null, network);

    public static OutgoingMail Mail(string deliveryId = "20261124T193000123Z-ceo-0123456789ab", Recipient? to = null, string? copy = "audit@example.com", string? sender = null, int bytes = 0)
    {
        var recipient = to ?? Owner;
        var from = sender ?? "reports@example.com";
        return new(
            deliveryId, from, recipient, copy,
            Encoding.UTF8.GetBytes($"To: {recipient.Address}\r\nMessage-ID: <{deliveryId}@example.com>\r\nFrom: {from}\r\nSubject: CEO report\r\nDate: Tue, 24 Nov 2026 19:30:00 +0000\r\n\r\nbody{new string('x', bytes)}\r\n"))
        {
            Tags = new Dictionary<string, string> { ["report_type"] = "ceo", ["run_id"] = "weekly-2026-11-24T19:30:00Z" },
        };
    }

    static AmazonSimpleEmailServiceConfig Config(Uri url) => new() { ServiceURL = url.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 4 };

    static AmazonSimpleEmailServiceClient Client(AmazonSimpleEmailServiceConfig config) => new(new BasicAWSCredentials("test", "test"), config);
}
