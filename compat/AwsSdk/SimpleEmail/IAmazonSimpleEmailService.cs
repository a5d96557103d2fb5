using Amazon.Runtime;
using Amazon.SimpleEmail.Model;

namespace Amazon.SimpleEmail;

/// <summary>Amazon Simple Email Service, API version 2010-12-01.</summary>
public interface IAmazonSimpleEmailService : IAmazonService, IDisposable
{
    /// <summary>Whether the account may send.</summary>
    Task<GetAccountSendingEnabledResponse> GetAccountSendingEnabledAsync(GetAccountSendingEnabledRequest request, CancellationToken cancellationToken = default);

    /// <summary>Which addresses and domains are verified.</summary>
    Task<GetIdentityVerificationAttributesResponse> GetIdentityVerificationAttributesAsync(GetIdentityVerificationAttributesRequest request, CancellationToken cancellationToken = default);

    /// <summary>How much may be sent.</summary>
    Task<GetSendQuotaResponse> GetSendQuotaAsync(CancellationToken cancellationToken = default);

    /// <summary>How much may be sent.</summary>
    Task<GetSendQuotaResponse> GetSendQuotaAsync(GetSendQuotaRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sends a message as it stands.</summary>
    Task<SendRawEmailResponse> SendRawEmailAsync(SendRawEmailRequest request, CancellationToken cancellationToken = default);

    /// <summary>Where a request would go.</summary>
    Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSimpleEmailServiceConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonSimpleEmailServiceClient(awsCredentials, (AmazonSimpleEmailServiceConfig)clientConfig);
}
