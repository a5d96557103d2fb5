namespace Amazon.Lambda.Model;

/// <summary>Asks for functions.</summary>
public class ListFunctionsRequest : AmazonLambdaRequest
{
    /// <summary>All versions of each; not set: the unpublished one alone.</summary>
    public FunctionVersion FunctionVersion { get; set; }
    /// <summary>Where the page before ended.</summary>
    public string Marker { get; set; }
    /// <summary>For Lambda@Edge: the region of the functions that are copied.</summary>
    public string MasterRegion { get; set; }
    /// <summary>At most so many; 50 in any case.</summary>
    public int? MaxItems { get; set; }
}
