using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Protocol;

/// <summary>What every client here has in common: the service's own steps in the pipeline, and where a request would go.</summary>
public abstract class ServiceClient : AmazonServiceClient
{
    private protected ServiceClient(ClientConfig config) : base(config)
    {
    }

    private protected ServiceClient(AWSCredentials credentials, ClientConfig config) : base(credentials, config)
    {
    }

    // A property, since the pipeline is made before this class's fields could be set.
    private protected abstract Service Service { get; }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Service;

    /// <summary>Where a request would go.</summary>
    public Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new Runtime.Endpoints.ServiceOperationEndpointParameters(request));

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Service.Customize(pipeline);
}
