using Amazon.Protocol;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>A batch of events: at most 10,000 and 1 MB (26 bytes an event beside its UTF-8), not more than 24 hours apart, in order of time.</summary>
public class PutLogEventsRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The events.</summary>
    public List<InputLogEvent> LogEvents { get; set; } = Collections.Initial<InputLogEvent>();
    /// <summary>Name of the group.</summary>
    public string LogGroupName { get; set; }
    /// <summary>Name of the stream.</summary>
    public string LogStreamName { get; set; }
    /// <summary>No longer needed.</summary>
    public string SequenceToken { get; set; }
}
