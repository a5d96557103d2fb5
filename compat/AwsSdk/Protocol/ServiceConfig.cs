using Amazon.Runtime;

namespace Amazon.Protocol;

/// <summary>What the settings of every client here have in common: all of it follows from the service.</summary>
public abstract class ServiceConfig : ClientConfig
{
    readonly Service _service;

    private protected ServiceConfig(Service service) : base(Service.Defaults)
    {
        _service = service;
        ServiceId = service.ServiceId;
        AuthenticationServiceName = service.SigningName;
        EndpointProvider = service;
        UserAgent = service.UserAgent;
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => _service.EndpointPrefix;

    /// <inheritdoc/>
    public override string ServiceVersion => _service.ApiVersion;

    /// <inheritdoc/>
    public override string UserAgent { get; }

    /// <inheritdoc/>
    public override Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(Runtime.Endpoints.ServiceOperationEndpointParameters parameters) => _service.Determine(this, parameters);
}
