using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Protocol;

/// <summary>How an operation's request is written and its answer read.</summary>
internal static class Operation
{
    /// <summary>For <c>AmazonServiceClient.InvokeAsync</c>.</summary>
    public static InvokeOptions Of(IMarshaller<IRequest, AmazonWebServiceRequest> call, ResponseUnmarshaller answer) => new() { RequestMarshaller = call, ResponseUnmarshaller = answer };
}
