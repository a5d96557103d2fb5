using System.Text;
using EndToEnd.Runs;
using ExecReports.Delivery;
using ExecReports.Orchestration.Telemetry;
using ExecReports.Testing.Aws;
using MimeKit;

namespace EndToEnd.Aws;

/// <summary>The sample run with <c>--deliver aws</c> against stand-ins: what arrives where, and what does not.</summary>
public sealed class AwsSampleRunTests(AwsSampleRunTests.SampleRun run) : IClassFixture<AwsSampleRunTests.SampleRun>
{
    private const string Audit = "audit@queenofsandiego.example.com";

    public sealed class SampleRun : IAsyncLifetime
    {
        public AwsSample Aws { get; private set; } = null!;

        public string Out { get; private set; } = "";

        internal CliResult Result { get; private set; } = null!;

        public IReadOnlyList<LedgerItem> Items { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            Aws = await AwsSample.StartAsync();
            Out = Aws.Fresh();
            Result = await Aws.RunAsync(Out, "run", "--yes");
            Items = await Aws.Ledger.ListAsync(new LedgerFilter(), CancellationToken.None);
        }

        public ValueTask DisposeAsync() => Aws.DisposeAsync();
    }

    [Fact]
    public void It_ends_well_and_says_where_everything_is()
    {
        Assert.True(run.Result.ExitCode == 0, run.Result.Errors + run.Result.Output);
        Assert.Equal(8, run.Result.Lines.Count(line => line.StartsWith("s3://reports/exec-reports/", StringComparison.Ordinal)));
        Assert.Equal("Archived in s3://reports/exec-reports/, mailed through SES.", run.Result.Lines[^1]);
    }

    [Fact]
    public void Eight_reports_are_archived_as_four_objects_each_and_nothing_else_is_in_the_bucket()
    {
        var objects = run.Aws.StandIns.S3.Objects();

        Assert.Equal(32, objects.Count);
        foreach (var (extension, type) in new[] { ("html", "text/html; charset=utf-8"), ("md", "text/markdown; charset=utf-8"), ("json", "application/json"), ("eml", "message/rfc822") })
        {
            var files = objects.Where(pair => pair.Key.EndsWith("." + extension, StringComparison.Ordinal)).ToList();
            Assert.Equal(8, files.Count);
            Assert.All(files, file => Assert.Equal(type, file.Value.Headers["Content-Type"]));
            Assert.All(files, file => Assert.Equal(run.Items[0].RunId, file.Value.Headers["x-amz-meta-run-id"]));
        }
        Assert.All(run.Items.SelectMany(item => item.Files), file => Assert.Equal(file.Sha256, objects[file.Key].Headers["x-amz-meta-sha256"]));
        Assert.False(Directory.Exists(Path.Combine(run.Out, "exec-reports")));
        Assert.False(Directory.Exists(Path.Combine(run.Out, "outbox")));
    }

    [Fact]
    public void The_ledger_has_an_item_for_each_report_and_every_delivery_is_sent()
    {
        Assert.Equal(8, run.Items.Count);
        Assert.All(run.Items.SelectMany(item => item.Deliveries), delivery => Assert.Equal(SendState.Sent, delivery.State));
        Assert.False(File.Exists(Path.Combine(run.Out, "ledger.db")) && new FileInfo(Path.Combine(run.Out, "ledger.db")).Length > 0);
    }

    [Fact]
    public void Each_recipient_s_mail_was_taken_once_with_the_audit_copy_in_its_envelope_and_in_no_header()
    {
        var deliveries = run.Items.SelectMany(item => item.Deliveries).ToList();
        var mails = run.Aws.StandIns.Ses.Mails;

        Assert.True(deliveries.Count >= 8);
        Assert.Equal(deliveries.Select(delivery => delivery.MessageId).Order(), mails.Select(mail => mail.MessageId).Order());
        foreach (var mail in mails)
        {
            var delivery = deliveries.Single(found => found.MessageId == mail.MessageId);
            Assert.Equal([delivery.Recipient.Address, Audit], mail.Destinations);
            using var bytes = new MemoryStream(mail.Sent);
            var message = MimeMessage.Load(bytes, TestContext.Current.CancellationToken);
            Assert.Equal([delivery.Recipient.Address], message.To.Mailboxes.Select(mailbox => mailbox.Address));
            Assert.Empty(message.Bcc);
            Assert.DoesNotContain(Audit, Encoding.UTF8.GetString(mail.Sent));
        }
    }

    [Fact]
    public void The_send_log_has_a_line_for_each_mail_and_no_address()
    {
        var lines = run.Aws.StandIns.Logs.Events;

        Assert.Equal(run.Aws.StandIns.Ses.Mails.Count, lines.Count);
        Assert.All(lines, line => Assert.Equal("/aws/lambda/send-exec-reports", line.Group));
        Assert.All(lines, line => Assert.DoesNotContain("@", line.Message));
        Assert.Equal(run.Items.SelectMany(item => item.Deliveries).Select(delivery => delivery.DeliveryId).Order(), lines.Select(line => System.Text.Json.JsonDocument.Parse(line.Message).RootElement.GetProperty("delivery_id").GetString()).Order());
    }

    [Fact]
    public async Task What_is_shown_of_the_ledger_and_what_watches_it_never_scan_the_table()
    {
        var requests = run.Aws.StandIns.Dynamo.Wire;
        var before = requests.Requests.Count;

        Assert.Equal(8, (await run.Aws.RunAsync(run.Out, "ledger", "--json")).Output.Split("\"deliveryId\"").Length - 1);
        Assert.Equal("Nothing in the ledger for that filter.", (await run.Aws.RunAsync(run.Out, "ledger", "--state", "failed")).Lines[^1]);
        Assert.Equal(0, await WatchMeasure.RunAsync([], run.Aws.Ledger, run.Items[0].CreatedAt.AddMinutes(5), null, TestContext.Current.CancellationToken));
        using (var serve = Cli.Start(run.Aws.Line(run.Aws.Fresh(), "serve", "--listen", "127.0.0.1:0", "--no-schedules")))
        {
            try
            {
                var said = await serve.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
                using var client = new HttpClient { BaseAddress = new Uri(said!.Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal))) };
                Assert.Contains("\"ledger\":\"ok\"", await client.GetStringAsync(new Uri("api/ready", UriKind.Relative), TestContext.Current.CancellationToken));
                Assert.Contains($"\"run\":\"{run.Items[0].RunId}\"", await client.GetStringAsync(new Uri("api/ledger?limit=3", UriKind.Relative), TestContext.Current.CancellationToken));
            }
            finally
            {
                serve.Kill();
                await serve.WaitForExitAsync(TestContext.Current.CancellationToken);
            }
        }

        // GetItem: `serve` looks at its start whether the table is there.
        Assert.Equal(["BatchGetItem", "GetItem", "Query"], requests.Requests.Skip(before).Select(request => request.Action).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(requests.Requests, request => request.Action == "Scan");
    }

    [Fact]
    public void Neither_key_nor_secret_is_in_anything_that_the_run_left_or_said() =>
        LeftBehind.NoSecret(run.Aws, run.Out, run.Result.Output + run.Result.Errors, AwsStandIns.AccessKeyId, AwsStandIns.Secret);

    [Fact]
    public void No_recipient_s_address_is_in_the_journal_or_in_what_the_run_logged() =>
        LeftBehind.NoAddress(run.Aws, run.Out, run.Result.Errors, [.. run.Items.SelectMany(item => item.Deliveries).Select(delivery => delivery.Recipient.Address), Audit]);
}
