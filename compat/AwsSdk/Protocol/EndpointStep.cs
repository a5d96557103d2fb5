using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.Protocol;

/// <summary>Finds out where a request goes: the configured address, else the service's host in the region.</summary>
internal sealed class EndpointStep(Service service) : BaseEndpointResolver
{
    const string Configured = "Endpoint", Region = "Region", Fips = "UseFIPS", DualStack = "UseDualStack";

    /// <summary>The address that parameters mean.</summary>
    public static string Url(Service service, EndpointParameters parameters)
    {
        if (parameters[Configured] is string { Length: > 0 } configured)
            return configured;
        var fips = parameters[Fips] is true ? "-fips" : "";
        if (service.GlobalRegion is not null)
            return $"https://{service.EndpointPrefix}{fips}.amazonaws.com";
        if (parameters[Region] is not string { Length: > 0 } region)
            throw new AmazonClientException($"No RegionEndpoint or ServiceURL configured for {service.ServiceId}.");
        var suffix = RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix;
        if (parameters[DualStack] is true)
            suffix = suffix == "amazonaws.com.cn" ? "api.amazonwebservices.com.cn" : "api.aws";
        return $"https://{service.EndpointPrefix}{fips}.{region}.{suffix}";
    }

    /// <inheritdoc/>
    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters)
    {
        if (service.GlobalRegion is not null && string.IsNullOrEmpty(executionContext.RequestContext.ClientConfig.AuthenticationRegion))
            executionContext.RequestContext.Request.AuthenticationRegion = service.GlobalRegion;
        InjectHostPrefix(executionContext.RequestContext);
    }

    /// <summary>What the address depends on.</summary>
    public static EndpointParameters Parameters(IClientConfig config, RegionEndpoint alternate)
    {
        var region = alternate?.SystemName ?? config.RegionEndpoint?.SystemName;
        if (region is null && !string.IsNullOrEmpty(config.ServiceURL))
            region = string.IsNullOrEmpty(config.AuthenticationRegion) ? AWSSDKUtils.DetermineRegion(config.ServiceURL) : config.AuthenticationRegion;
        return new EndpointParameters
        {
            [Configured] = config.ServiceURL,
            [Region] = region,
            [Fips] = config.UseFIPSEndpoint,
            [DualStack] = config.UseDualstackEndpoint,
        };
    }

    /// <inheritdoc/>
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) => Parameters(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);
}
