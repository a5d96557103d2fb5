using Amazon.Protocol;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs;

/// <summary>Settings of a CloudWatch Logs client.</summary>
public class AmazonCloudWatchLogsConfig : ClientConfig
{
    internal static Service Service { get; } = new() { ServiceId = "CloudWatch Logs", EndpointPrefix = "logs", SigningName = "logs", ApiVersion = "2014-03-28", Name = "Amazon.CloudWatchLogs" };

    /// <summary>The SDK's defaults.</summary>
    public AmazonCloudWatchLogsConfig() : base(Service.Defaults)
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
