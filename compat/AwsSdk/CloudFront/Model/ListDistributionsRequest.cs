namespace Amazon.CloudFront.Model;

/// <summary>Asks for distributions.</summary>
public class ListDistributionsRequest : AmazonCloudFrontRequest
{
    /// <summary>Where the page before ended.</summary>
    public string Marker { get; set; }
    /// <summary>At most so many; a number.</summary>
    public string MaxItems { get; set; }
}
