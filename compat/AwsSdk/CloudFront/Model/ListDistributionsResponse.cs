using Amazon.Runtime;

namespace Amazon.CloudFront.Model;

/// <summary>Distributions.</summary>
public class ListDistributionsResponse : AmazonWebServiceResponse
{
    /// <summary>One page of them.</summary>
    public DistributionList DistributionList { get; set; }
}
