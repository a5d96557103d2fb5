using Amazon.Protocol;

namespace Amazon.CloudFront.Model;

/// <summary>A page of distributions.</summary>
public class DistributionList
{
    /// <summary>Whether more follow.</summary>
    public bool? IsTruncated { get; set; }
    /// <summary>The distributions.</summary>
    public List<DistributionSummary> Items { get; set; } = Collections.Initial<DistributionSummary>();
    /// <summary>Where the page before ended.</summary>
    public string Marker { get; set; }
    /// <summary>At most so many.</summary>
    public int? MaxItems { get; set; }
    /// <summary>Where this page ends; null: it is the last.</summary>
    public string NextMarker { get; set; }
    /// <summary>So many.</summary>
    public int? Quantity { get; set; }
}
