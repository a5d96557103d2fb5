namespace Amazon.CloudFront.Model;

/// <summary>A distribution.</summary>
public class DistributionSummary
{
    /// <summary>Domain names that it answers to.</summary>
    public Aliases Aliases { get; set; }
    /// <summary>Its ARN.</summary>
    public string ARN { get; set; }
    /// <summary>What it is for.</summary>
    public string Comment { get; set; }
    /// <summary>Its own domain name.</summary>
    public string DomainName { get; set; }
    /// <summary>Whether it serves.</summary>
    public bool? Enabled { get; set; }
    /// <summary>Newest HTTP version.</summary>
    public HttpVersion HttpVersion { get; set; }
    /// <summary>Its id.</summary>
    public string Id { get; set; }
    /// <summary>Whether it serves over IPv6.</summary>
    public bool? IsIPV6Enabled { get; set; }
    /// <summary>Last change, UTC.</summary>
    public DateTime? LastModifiedTime { get; set; }
    /// <summary>Where it takes content from.</summary>
    public Origins Origins { get; set; }
    /// <summary>Which edge locations serve.</summary>
    public PriceClass PriceClass { get; set; }
    /// <summary>Deployed or InProgress.</summary>
    public string Status { get; set; }
    /// <summary>HTTPS for viewers.</summary>
    public ViewerCertificate ViewerCertificate { get; set; }
    /// <summary>Its web ACL.</summary>
    public string WebACLId { get; set; }
}
