using System.Net;
using System.Net.Sockets;
using System.Text;
using ExecReports.Aws.Mail;
using ExecReports.Delivery;
using ExecReports.Testing.Aws.Ses;
using ExecReports.Testing.Aws.Wire;
using MimeKit;

namespace ExecReports.Aws.Tests.Mail;

/// <summary>The mailer on a SES that is as strict as the real one, over real connections.</summary>
public sealed class SesMailerTests : IAsyncLifetime
{
    SesServer _ses = null!;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _ses = await SesServer.StartAsync();

    public ValueTask DisposeAsync() => _ses.DisposeAsync();

    async Task<SendOutcome> SendAsync(OutgoingMail mail, SesOptions? options = null, double seconds = 20)
    {
        using var mailer = Mailers.At(_ses.Url, options);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        return await mailer.SendAsync(mail, limit.Token);
    }

    [Fact]
    public async Task The_envelope_names_recipient_and_copy_and_the_message_goes_as_it_is()
    {
        var mail = Mailers.Mail();

        var outcome = await SendAsync(mail);

        var accepted = Assert.Single(_ses.Mails);
        Assert.Equal(new(SendResult.Accepted, accepted.MessageId), outcome);
        Assert.Equal("reports@example.com", accepted.Source);
        Assert.Equal(["owner@example.com", "audit@example.com"], accepted.Destinations);
        Assert.Equal(mail.Message.ToArray(), accepted.Sent);
        using var delivered = MimeMessage.Load(new MemoryStream(accepted.Delivered), Token);
        Assert.Empty(delivered.Bcc);
        Assert.DoesNotContain("audit@example.com", Encoding.UTF8.GetString(accepted.Delivered));
        Assert.Null(accepted.ConfigurationSet);
        Assert.Equal(["ceo", "weekly-2026-11-24T19_30_00Z", "20261124T193000123Z-ceo-0123456789ab"], new[] { accepted.Tags["report_type"], accepted.Tags["run_id"], accepted.Tags["delivery_id"] });
    }

    [Fact]
    public async Task Configuration_set_and_tags_are_named_where_they_are_set()
    {
        _ses.Account = _ses.Account with { ConfigurationSets = new HashSet<string> { "reports" } };

        await SendAsync(Mailers.Mail(), new() { ConfigurationSet = "reports", Tags = new Dictionary<string, string> { ["stage"] = "test run" } });

        var accepted = Assert.Single(_ses.Mails);
        Assert.Equal(("reports", "test_run"), (accepted.ConfigurationSet, accepted.Tags["stage"]));
    }

    [Fact]
    public async Task Who_is_recipient_and_copy_at_once_gets_one_mail()
    {
        await SendAsync(Mailers.Mail(copy: "Owner@example.com"));

        Assert.Equal(["owner@example.com"], Assert.Single(_ses.Mails).Destinations);
    }

    [Fact]
    public async Task Without_a_copy_the_recipient_alone_is_in_the_envelope()
    {
        await SendAsync(Mailers.Mail(copy: null));

        Assert.Equal(["owner@example.com"], Assert.Single(_ses.Mails).Destinations);
    }

    [Theory]
    [InlineData(Fault.Throttle, SendResult.RefusedForNow, 0, "throttled by SES (Throttling: Maximum sending rate exceeded)")]
    [InlineData(Fault.Error500, SendResult.NoAnswer, 0, "SES answered HTTP 500")]
    [InlineData(Fault.Error503, SendResult.NoAnswer, 0, "SES answered HTTP 503")]
    [InlineData(Fault.Error500After, SendResult.NoAnswer, 1, "SES answered HTTP 500")]
    [InlineData(Fault.ProxyPage, SendResult.NoAnswer, 0, "SES answered HTTP 403")]
    [InlineData(Fault.WrongAnswer, SendResult.NoAnswer, 1, "")]
    [InlineData(Fault.CutBefore, SendResult.NoAnswer, 0, "no answer from SES")]
    [InlineData(Fault.CutAfter, SendResult.NoAnswer, 1, "no answer from SES")]
    [InlineData(Fault.CutWithin, SendResult.NoAnswer, 1, "")]
    [InlineData(Fault.Slow, SendResult.NoAnswer, 1, "SES did not answer in time")]
    public async Task What_goes_wrong_on_the_way_is_a_refusal_only_where_SES_says_so_and_is_not_tried_again(Fault fault, SendResult expected, int accepted, string reason)
    {
        _ses.Wire.Plan = _ => fault;
        _ses.Wire.SlowBy = TimeSpan.FromSeconds(5);

        var outcome = await SendAsync(Mailers.Mail(), seconds: fault == Fault.Slow ? 0.3 : 20);

        Assert.Equal((expected, (string?)null), (outcome.Result, outcome.MessageId));
        Assert.StartsWith(reason, outcome.Reason);
        Assert.DoesNotContain("@", outcome.Reason);
        Assert.Single(_ses.Wire.Requests);
        Assert.Equal(accepted, _ses.Mails.Count);
    }

    [Fact]
    public async Task A_service_that_cannot_be_connected_to_has_surely_got_nothing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var mailer = Mailers.At(new($"http://127.0.0.1:{port}/"));

        var outcome = await mailer.SendAsync(Mailers.Mail(), Token);

