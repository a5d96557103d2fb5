using System.Text;
using ExecReports.Delivery;
using ExecReports.Portfolio;
using ExecReports.Rendering;
using MimeKit;
using static ExecReports.Tests.Rendering.RenderingCases;

namespace ExecReports.Tests.Rendering;

public class MimeComposerTests
{
    private static readonly MailPicture s_picture = new("burn", [1, 2, 3]);

    private static byte[] Eml(string subject = "Cash — São Paulo", params MailPicture[] pictures) =>
        MimeComposer.Compose(Context(), subject, "text: naïve\n", $"<p>naïve <img src=\"{MimeComposer.PictureAddress(Context(), "burn")}\" /></p>", pictures);

    private static MimeMessage Read(byte[] eml) => MimeMessage.Load(new MemoryStream(eml), TestContext.Current.CancellationToken);

    [Fact]
    public void A_message_has_text_and_page_with_its_pictures()
    {
        var message = Read(Eml(pictures: s_picture));
        Assert.Equal("Cash — São Paulo", message.Subject);
        Assert.Equal("reports@example.com", message.From.Mailboxes.Single().Address);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 6, 30, 0, TimeSpan.Zero), message.Date);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        var alternative = Assert.IsType<MultipartAlternative>(message.Body);
        Assert.Equal("text: naïve\n", ((TextPart)alternative[0]).Text!.ReplaceLineEndings("\n"));
        var related = Assert.IsType<MultipartRelated>(alternative[1]);
        var png = related.OfType<MimePart>().Single(part => part.ContentType.MimeType == "image/png");
        Assert.Contains($"src=\"cid:{png.ContentId}\"", ((TextPart)related.Root!).Text, StringComparison.Ordinal);
        using var bytes = new MemoryStream();
        png.Content!.DecodeTo(bytes, TestContext.Current.CancellationToken);
        Assert.Equal([1, 2, 3], bytes.ToArray());
    }

    [Fact]
    public void A_message_without_pictures_is_two_parts() =>
        Assert.Equal(["text/plain", "text/html"], Read(Eml()).BodyParts.Select(part => part.ContentType.MimeType));

    [Fact]
    public void To_and_Message_ID_are_missing_and_lines_end_in_CRLF()
    {
        var eml = Encoding.ASCII.GetString(Eml(pictures: s_picture));
        Assert.DoesNotContain("\nTo:", "\n" + eml, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Message-Id:", eml, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Bcc:", eml, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(eml.Count(c => c == '\n'), eml.Split("\r\n").Length - 1);
        Assert.All(eml.Split("\r\n"), line => Assert.True(line.Length <= 998));
    }

    [Fact]
    public void A_second_composition_has_the_same_bytes_and_another_run_other_boundaries()
    {
        Assert.Equal(Eml(pictures: s_picture), Eml(pictures: s_picture));
        Assert.NotEqual(
            MimeComposer.PictureAddress(Context(), "burn"), MimeComposer.PictureAddress(Context() with { RunId = "other" }, "burn"));
    }

    [Fact]
    public void Addressing_adds_two_headers_and_changes_no_other_byte()
    {
        var eml = Eml(pictures: s_picture);
        var addressed = MimeComposer.Address(eml, "cfo@example.com", "id-1@example.com");
        Assert.Equal("To: cfo@example.com\r\nMessage-ID: <id-1@example.com>\r\n", Encoding.ASCII.GetString(addressed[..^eml.Length]));
        Assert.Equal(eml, addressed[^eml.Length..]);
        var message = Read(addressed);
        Assert.Equal("cfo@example.com", message.To.Mailboxes.Single().Address);
        Assert.Equal("id-1@example.com", message.MessageId);
        Assert.Equal("Cash — São Paulo", message.Subject);
    }

    [Theory]
    [InlineData("a@example.com\r\nBcc: b@example.com")]
    [InlineData("a@example.com, b@example.com")]
    [InlineData("a@example.com\n")]
    [InlineData("nobody")]
    public void A_recipient_that_could_forge_a_header_is_refused(string recipient) =>
        Assert.Throws<RecipientException>(() => MimeComposer.Address(Eml(), recipient, "id@example.com"));

    [Theory]
    [InlineData("id@example.com>\r\nBcc: x@example.com")]
    [InlineData("id@exam ple.com")]
    [InlineData("<id@example.com>")]
    [InlineData("")]
    public void A_message_id_that_could_forge_a_header_is_refused(string messageId) =>
        Assert.Throws<ArgumentException>(() => MimeComposer.Address(Eml(), "a@example.com", messageId));

    [Fact]
    public void Subject_name_and_sender_that_could_forge_a_header_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Eml("Cash\r\nBcc: x@example.com"));
        var named = Context(settings: new PortfolioSettings { Name = "Harbor\nBcc: x@example.com", Sender = "reports@example.com" });
        Assert.Throws<ArgumentException>(() => MimeComposer.Compose(named, "s", "t", "h", []));
        Assert.Throws<RecipientException>(() => MimeComposer.Compose(Context() with { Sender = "a@example.com\r\nX: y" }, "s", "t", "h", []));
    }
}
