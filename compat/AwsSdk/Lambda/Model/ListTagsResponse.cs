using Amazon.Protocol;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>Tags.</summary>
public class ListTagsResponse : AmazonWebServiceResponse
{
    /// <summary>Values by key.</summary>
    public Dictionary<string, string> Tags { get; set; } = Collections.Initial<string, string>();
}
