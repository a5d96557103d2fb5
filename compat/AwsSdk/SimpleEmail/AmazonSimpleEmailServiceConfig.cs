using Amazon.Protocol;

namespace Amazon.SimpleEmail;

/// <summary>Settings of an SES client.</summary>
public class AmazonSimpleEmailServiceConfig : ServiceConfig
{
    internal static Service Service { get; } = new() { ServiceId = "SES", EndpointPrefix = "email", SigningName = "ses", ApiVersion = "2010-12-01", Name = "Amazon.SimpleEmail" };

    /// <summary>The SDK's defaults.</summary>
    public AmazonSimpleEmailServiceConfig() : base(Service)
    {
    }

    /// <summary>Id of the service.</summary>
    public static new string ServiceId => Service.ServiceId;
}
