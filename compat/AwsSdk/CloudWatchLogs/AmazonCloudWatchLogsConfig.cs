using Amazon.Protocol;

namespace Amazon.CloudWatchLogs;

/// <summary>Settings of a CloudWatch Logs client.</summary>
public class AmazonCloudWatchLogsConfig : ServiceConfig
{
    internal static Service Service { get; } = new() { ServiceId = "CloudWatch Logs", EndpointPrefix = "logs", SigningName = "logs", ApiVersion = "2014-03-28", Name = "Amazon.CloudWatchLogs" };

    /// <summary>The SDK's defaults.</summary>
    public AmazonCloudWatchLogsConfig() : base(Service)
    {
    }

    /// <summary>Id of the service.</summary>
    public static new string ServiceId => Service.ServiceId;
}
