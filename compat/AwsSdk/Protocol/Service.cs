using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace Amazon.Protocol;

/// <summary>What AWSSDK.Core's pipeline has to know of a service.</summary>
internal sealed class Service : IServiceMetadata, IEndpointProvider
{
    /// <summary>Its id, as in the shared configuration file (<c>SES</c>).</summary>
    public string ServiceId { get; init; }
    /// <summary>First part of its host names (<c>email</c>).</summary>
    public string EndpointPrefix { get; init; }
    /// <summary>Name that requests are signed for (<c>ses</c>).</summary>
    public string SigningName { get; init; }
    /// <summary>API version, a date.</summary>
    public string ApiVersion { get; init; }
    /// <summary>Namespace of the package, by which the pipeline calls it.</summary>
    public string Name { get; init; }
    /// <summary>The one region of a global service; its host names carry no region, and its requests are signed for this one.</summary>
    public string GlobalRegion { get; init; }

    /// <inheritdoc/>
    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();

    /// <summary>Time-outs by the SDK's modes, as the AWS SDKs document them (connection and TLS; a request itself has none).</summary>
    public static IDefaultConfigurationProvider Defaults { get; } = new DefaultConfigurationProvider(
        [Mode(DefaultConfigurationMode.Standard, 3.1), Mode(DefaultConfigurationMode.InRegion, 1.1), Mode(DefaultConfigurationMode.CrossRegion, 3.1), Mode(DefaultConfigurationMode.Mobile, 30)]);

    /// <summary>Puts the service's own steps into a client's pipeline.</summary>
    public void Customize(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new EndpointStep(this));
        pipeline.AddHandlerAfter<Marshaller>(new SigningStep());
    }

    /// <summary>Sent along with each request.</summary>
    public string UserAgent => InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0.0");

    /// <summary>Where a client's request would go.</summary>
    public Endpoint Determine(IClientConfig config, ServiceOperationEndpointParameters parameters) =>
        ResolveEndpoint(EndpointStep.Parameters(config, parameters.AlternateEndpoint));

    /// <inheritdoc/>
    public Endpoint ResolveEndpoint(EndpointParameters parameters) => new(EndpointStep.Url(this, parameters));

    static DefaultConfiguration Mode(DefaultConfigurationMode name, double seconds) => new()
    {
        Name = name,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = TimeSpan.FromSeconds(seconds),
        TlsNegotiationTimeout = TimeSpan.FromSeconds(seconds),
    };
}
