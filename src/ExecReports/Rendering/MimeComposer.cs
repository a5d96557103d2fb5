using System.Security.Cryptography;
using System.Text;
using ExecReports.Delivery;
using MimeKit;

namespace ExecReports.Rendering;

/// <summary>A chart's picture in a message.</summary>
/// <param name="Id">The chart's id.</param>
/// <param name="Png">The picture.</param>
public sealed record MailPicture(string Id, byte[] Png);

/// <summary>
/// Makes messages: a text part and an HTML part with its pictures. The same report of the same run gives the same bytes: Date is the run's timestamp,
/// boundaries and content ids derive from run and report. To and Message-ID are left to the delivery (<see cref="Address"/>).
/// </summary>
public static class MimeComposer
{
    private static readonly FormatOptions s_format = Format();

    /// <summary>Address of a picture within the HTML part, by the chart's id.</summary>
    public static string PictureAddress(RenderContext context, string chartId) => "cid:" + ContentId(context, chartId);

    /// <summary>Composes a message; throws <see cref="ArgumentException"/> where a header's value holds a line break or another control character.</summary>
    public static byte[] Compose(RenderContext context, string subject, string text, string html, IReadOnlyList<MailPicture> pictures)
    {
        var sender = Recipients.Parse(context.Sender ?? context.Settings.Sender ?? SenderRule.Sample).Address;
        using var message = new MimeMessage();
        message.Headers.Clear();
        message.From.Add(new MailboxAddress(HeaderValue(context.Settings.Name, "the portfolio's name"), sender));
        message.Subject = HeaderValue(subject, "the subject");
        message.Date = context.GeneratedTimestamp.ToUniversalTime();
        message.Headers.Add("Auto-Submitted", "auto-generated");

        MimeEntity page = Text("html", html);
        if (pictures.Count > 0)
        {
            var related = new MultipartRelated { Boundary = Boundary(context, "related"), Root = page };
            foreach (var picture in pictures)
                related.Add(Picture(context, picture));
            page = related;
        }

        message.Body = new MultipartAlternative(Text("plain", text), page) { Boundary = Boundary(context, "alternative") };
        using var bytes = new MemoryStream();
        message.WriteTo(s_format, bytes);
        return bytes.ToArray();
    }

    /// <summary>
    /// The message with To and Message-ID put before its first header; not another byte changes. Throws <see cref="RecipientException"/> where the
    /// recipient is no address, <see cref="ArgumentException"/> where the id could break out of its header.
    /// </summary>
    /// <param name="eml">The message without them.</param>
    /// <param name="recipient">The one recipient.</param>
    /// <param name="messageId">Without angle brackets.</param>
    public static byte[] Address(ReadOnlyMemory<byte> eml, string recipient, string messageId)
    {
        var to = Recipients.Parse(recipient).Address;
        if (messageId.Length is 0 or > 250 || messageId.Count(c => c == '@') != 1 || !messageId.All(c => char.IsAsciiLetterOrDigit(c) || ".-_+=@".Contains(c, StringComparison.Ordinal)))
            throw new ArgumentException("A Message-ID has the form left@right, of letters, digits and the marks . - _ + =", nameof(messageId));
        var head = Encoding.ASCII.GetBytes($"To: {to}\r\nMessage-ID: <{messageId}>\r\n");
        var addressed = new byte[head.Length + eml.Length];
        head.CopyTo(addressed, 0);
        eml.CopyTo(addressed.AsMemory(head.Length));
        return addressed;
    }

    private static TextPart Text(string subtype, string text)
    {
        var part = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    private static MimePart Picture(RenderContext context, MailPicture picture) => new("image", "png")
    {
        ContentId = ContentId(context, picture.Id),
        ContentDisposition = new ContentDisposition(ContentDisposition.Inline) { FileName = picture.Id + ".png" },
        ContentTransferEncoding = ContentEncoding.Base64,
        Content = new MimeContent(new MemoryStream(picture.Png)),
    };

    private static string ContentId(RenderContext context, string chartId) => $"{Derived(context, "picture " + chartId)[..24]}@reports";

    private static string Boundary(RenderContext context, string part) => "=_" + Derived(context, part)[..40];

    private static string Derived(RenderContext context, string what) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{context.RunId}\n{context.ReportType}\n{context.GeneratedTimestamp.UtcTicks}\n{what}")));

    private static string HeaderValue(string value, string what) => value.Any(char.IsControl)
        ? throw new ArgumentException($"{what} holds a line break or another control character, which could forge a header")
        : value;

    private static FormatOptions Format()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
