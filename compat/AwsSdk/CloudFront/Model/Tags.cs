using Amazon.Protocol;

namespace Amazon.CloudFront.Model;

/// <summary>Tags.</summary>
public class Tags
{
    /// <summary>The tags.</summary>
    public List<Tag> Items { get; set; } = Collections.Initial<Tag>();
}
