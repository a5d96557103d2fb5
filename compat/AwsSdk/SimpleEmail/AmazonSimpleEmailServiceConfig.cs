using Amazon.Protocol;
using Amazon.Runtime;

namespace Amazon.SimpleEmail;

/// <summary>Settings of an SES client.</summary>
public class AmazonSimpleEmailServiceConfig : ClientConfig
{
    internal static Service Service { get; } = new() { ServiceId = "SES", EndpointPrefix = "email", SigningName = "ses", ApiVersion = "2010-12-01", Name = "Amazon.SimpleEmail" };

    /// <summary>The SDK's defaults.</summary>
    public AmazonSimpleEmailServiceConfig() : base(Service.Defaults)
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
