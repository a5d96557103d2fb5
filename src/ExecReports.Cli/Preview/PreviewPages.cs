using System.Text.RegularExpressions;
using MimeKit;

namespace ExecReports.Cli.Preview;

/// <summary>A report as its reader gets it by mail: light, dark, and as plain text.</summary>
/// <param name="Light">The mail's HTML as it looks in light mode.</param>
/// <param name="Dark">The same in dark mode, whatever the browser prefers.</param>
/// <param name="Text">The plain text part.</param>
internal sealed partial record PreviewPages(string Light, string Dark, string Text)
{
    /// <summary>Reads them from the message, its pictures put inline.</summary>
    public static PreviewPages Of(byte[] message)
    {
        using var stream = new MemoryStream(message);
        var mail = MimeMessage.Load(stream);
        var html = mail.HtmlBody ?? "";
        foreach (var picture in mail.BodyParts.OfType<MimePart>().Where(part => part is { ContentId: not null, Content: not null }))
        {
            using var bytes = new MemoryStream();
            picture.Content!.DecodeTo(bytes);
            html = html.Replace($"cid:{picture.ContentId}", $"data:{picture.ContentType.MimeType};base64,{Convert.ToBase64String(bytes.ToArray())}", StringComparison.Ordinal);
        }

        return new PreviewPages(In(html, dark: false), In(html, dark: true), mail.TextBody ?? "");
    }

    // The mode is chosen by the switch, not by the system: the question that the sheet asks is answered here.
    private static string In(string html, bool dark) => ColorScheme().Replace(
        DarkMode().Replace(html, dark ? "@media all" : "@media not all"), $"name=\"color-scheme\" content=\"{(dark ? "dark" : "light")}\"");

    [GeneratedRegex(@"@media\s*\(\s*prefers-color-scheme\s*:\s*dark\s*\)")]
    private static partial Regex DarkMode();

    [GeneratedRegex("name=\"color-scheme\" content=\"[^\"]*\"")]
    private static partial Regex ColorScheme();
}
