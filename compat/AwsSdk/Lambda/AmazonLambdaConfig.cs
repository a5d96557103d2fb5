using Amazon.Protocol;

namespace Amazon.Lambda;

/// <summary>Settings of a Lambda client.</summary>
public class AmazonLambdaConfig : ServiceConfig
{
    internal static Service Service { get; } = new() { ServiceId = "Lambda", EndpointPrefix = "lambda", SigningName = "lambda", ApiVersion = "2015-03-31", Name = "Amazon.Lambda" };

    /// <summary>The SDK's defaults.</summary>
    public AmazonLambdaConfig() : base(Service)
    {
    }

    /// <summary>Id of the service.</summary>
    public static new string ServiceId => Service.ServiceId;
}
