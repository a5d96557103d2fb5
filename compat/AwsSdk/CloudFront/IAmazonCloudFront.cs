using Amazon.CloudFront.Model;
using Amazon.Runtime;

namespace Amazon.CloudFront;

/// <summary>Amazon CloudFront, API version 2020-05-31.</summary>
public interface IAmazonCloudFront : IAmazonService, IDisposable
{
    /// <summary>Lists distributions, a page at a time.</summary>
    Task<ListDistributionsResponse> ListDistributionsAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists distributions, a page at a time.</summary>
    Task<ListDistributionsResponse> ListDistributionsAsync(ListDistributionsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Tags of a distribution.</summary>
    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Where a request would go.</summary>
    Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCloudFrontConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonCloudFrontClient(awsCredentials, (AmazonCloudFrontConfig)clientConfig);
}
