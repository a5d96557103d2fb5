using ExecReports.Api.Http;
using ExecReports.Delivery;
using Microsoft.AspNetCore.Http;

namespace ExecReports.Api.Archive;

/// <summary>A kind of file that a report has, and how it is handed out.</summary>
/// <param name="Extension">html, md, json, eml.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Policy">Content security policy; null: that for data.</param>
/// <param name="Save">Whether a browser saves it instead of showing it.</param>
internal sealed record ReportFile(string Extension, string ContentType, string? Policy, bool Save)
{
    /// <summary>A report's page may show its own styles and inline pictures; it runs nothing, loads nothing, sends nothing, and its links open outside of it.</summary>
    public const string PagePolicy =
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    private static readonly ReportFile[] All =
    [
        new("html", "text/html; charset=utf-8", PagePolicy, false),
        new("md", "text/markdown; charset=utf-8", null, false),
        new("json", "application/json", null, false),
        new("eml", "message/rfc822", null, true),
    ];

    public static ReportFile? Kind(string extension) => All.FirstOrDefault(kind => kind.Extension == extension);

    /// <summary>The ending of a key.</summary>
    public static string ExtensionOf(string key) => key[(key.LastIndexOf('.') + 1)..];

    /// <summary>Where the API hands out an archived file.</summary>
    public static string AddressOf(string key) =>
        ArchiveKeys.TryParse(key, out var type, out var moment)
            ? $"/api/reports/{type}/{ArchiveKeys.Timestamp(moment)}.{ExtensionOf(key)}"
            : throw new ArgumentException($"“{key}” is no key of the archive.", nameof(key));

    public IResult Answer(byte[] content, string name) => new BytesAnswer(content, ContentType, Policy, Save ? name : null);
}
