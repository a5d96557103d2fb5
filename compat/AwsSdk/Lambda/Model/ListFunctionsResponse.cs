using Amazon.Protocol;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>Functions.</summary>
public class ListFunctionsResponse : AmazonWebServiceResponse
{
    /// <summary>One page of them.</summary>
    public List<FunctionConfiguration> Functions { get; set; } = Collections.Initial<FunctionConfiguration>();
    /// <summary>Where this page ends; null: it is the last.</summary>
    public string NextMarker { get; set; }
}
