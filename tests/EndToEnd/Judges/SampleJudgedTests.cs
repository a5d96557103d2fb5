using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EndToEnd.Runs;
using MimeKit;

namespace EndToEnd.Judges;

/// <summary>The sample's eight reports before judges that had no part in making them.</summary>
public class SampleJudgedTests(JudgedSample sample) : IClassFixture<JudgedSample>
{
    private sealed record Allowed(string Feature, IReadOnlyList<string> Clients, string Reason);

    [Fact]
    public void Another_library_reads_each_mail_as_the_one_that_wrote_it()
    {
        var mails = sample.Get().Mails;

        Assert.Equal(8, mails.Count);
        foreach (var mail in mails)
        {
            var written = MimeMessage.Load(mail.File, TestContext.Current.CancellationToken);
            Assert.Equal(written.Subject, mail.Subject);
            Assert.Equal(written.To.ToString(), mail.To);
            Assert.Equal(written.From.ToString(), mail.From);
            Assert.Equal(Sha256(Encoding.UTF8.GetBytes(Lines(written.TextBody!))), mail.TextSha256);
            Assert.Equal(Sha256(Encoding.UTF8.GetBytes(Lines(written.HtmlBody!))), mail.HtmlSha256);
            Assert.True(mail.HtmlBytes < 102_400, $"{mail.Subject}: {mail.HtmlBytes} bytes of HTML");
            Assert.Equal(
                written.BodyParts.OfType<MimePart>().Where(part => part.ContentId is not null).Select(part => new JudgedPicture(part.ContentId!, part.ContentType.MimeType, Sha256(Decoded(part)))),
                mail.Pictures);
            Assert.Equal(mail.Pictures.Select(picture => picture.Id).Order(), mail.Referred.Order());
        }
    }

    [Fact]
    public void Gmail_Outlook_and_Apple_Mail_lack_nothing_but_what_has_a_fallback()
    {
        var allowed = JsonSerializer.Deserialize<List<Allowed>>(File.ReadAllText(Path.Combine(Cli.Root, "tests", "judges", "allowed.json")), JsonSerializerOptions.Web)!;
        var lacking = sample.Get().Mails.SelectMany(mail => mail.Unsupported.SelectMany(pair => pair.Value.Select(client => (Feature: pair.Key, Client: client)))).Distinct().ToList();

        Assert.NotEmpty(lacking);
        Assert.All(allowed, entry => Assert.True(entry.Reason.Length > 20, entry.Feature));
        Assert.DoesNotContain(lacking, pair => !allowed.Any(entry => entry.Feature == pair.Feature && entry.Clients.Any(client => FileSystemName.MatchesSimpleExpression(client, pair.Client))));
        // An entry that no mail needs any more goes out of the list.
        Assert.DoesNotContain(allowed, entry => lacking.All(pair => pair.Feature != entry.Feature));
    }

    [Fact]
    public void Axe_finds_no_violation_in_sixteen_pages()
    {
        var pages = sample.Get().InABrowser().Where(page => page.Kind == "archive").ToList();

        Assert.Equal(8, pages.Count);
        Assert.Empty(pages.SelectMany(page => page.Violations.Select(found => $"{Path.GetFileName(page.File)}, {found.Scheme}: {found.Id}, {found.Count} times ({found.Help}); first {found.First}: {found.Why}")));
    }

    [Fact]
    public void On_a_phone_no_page_and_no_mail_has_to_be_scrolled_sideways() =>
        Assert.All(sample.Get().InABrowser(), page => Assert.True(page.Widest is { Scroll: <= 400, Right: <= 400 }, $"{page.File}: {page.Widest}"));

    [Fact]
    public void No_table_of_a_mail_shows_its_last_column_only_when_it_is_scrolled()
    {
        var mails = sample.Get().InABrowser().Where(page => page.Kind == "mail").ToList();

        Assert.NotEmpty(mails);
        Assert.Empty(mails.SelectMany(page => page.Cut.Select(table => $"{Path.GetFileName(page.File)}: {table}")));
    }

    // Line ends of the two libraries differ, and both are right.
    private static string Lines(string text) => text.ReplaceLineEndings("\n");

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Decoded(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }
}
