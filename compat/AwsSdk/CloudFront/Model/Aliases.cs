using Amazon.Protocol;

namespace Amazon.CloudFront.Model;

/// <summary>Domain names.</summary>
public class Aliases
{
    /// <summary>The names.</summary>
    public List<string> Items { get; set; } = Collections.Initial<string>();
    /// <summary>So many.</summary>
    public int? Quantity { get; set; }
}