        Assert.Equal(SendResult.RefusedForNow, outcome.Result);
        Assert.StartsWith("SES could not be reached, nothing was sent", outcome.Reason);
    }

    [Fact]
    public async Task A_host_that_has_no_address_has_surely_got_nothing()
    {
        using var mailer = Mailers.At(new("http://ses.invalid/"));

        Assert.Equal(SendResult.RefusedForNow, (await mailer.SendAsync(Mailers.Mail(), Token)).Result);
    }

    [Fact]
    public async Task Without_credentials_nothing_was_sent()
    {
        using var mailer = new SesMailer(
            new() { ServiceURL = _ses.Url.ToString(), AuthenticationRegion = "us-east-1" },
            config => new Amazon.SimpleEmail.AmazonSimpleEmailServiceClient(new NoCredentials(), config), new(), TimeProvider.System);

        var outcome = await mailer.SendAsync(Mailers.Mail(), Token);

        Assert.Equal((SendResult.RefusedForNow, "nothing was sent (no credentials here)"), (outcome.Result, outcome.Reason));
        Assert.Empty(_ses.Wire.Requests);
    }

    sealed class NoCredentials : Amazon.Runtime.AWSCredentials
    {
        public override Amazon.Runtime.ImmutableCredentials GetCredentials() => throw new Amazon.Runtime.AmazonClientException("no credentials here");
    }

    [Fact]
    public async Task An_unverified_sender_is_a_failure_with_advice_and_without_an_address()
    {
        var outcome = await SendAsync(Mailers.Mail(sender: "reports@elsewhere.example.org"));

        Assert.Equal(SendResult.Rejected, outcome.Result);
        Assert.StartsWith("refused by SES (MessageRejected: Email address is not verified.", outcome.Reason);
        Assert.Contains("the sender", outcome.Reason);
        Assert.Contains("Verify it in SES", outcome.Reason);
        Assert.DoesNotContain("@", outcome.Reason);
    }

    [Fact]
    public async Task An_unverified_recipient_in_the_sandbox_is_named_by_its_id()
    {
        _ses.Account = _ses.Account with { Sandbox = true, Identities = new HashSet<string> { "reports@example.com", "audit@example.com" } };

        var outcome = await SendAsync(Mailers.Mail());

        Assert.Equal(SendResult.Rejected, outcome.Result);
        Assert.Contains(Mailers.Owner.Id, outcome.Reason);
        Assert.DoesNotContain("@", outcome.Reason);
    }

    public static TheoryData<string, SesAccount> Refusals => new()
    {
        { "AccountSendingPausedException", new() { SendingEnabled = false } },
        { "AccessDenied", new() { DeniedActions = new HashSet<string> { "SendRawEmail" } } },
        { "SignatureDoesNotMatch", new() { Secret = "another" } },
        { "InvalidClientTokenId", new() { AccessKeyId = "another" } },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_SES_refuses_fails_with_its_reason(string code, SesAccount account)
    {
        _ses.Account = account;

        var outcome = await SendAsync(Mailers.Mail());

        Assert.Equal(SendResult.Rejected, outcome.Result);
        Assert.StartsWith($"refused by SES ({code}: ", outcome.Reason);
        Assert.Empty(_ses.Mails);
        Assert.Single(_ses.Wire.Requests);
    }

    [Fact]
    public async Task A_configuration_set_that_there_is_not_fails_with_advice() =>
        Assert.EndsWith("Create the configuration set, or correct SES_CONFIGURATION_SET.", (await SendAsync(Mailers.Mail(), new() { ConfigurationSet = "none" })).Reason);

    [Fact]
    public async Task A_message_over_the_limit_fails_before_it_is_sent_and_one_below_it_is_sent()
    {
        var small = Mailers.Mail();
        var options = new SesOptions { MostMessageBytes = small.Message.Length };

        var refused = await SendAsync(Mailers.Mail(bytes: 1), options);
        Assert.Equal((SendResult.Rejected, $"the message has {small.Message.Length + 1} bytes; SES takes at most {small.Message.Length}"), (refused.Result, refused.Reason));
        Assert.Empty(_ses.Wire.Requests);
        Assert.Equal(SendResult.Accepted, (await SendAsync(small, options)).Result);
    }

    [Fact]
    public async Task A_message_just_below_ten_megabytes_is_taken()
    {
        var mail = Mailers.Mail();

        Assert.Equal(SendResult.Accepted, (await SendAsync(Mailers.Mail(bytes: SesOptions.UsualMessageBytes - mail.Message.Length))).Result);
        Assert.Equal(SesOptions.UsualMessageBytes, Assert.Single(_ses.Mails).Sent.Length);
    }

    [Fact]
    public async Task SES_cannot_tell_afterwards()
    {
        using var mailer = Mailers.At(_ses.Url);
        await mailer.SendAsync(Mailers.Mail(), Token);

        Assert.Equal((Acceptance.CannotTell, null), await mailer.WasAcceptedAsync(Mailers.Mail().DeliveryId, Token));
    }

    [Fact]
    public async Task Thirty_mails_at_once_are_thirty_requests_of_one_client_and_the_quota_is_read_once()
    {
        using var mailer = Mailers.At(_ses.Url);

        await Task.WhenAll(Enumerable.Range(0, 30).Select(async number =>
        {
            var mail = Mailers.Mail($"20261124T193000123Z-report-{number}-0123456789ab");
            await mailer.WaitForTurnAsync(mail, Token);
            Assert.Equal(SendResult.Accepted, (await mailer.SendAsync(mail, Token)).Result);
        }));

        Assert.Equal(30, _ses.Mails.Select(mail => mail.OwnMessageId).Distinct().Count());
        Assert.Equal(1, _ses.Wire.Requests.Count(request => request.Action == "GetSendQuota"));
        Assert.Equal(31, _ses.Wire.Requests.Count);
    }
}
