namespace Amazon.CloudWatchLogs.Model;

/// <summary>Asks for a new log group.</summary>
public class CreateLogGroupRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>Its name.</summary>
    public string LogGroupName { get; set; }
}
