using Amazon.Protocol;

namespace Amazon.CloudFront;

/// <summary>Settings of a CloudFront client.</summary>
public class AmazonCloudFrontConfig : ServiceConfig
{
    internal static Service Service { get; } = new() { ServiceId = "CloudFront", EndpointPrefix = "cloudfront", SigningName = "cloudfront", ApiVersion = "2020-05-31", Name = "Amazon.CloudFront", GlobalRegion = "us-east-1" };

    /// <summary>The SDK's defaults.</summary>
    public AmazonCloudFrontConfig() : base(Service)
    {
    }

    /// <summary>Id of the service.</summary>
    public static new string ServiceId => Service.ServiceId;
}
