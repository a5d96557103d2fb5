using ExecReports.Delivery;
using ExecReports.Embedded;
using ExecReports.Embedded.Outbox;
using ExecReports.Orchestration;
using MimeKit;

namespace EndToEnd.Runs;

/// <summary>A run some of whose mails fail: the operators are told by a mail of their own, and nobody else.</summary>
public class OperatorNoticeTests(SampleOut sample)
{
    private const string Operator = "operations@queenofsandiego.example.com";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Two reports fail, each in its way; all else goes to the outbox.
    private sealed class FailingMailer(IMailer outbox) : IMailer
    {
        public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => mail.Tags["report_type"] switch
        {
            "cfo" => Task.FromResult(new SendOutcome(SendResult.Rejected, Reason: $"MessageRejected: {mail.Recipient.Address} is suppressed | <b>")),
            "cmo" => Task.FromResult(new SendOutcome(SendResult.NoAnswer, Reason: "time-out")),
            _ => outbox.SendAsync(mail, cancellationToken),
        };

        public Task<(Acceptance Acceptance, string? MessageId)> WasAcceptedAsync(string deliveryId, CancellationToken cancellationToken) => Task.FromResult((Acceptance.CannotTell, (string?)null));
    }

    [Fact]
    public async Task Operators_are_told_by_mail_what_failed_what_is_unknown_and_what_to_do()
    {
        var options = new LocalOptions(Cli.SamplePortfolio, sample.Fresh());
        await using var local = LocalReports.Open(options, parts => parts with { Mailer = new FailingMailer(new FileOutbox(options.Outbox, TimeProvider.System)) });
        await local.StartAsync();
        var run = await local.ScheduleAsync(new RunRequest { Reports = ["cfo", "cmo", "ceo"] }, null, Token);

        var ended = await local.WaitAsync(run, _ => { }, Token);

        Assert.Equal((ReportState.Delivered, "operator-notice"), (ended.Summary!.Notice!.State, ended.Summary.Notice.ReportType));
        Assert.Equal(["ceo", "cfo", "cmo"], ended.Summary.Reports.Select(report => report.ReportType).Order());
        var item = Assert.Single(await local.Ledger.ListAsync(new() { ReportType = "operator-notice" }, Token));
        Assert.Equal((run, Operator, SendState.Sent), (item.RunId, Assert.Single(item.Deliveries).Recipient.Address, item.Deliveries[0].State));

        // Beside the notice only the CEO's report went out.
        var mails = Directory.GetFiles(options.Outbox, "*.eml").Select(file => MimeMessage.Load(file, Token)).ToDictionary(mail => mail.To.Mailboxes.Single().Address);
        Assert.Equal(["ceo@queenofsandiego.example.com", Operator], mails.Keys.Order());
        var notice = mails[Operator];
        Assert.StartsWith($"2 reports did not arrive: run {run}", notice.Subject);
        var cmo = (await local.Ledger.ListAsync(new() { ReportType = "cmo" }, Token))[0].Deliveries[0];
        Assert.Contains($"execreports resend {run}", notice.TextBody);
        Assert.Contains($"\nexecreports ledger resolve {cmo.DeliveryId} --sent --why \"...\"\n", notice.TextBody!.ReplaceLineEndings("\n"));
        Assert.Contains("1 mail failed, 1 mail of which nobody knows", notice.TextBody!.ReplaceLineEndings(" "));
        Assert.Contains("cfo@queenofsandiego.example.com", notice.TextBody);
        Assert.DoesNotContain("<b>", notice.HtmlBody);
        Assert.Equal(4, Directory.GetFiles(Path.Combine(options.Out, "exec-reports"), "*-operator-notice.*", SearchOption.AllDirectories).Length);

        // What failed is sent again; then nobody needs to be told of it.
        Assert.Single((await local.Operators.ResendFailedAsync(run, OperatorWord.Of("ann", "mended"), Token)).Unknown);
    }
}
