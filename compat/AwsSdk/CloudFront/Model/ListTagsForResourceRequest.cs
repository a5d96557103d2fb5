namespace Amazon.CloudFront.Model;

/// <summary>Asks for tags.</summary>
public class ListTagsForResourceRequest : AmazonCloudFrontRequest
{
    /// <summary>ARN of a distribution.</summary>
    public string Resource { get; set; }
}
