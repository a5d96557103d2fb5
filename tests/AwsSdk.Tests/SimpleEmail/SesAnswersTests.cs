using System.Net;
using System.Text;
using Amazon.Runtime;
using Amazon.SimpleEmail;
using Amazon.SimpleEmail.Model;
using ExecReports.Testing.Aws.Wire;

namespace AwsSdk.Tests.SimpleEmail;

/// <summary>Requests and answers as the API reference of SES, version 2010-12-01, shows them.</summary>
public sealed class SesAnswersTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    static AmazonSimpleEmailServiceClient Client(FaultyServer server) => new(Recorded.Credentials, Recorded.At(server, new AmazonSimpleEmailServiceConfig()));

    static SendRawEmailRequest Mail() => new(new RawMessage(new MemoryStream(Encoding.ASCII.GetBytes("From: reports@example.com\r\n\r\n+/=?\r\n"))))
    {
        Source = "reports@example.com",
        Destinations = ["owner@example.com", "audit+reports@example.com"],
        ConfigurationSetName = "reports",
        Tags = [new MessageTag { Name = "report_type", Value = "ceo" }],
    };

    [Fact]
    public async Task A_message_is_sent_as_a_signed_form()
    {
        await using var server = await Recorded.AnswerAsync(Answer.Xml(200, """
            <SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <SendRawEmailResult>
                <MessageId>00000131d51d6b36-1d4f9293-0aee-4503-b573-9ae4e70e9e38-000000</MessageId>
              </SendRawEmailResult>
              <ResponseMetadata>
                <RequestId>e0abcdfa-c866-11e0-b6d0-273d09173b49</RequestId>
              </ResponseMetadata>
            </SendRawEmailResponse>
            """));
        using var client = Client(server);

        var response = await client.SendRawEmailAsync(Mail(), Token);

        Assert.Equal("00000131d51d6b36-1d4f9293-0aee-4503-b573-9ae4e70e9e38-000000", response.MessageId);
        Assert.Equal("e0abcdfa-c866-11e0-b6d0-273d09173b49", response.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
        var request = Assert.Single(server.Requests);
        Assert.Equal(
            new SortedDictionary<string, string>
            {
                ["Action"] = "SendRawEmail",
                ["ConfigurationSetName"] = "reports",
                ["Destinations.member.1"] = "owner@example.com",
                ["Destinations.member.2"] = "audit+reports@example.com",
                ["RawMessage.Data"] = "RnJvbTogcmVwb3J0c0BleGFtcGxlLmNvbQ0KDQorLz0/DQo=",
                ["Source"] = "reports@example.com",
                ["Tags.member.1.Name"] = "report_type",
                ["Tags.member.1.Value"] = "ceo",
                ["Version"] = "2010-12-01",
            },
            new SortedDictionary<string, string>(request.Fields.ToDictionary()));
        Assert.Null(SignatureCheck.Fault(request, "ses", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
        Assert.Equal("SignatureDoesNotMatch", SignatureCheck.Fault(request, "ses", "AKIAIOSFODNN7EXAMPLE", "another secret"));
    }

    [Fact]
    public async Task The_quota_is_read()
    {
        await using var server = await Recorded.AnswerAsync(Answer.Xml(200, """
            <GetSendQuotaResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <GetSendQuotaResult>
                <SentLast24Hours>127.0</SentLast24Hours>
                <Max24HourSend>200.0</Max24HourSend>
                <MaxSendRate>1.0</MaxSendRate>
              </GetSendQuotaResult>
              <ResponseMetadata>
                <RequestId>273021c6-c866-11e0-b926-699e21c3af9e</RequestId>
              </ResponseMetadata>
            </GetSendQuotaResponse>
            """));
        using var client = Client(server);

        var quota = await client.GetSendQuotaAsync(Token);

        Assert.Equal((127.0, 200.0, 1.0), (quota.SentLast24Hours, quota.Max24HourSend, quota.MaxSendRate));
        Assert.Equal("GetSendQuota", Assert.Single(server.Requests).Action);
    }

    [Fact]
    public async Task Identities_are_read_with_what_their_DNS_has_to_hold()
    {
        await using var server = await Recorded.AnswerAsync(Answer.Xml(200, """
            <GetIdentityVerificationAttributesResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <GetIdentityVerificationAttributesResult>
                <VerificationAttributes>
                  <entry>
                    <key>example.com</key>
                    <value>
                      <VerificationStatus>Pending</VerificationStatus>
                      <VerificationToken>QTKknzFg2J4ygwa+XvHAxUl1hyHoY0gVfZdfjIedHZ0=</VerificationToken>
                    </value>
                  </entry>
                </VerificationAttributes>
              </GetIdentityVerificationAttributesResult>
              <ResponseMetadata>
                <RequestId>1d0c29f1-9bf9-11e2-a4ee-c39b7b4e2e45</RequestId>
              </ResponseMetadata>
            </GetIdentityVerificationAttributesResponse>
            """));
        using var client = Client(server);

        var identities = await client.GetIdentityVerificationAttributesAsync(new GetIdentityVerificationAttributesRequest { Identities = ["example.com"] }, Token);

        var (identity, attributes) = Assert.Single(identities.VerificationAttributes);
        Assert.Equal(("example.com", "QTKknzFg2J4ygwa+XvHAxUl1hyHoY0gVfZdfjIedHZ0="), (identity, attributes.VerificationToken));
        Assert.Equal(VerificationStatus.Pending, attributes.VerificationStatus);
        Assert.Equal("example.com", server.Requests[0].Fields["Identities.member.1"]);
    }

    [Fact]
    public async Task Whether_the_account_may_send_is_read()
    {
        await using var server = await Recorded.AnswerAsync(Answer.Xml(200, """
            <GetAccountSendingEnabledResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <GetAccountSendingEnabledResult><Enabled>true</Enabled></GetAccountSendingEnabledResult>
              <ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>
            </GetAccountSendingEnabledResponse>
            """));
        using var client = Client(server);

        Assert.True((await client.GetAccountSendingEnabledAsync(new GetAccountSendingEnabledRequest(), Token)).Enabled);
    }

    [Theory]
    [InlineData("MessageRejected", typeof(MessageRejectedException))]
    [InlineData("AccountSendingPausedException", typeof(AccountSendingPausedException))]
    [InlineData("MailFromDomainNotVerifiedException", typeof(MailFromDomainNotVerifiedException))]
    [InlineData("ConfigurationSetDoesNotExist", typeof(ConfigurationSetDoesNotExistException))]
    [InlineData("ConfigurationSetSendingPausedException", typeof(ConfigurationSetSendingPausedException))]
    [InlineData("Throttling", typeof(AmazonSimpleEmailServiceException))]
    public async Task An_error_becomes_its_exception(string code, Type exception)
    {
        await using var server = await Recorded.AnswerAsync(Answer.Xml(400, $"""
            <ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
              <Error>
                <Type>Sender</Type>
                <Code>{code}</Code>
                <Message>what happened</Message>
              </Error>
              <RequestId>42d59b56-7407-4c4a-be0f-4c88daeea257</RequestId>
            </ErrorResponse>
            """));
        using var client = Client(server);

        var fault = await Assert.ThrowsAnyAsync<AmazonSimpleEmailServiceException>(() => client.SendRawEmailAsync(Mail(), Token));

        Assert.Equal(exception, fault.GetType());
        Assert.Equal((code, "what happened", "42d59b56-7407-4c4a-be0f-4c88daeea257"), (fault.ErrorCode, fault.Message, fault.RequestId));
        Assert.Equal((HttpStatusCode.BadRequest, ErrorType.Sender), (fault.StatusCode, fault.ErrorType));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_answer_without_the_result_has_no_message_id()
    {
        await using var server = await Recorded.AnswerAsync(Answer.Xml(200, "<SomethingElse/>"));
        using var client = Client(server);

        Assert.Null((await client.SendRawEmailAsync(Mail(), Token)).MessageId);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_an_error_and_is_not_asked_for_again()
    {
        await using var server = await Recorded.AnswerAsync(new Answer(200, "text/html", "<html><body>moved"u8.ToArray()));
        using var client = Client(server);

        await Assert.ThrowsAnyAsync<Exception>(() => client.SendRawEmailAsync(Mail(), Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public void A_request_goes_to_the_region_or_to_the_configured_address()
    {
        using var frankfurt = new AmazonSimpleEmailServiceClient(Recorded.Credentials, Amazon.RegionEndpoint.EUCentral1);
        using var elsewhere = new AmazonSimpleEmailServiceClient(Recorded.Credentials, new AmazonSimpleEmailServiceConfig { ServiceURL = "http://127.0.0.1:1/", AuthenticationRegion = "eu-central-1" });

        Assert.Equal("https://email.eu-central-1.amazonaws.com", frankfurt.DetermineServiceOperationEndpoint(new GetSendQuotaRequest()).URL.TrimEnd('/'));
        Assert.Equal("http://127.0.0.1:1", elsewhere.DetermineServiceOperationEndpoint(new GetSendQuotaRequest()).URL.TrimEnd('/'));
    }

    [Fact]
    public void Collections_are_null_until_set()
    {
        Assert.Null(new SendRawEmailRequest().Destinations);
        Assert.Null(new GetIdentityVerificationAttributesResponse().VerificationAttributes);
    }
}
