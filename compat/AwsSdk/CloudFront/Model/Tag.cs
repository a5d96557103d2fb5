namespace Amazon.CloudFront.Model;

/// <summary>A tag.</summary>
public class Tag
{
    /// <summary>Its key.</summary>
    public string Key { get; set; }
    /// <summary>Its value.</summary>
    public string Value { get; set; }
}
