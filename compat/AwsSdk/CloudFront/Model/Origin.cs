namespace Amazon.CloudFront.Model;

/// <summary>Where content comes from.</summary>
public class Origin
{
    /// <summary>Its host.</summary>
    public string DomainName { get; set; }
    /// <summary>Its id within the distribution.</summary>
    public string Id { get; set; }
    /// <summary>What is put before each path.</summary>
    public string OriginPath { get; set; }
}
