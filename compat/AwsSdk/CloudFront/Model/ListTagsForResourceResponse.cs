using Amazon.Runtime;

namespace Amazon.CloudFront.Model;

/// <summary>Tags.</summary>
public class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    /// <summary>The tags.</summary>
    public Tags Tags { get; set; }
}
