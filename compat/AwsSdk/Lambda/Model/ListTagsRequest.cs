namespace Amazon.Lambda.Model;

/// <summary>Asks for tags.</summary>
public class ListTagsRequest : AmazonLambdaRequest
{
    /// <summary>ARN of a function.</summary>
    public string Resource { get; set; }
}
