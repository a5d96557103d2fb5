namespace Amazon.CloudWatchLogs.Model;

/// <summary>Asks for log groups.</summary>
public class DescribeLogGroupsRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>At most so many; 50 if not set.</summary>
    public int? Limit { get; set; }
    /// <summary>Only names that begin so.</summary>
    public string LogGroupNamePrefix { get; set; }
    /// <summary>Where the page before ended.</summary>
    public string NextToken { get; set; }
}
