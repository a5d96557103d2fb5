using Amazon.Protocol;

namespace Amazon.CloudFront.Model;

/// <summary>Origins.</summary>
public class Origins
{
    /// <summary>The origins.</summary>
    public List<Origin> Items { get; set; } = Collections.Initial<Origin>();
    /// <summary>So many.</summary>
    public int? Quantity { get; set; }
}
