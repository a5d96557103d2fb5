using Amazon.Protocol;
using Amazon.Runtime;

namespace Amazon.CloudFront;

/// <summary>Settings of a CloudFront client.</summary>
public class AmazonCloudFrontConfig : ClientConfig
{
    internal static Service Service { get; } = new() { ServiceId = "CloudFront", EndpointPrefix = "cloudfront", SigningName = "cloudfront", ApiVersion = "2020-05-31", Name = "Amazon.CloudFront", GlobalRegion = "us-east-1" };

    /// <summary>The SDK's defaults.</summary>
    public AmazonCloudFrontConfig() : base(Service.Defaults)
    {
        base.ServiceId = Service.ServiceId;
        AuthenticationServiceName = Service.SigningName;
        EndpointProvider = Service;
    }

    /// <summary>Id of the service.</summary>
    public static new string ServiceId => Service.ServiceId;

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => Service.EndpointPrefix;

    /// <inheritdoc/>
    public override string ServiceVersion => Service.ApiVersion;

    /// <inheritdoc/>
    public override string UserAgent { get; } = Service.UserAgent;

    /// <inheritdoc/>
    public override Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(Runtime.Endpoints.ServiceOperationEndpointParameters parameters) => Service.Determine(this, parameters);
}
