using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The log group was made.</summary>
public class CreateLogGroupResponse : AmazonWebServiceResponse;
