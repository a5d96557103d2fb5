using Amazon.Runtime;

namespace Amazon.CloudFront.Model;

/// <summary>What all requests have in common.</summary>
public class AmazonCloudFrontRequest : AmazonWebServiceRequest;
