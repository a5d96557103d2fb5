using Amazon.Protocol;
using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>Settings of a Lambda client.</summary>
public class AmazonLambdaConfig : ClientConfig
{
    internal static Service Service { get; } = new() { ServiceId = "Lambda", EndpointPrefix = "lambda", SigningName = "lambda", ApiVersion = "2015-03-31", Name = "Amazon.Lambda" };

    /// <summary>The SDK's defaults.</summary>
    public AmazonLambdaConfig() : base(Service.Defaults)
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
    public override Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(Amazon.Runtime.Endpoints.ServiceOperationEndpointParameters parameters) => Service.Determine(this, parameters);
}
