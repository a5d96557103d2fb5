using Amazon.Protocol;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SimpleEmail.Model;

namespace Amazon.SimpleEmail;

/// <summary>Client of Amazon Simple Email Service, API version 2010-12-01.</summary>
public class AmazonSimpleEmailServiceClient : ServiceClient, IAmazonSimpleEmailService
{
    static readonly Service s_service = AmazonSimpleEmailServiceConfig.Service;

    static readonly Faults s_faults = new(
        (message, inner, type, code, id, status) => new AmazonSimpleEmailServiceException(message, inner, type, code, id, status),
        ("MessageRejected", (message, inner, type, code, id, status) => new MessageRejectedException(message, inner, type, code, id, status)),
        ("AccountSendingPausedException", (message, inner, type, code, id, status) => new AccountSendingPausedException(message, inner, type, code, id, status)),
        ("MailFromDomainNotVerifiedException", (message, inner, type, code, id, status) => new MailFromDomainNotVerifiedException(message, inner, type, code, id, status)),
        ("ConfigurationSetDoesNotExist", (message, inner, type, code, id, status) => new ConfigurationSetDoesNotExistException(message, inner, type, code, id, status)),
        ("ConfigurationSetSendingPausedException", (message, inner, type, code, id, status) => new ConfigurationSetSendingPausedException(message, inner, type, code, id, status)));

    static readonly InvokeOptions s_sendRawEmail = Operation.Of(
        new QueryCall<SendRawEmailRequest>(s_service, "SendRawEmail", (query, request) =>
        {
            query.Write("ConfigurationSetName", request.ConfigurationSetName);
            query.WriteList("Destinations", request.Destinations);
            query.Write("FromArn", request.FromArn);
            if (request.RawMessage is { } message)
                query.Within("RawMessage").Write("Data", message.Data);
            query.Write("ReturnPathArn", request.ReturnPathArn);
            query.Write("Source", request.Source);
            query.Write("SourceArn", request.SourceArn);
            query.WriteList("Tags", request.Tags, (item, tag) =>
            {
                item.Write("Name", tag.Name);
                item.Write("Value", tag.Value);
            });
        }),
        new XmlAnswer(s_faults, root => new SendRawEmailResponse { MessageId = root.Member("SendRawEmailResult").Text("MessageId") }));

    static readonly InvokeOptions s_getSendQuota = Operation.Of(
        new QueryCall<GetSendQuotaRequest>(s_service, "GetSendQuota", (_, _) => { }),
        new XmlAnswer(s_faults, root =>
        {
            var result = root.Member("GetSendQuotaResult");
            return new GetSendQuotaResponse { Max24HourSend = result.Double("Max24HourSend"), MaxSendRate = result.Double("MaxSendRate"), SentLast24Hours = result.Double("SentLast24Hours") };
        }));

    static readonly InvokeOptions s_getIdentityVerificationAttributes = Operation.Of(
        new QueryCall<GetIdentityVerificationAttributesRequest>(s_service, "GetIdentityVerificationAttributes", (query, request) => query.WriteList("Identities", request.Identities)),
        new XmlAnswer(s_faults, root => new GetIdentityVerificationAttributesResponse
        {
            VerificationAttributes = root.Member("GetIdentityVerificationAttributesResult").List("VerificationAttributes", Verification, "entry")?.ToDictionary(),
        }));

    static readonly InvokeOptions s_getAccountSendingEnabled = Operation.Of(
        new QueryCall<GetAccountSendingEnabledRequest>(s_service, "GetAccountSendingEnabled", (_, _) => { }),
        new XmlAnswer(s_faults, root => new GetAccountSendingEnabledResponse { Enabled = root.Member("GetAccountSendingEnabledResult").Bool("Enabled") }));

    /// <summary>With the credentials and the region that the SDK finds.</summary>
    public AmazonSimpleEmailServiceClient() : base(new AmazonSimpleEmailServiceConfig())
    {
    }

    /// <summary>With the credentials that the SDK finds.</summary>
    public AmazonSimpleEmailServiceClient(RegionEndpoint region) : base(new AmazonSimpleEmailServiceConfig { RegionEndpoint = region })
    {
    }

    /// <summary>With the credentials that the SDK finds.</summary>
    public AmazonSimpleEmailServiceClient(AmazonSimpleEmailServiceConfig config) : base(config)
    {
    }

    /// <summary>With the region that the SDK finds.</summary>
    public AmazonSimpleEmailServiceClient(AWSCredentials credentials) : this(credentials, new AmazonSimpleEmailServiceConfig())
    {
    }

    /// <summary>With credentials and a region.</summary>
    public AmazonSimpleEmailServiceClient(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonSimpleEmailServiceConfig { RegionEndpoint = region })
    {
    }

    /// <summary>With credentials and settings.</summary>
    public AmazonSimpleEmailServiceClient(AWSCredentials credentials, AmazonSimpleEmailServiceConfig clientConfig) : base(credentials, clientConfig)
    {
    }

    private protected override Service Service => s_service;

    /// <inheritdoc/>
    public virtual Task<GetAccountSendingEnabledResponse> GetAccountSendingEnabledAsync(GetAccountSendingEnabledRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetAccountSendingEnabledResponse>(request, s_getAccountSendingEnabled, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetIdentityVerificationAttributesResponse> GetIdentityVerificationAttributesAsync(GetIdentityVerificationAttributesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetIdentityVerificationAttributesResponse>(request, s_getIdentityVerificationAttributes, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetSendQuotaResponse> GetSendQuotaAsync(CancellationToken cancellationToken = default) => GetSendQuotaAsync(new GetSendQuotaRequest(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetSendQuotaResponse> GetSendQuotaAsync(GetSendQuotaRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetSendQuotaResponse>(request, s_getSendQuota, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<SendRawEmailResponse> SendRawEmailAsync(SendRawEmailRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<SendRawEmailResponse>(request, s_sendRawEmail, cancellationToken);

    static KeyValuePair<string, IdentityVerificationAttributes> Verification(System.Xml.Linq.XElement entry) => new(entry.Text("key"), new IdentityVerificationAttributes
    {
        VerificationStatus = entry.Member("value").Text("VerificationStatus") is { } status ? new VerificationStatus(status) : null,
        VerificationToken = entry.Member("value").Text("VerificationToken"),
    });
}
