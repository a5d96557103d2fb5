using System.Globalization;
using System.Text.Json;
using Amazon.Lambda.Model;
using Amazon.Protocol;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Lambda;

/// <summary>Client of AWS Lambda, API version 2015-03-31.</summary>
public class AmazonLambdaClient : ServiceClient, IAmazonLambda
{
    static readonly Service s_service = AmazonLambdaConfig.Service;

    static readonly Faults s_faults = new(
        (message, inner, type, code, id, status) => new AmazonLambdaException(message, inner, type, code, id, status),
        ("TooManyRequestsException", (message, inner, type, code, id, status) => new TooManyRequestsException(message, inner, type, code, id, status)),
        ("ResourceNotFoundException", (message, inner, type, code, id, status) => new ResourceNotFoundException(message, inner, type, code, id, status)),
        ("InvalidParameterValueException", (message, inner, type, code, id, status) => new InvalidParameterValueException(message, inner, type, code, id, status)),
        ("ServiceException", (message, inner, type, code, id, status) => new ServiceException(message, inner, type, code, id, status)));

    static readonly InvokeOptions s_listFunctions = Operation.Of(
        new RestCall<ListFunctionsRequest>(s_service, "/2015-03-31/functions/", request =>
        [
            ("FunctionVersion", request.FunctionVersion?.Value),
            ("Marker", request.Marker),
            ("MasterRegion", request.MasterRegion),
            ("MaxItems", request.MaxItems?.ToString(CultureInfo.InvariantCulture)),
        ]),
        new JsonAnswer(s_faults, body => new ListFunctionsResponse { Functions = body.List("Functions", Function), NextMarker = body.Text("NextMarker") }));

    static readonly InvokeOptions s_listTags = Operation.Of(
        new RestCall<ListTagsRequest>(s_service, "/2017-03-31/tags/{ARN}", _ => [], request => [("{ARN}", request.Resource)]),
        new JsonAnswer(s_faults, body => new ListTagsResponse { Tags = body.Map("Tags") }));

    /// <summary>With the credentials and the region that the SDK finds.</summary>
    public AmazonLambdaClient() : base(new AmazonLambdaConfig())
    {
    }

    /// <summary>With the credentials that the SDK finds.</summary>
    public AmazonLambdaClient(RegionEndpoint region) : base(new AmazonLambdaConfig { RegionEndpoint = region })
    {
    }

    /// <summary>With the credentials that the SDK finds.</summary>
    public AmazonLambdaClient(AmazonLambdaConfig config) : base(config)
    {
    }

    /// <summary>With the region that the SDK finds.</summary>
    public AmazonLambdaClient(AWSCredentials credentials) : this(credentials, new AmazonLambdaConfig())
    {
    }

    /// <summary>With credentials and a region.</summary>
    public AmazonLambdaClient(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonLambdaConfig { RegionEndpoint = region })
    {
    }

    /// <summary>With credentials and settings.</summary>
    public AmazonLambdaClient(AWSCredentials credentials, AmazonLambdaConfig clientConfig) : base(credentials, clientConfig)
    {
    }

    private protected override Service Service => s_service;

    /// <inheritdoc/>
    public virtual Task<ListFunctionsResponse> ListFunctionsAsync(CancellationToken cancellationToken = default) => ListFunctionsAsync(new ListFunctionsRequest(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListFunctionsResponse> ListFunctionsAsync(ListFunctionsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListFunctionsResponse>(request, s_listFunctions, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListTagsResponse> ListTagsAsync(ListTagsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListTagsResponse>(request, s_listTags, cancellationToken);

    static FunctionConfiguration Function(JsonElement body) => new()
    {
        Architectures = body.List("Architectures", item => item.GetString()),
        CodeSize = body.Long("CodeSize"),
        Description = body.Text("Description"),
        FunctionArn = body.Text("FunctionArn"),
        FunctionName = body.Text("FunctionName"),
        Handler = body.Text("Handler"),
        LastModified = body.Text("LastModified"),
        MemorySize = body.Int("MemorySize"),
        PackageType = body.Text("PackageType"),
        Role = body.Text("Role"),
        Runtime = body.Text("Runtime"),
        State = body.Text("State"),
        Timeout = body.Int("Timeout"),
        Version = body.Text("Version"),
    };
}
