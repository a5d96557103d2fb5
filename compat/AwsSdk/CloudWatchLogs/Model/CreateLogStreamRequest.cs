namespace Amazon.CloudWatchLogs.Model;

/// <summary>Asks for a new log stream.</summary>
public class CreateLogStreamRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>Name of its group.</summary>
    public string LogGroupName { get; set; }
    /// <summary>Its name.</summary>
    public string LogStreamName { get; set; }
}
