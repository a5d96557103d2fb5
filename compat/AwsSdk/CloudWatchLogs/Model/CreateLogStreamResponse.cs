using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The log stream was made.</summary>
public class CreateLogStreamResponse : AmazonWebServiceResponse;
