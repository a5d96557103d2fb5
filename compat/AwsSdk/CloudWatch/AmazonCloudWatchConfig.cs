using Amazon.Protocol;

namespace Amazon.CloudWatch;

/// <summary>Settings of a CloudWatch client.</summary>
public class AmazonCloudWatchConfig : ServiceConfig
{
    internal static Service Service { get; } = new() { ServiceId = "CloudWatch", EndpointPrefix = "monitoring", SigningName = "monitoring", ApiVersion = "2010-08-01", Name = "Amazon.CloudWatch" };

    /// <summary>The SDK's defaults.</summary>
    public AmazonCloudWatchConfig() : base(Service)
    {
    }

    /// <summary>Id of the service.</summary>
    public static new string ServiceId => Service.ServiceId;
}
