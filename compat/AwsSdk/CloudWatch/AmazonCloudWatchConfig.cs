using Amazon.Protocol;
using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>Settings of a CloudWatch client.</summary>
public class AmazonCloudWatchConfig : ClientConfig
{
    internal static Service Service { get; } = new() { ServiceId = "CloudWatch", EndpointPrefix = "monitoring", SigningName = "monitoring", ApiVersion = "2010-08-01", Name = "Amazon.CloudWatch" };

    /// <summary>The SDK's defaults.</summary>
    public AmazonCloudWatchConfig() : base(Service.Defaults)
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
