using Amazon.Protocol;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>Log groups.</summary>
public class DescribeLogGroupsResponse : AmazonWebServiceResponse
{
    /// <summary>One page of them.</summary>
    public List<LogGroup> LogGroups { get; set; } = Collections.Initial<LogGroup>();
    /// <summary>Where this page ends; null: it is the last.</summary>
    public string NextToken { get; set; }
}
