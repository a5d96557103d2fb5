using ExecReports.Embedded;
using MimeKit;

namespace EndToEnd.Runs;

/// <summary>Sender, recipients and blind copy from a settings file.</summary>
public class MailSettingsTests(SampleOut sample)
{
    [Fact]
    public async Task They_stand_in_for_those_of_the_portfolio()
    {
        var folder = sample.Fresh();
        var env = Path.Combine(folder, "repos.env");
        await File.WriteAllTextAsync(
            env, "# mail\nSES_SENDER=sender@example.com\nexport REPORT_RECIPIENTS=\"one@example.com, two@example.com\"\nREPORT_BCC=copy@example.com\nOTHER_SECRET=hunter2abc\n", TestContext.Current.CancellationToken);

        var run = await Cli.RunAsync("run", "--reports", "cfo", "--env", env, "--portfolio", Cli.SamplePortfolio, "--out", folder);

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.DoesNotContain("hunter2abc", run.Output + run.Errors);
        Assert.Equal(["one@example.com", "two@example.com"], (await RunState.DeliveriesAsync(folder)).Select(delivery => delivery.Recipient.Address).Order());
        var mails = Directory.GetFiles(Path.Combine(folder, "outbox"), "*.eml");
        Assert.NotEmpty(mails);
        Assert.All(mails, mail => Assert.Equal("sender@example.com", MimeMessage.Load(mail, TestContext.Current.CancellationToken).From.Mailboxes.Single().Address));
    }

    [Theory]
    [InlineData("SES_SENDER", "me", "SES_SENDER: address 1 of 1 is no mail address")]
    [InlineData("SES_SENDER", "a@example.com,b@example.com", "SES_SENDER holds 2 addresses")]
    [InlineData("REPORT_RECIPIENTS", "a@example.com;secret", "REPORT_RECIPIENTS: address 2 of 2")]
    [InlineData("REPORT_BCC", "a@example.com\nBcc: b@example.com", "REPORT_BCC: address 1 of 1")]
    public void A_value_that_is_no_address_is_refused_by_name_and_never_repeated(string name, string value, string message)
    {
        var refused = Assert.Throws<SettingsException>(() => MailSettingsReader.Read(asked => asked == name ? value : null));

        Assert.StartsWith(message, refused.Message);
        Assert.DoesNotContain(value, refused.Message);
    }

    [Fact]
    public void Without_any_the_portfolio_decides()
    {
        var mail = MailSettingsReader.Read(_ => null);

        Assert.Null(mail.Sender);
        Assert.Null(mail.AuditBcc);
        Assert.Empty(mail.Recipients);
    }
}
