using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What was taken of a batch.</summary>
public class PutLogEventsResponse : AmazonWebServiceResponse
{
    /// <summary>No longer needed.</summary>
    public string NextSequenceToken { get; set; }
    /// <summary>What was not taken; null: all was.</summary>
    public RejectedLogEventsInfo RejectedLogEventsInfo { get; set; }
}
