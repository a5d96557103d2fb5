using Amazon.Lambda.Model;
using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>AWS Lambda, API version 2015-03-31.</summary>
public interface IAmazonLambda : IAmazonService, IDisposable
{
    /// <summary>Lists functions, a page at a time.</summary>
    Task<ListFunctionsResponse> ListFunctionsAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists functions, a page at a time.</summary>
    Task<ListFunctionsResponse> ListFunctionsAsync(ListFunctionsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Tags of a function.</summary>
    Task<ListTagsResponse> ListTagsAsync(ListTagsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Where a request would go.</summary>
    Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonLambdaConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonLambdaClient(awsCredentials, (AmazonLambdaConfig)clientConfig);
}
