using System.Text;
using ExecReports.Delivery;

namespace ExecReports.Tests.Delivery;

/// <summary>Reports to deliver in tests.</summary>
static class Packages
{
    public static readonly DateTimeOffset Generated = new(2026, 11, 24, 19, 30, 0, 123, TimeSpan.Zero);

    public static readonly Recipient Owner = Recipients.Parse("owner@example.com"), Partner = Recipients.Parse("partner@example.com");

    public static ReportPackage Of(string reportType, params Recipient[] recipients) => new()
    {
        ReportType = reportType,
        GeneratedTimestamp = Generated,
        RunId = "run-1",
        AsOf = new(2026, 11, 24),
        Subject = $"{reportType} report",
        TemplateVersion = "abc",
        Html = Encoding.UTF8.GetBytes($"<p>{reportType}</p>"),
        Markdown = Encoding.UTF8.GetBytes(reportType),
        Json = "{}"u8.ToArray(),
        Eml = Encoding.UTF8.GetBytes($"Subject: {reportType}\r\n\r\nbody"),
        Recipients = recipients,
        Sender = "reports@example.com",
        AuditBcc = "audit@example.com",
    };

    public static ReportToDeliver ToDeliver(this ReportPackage package) => new(package.ReportType, _ => Task.FromResult(package));

    public static byte[] Address(ReadOnlyMemory<byte> archived, string address, string messageId) =>
        Encoding.UTF8.GetBytes($"To: {address}\r\nMessage-ID: <{messageId}>\r\n{Encoding.UTF8.GetString(archived.Span)}");
}
