using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>What all requests have in common.</summary>
public class AmazonCloudWatchRequest : AmazonWebServiceRequest;
