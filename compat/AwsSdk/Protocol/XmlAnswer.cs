using System.Net;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Protocol;

/// <summary>An answer in XML.</summary>
/// <param name="faults">What its errors become.</param>
/// <param name="read">Makes the response of the document's root; elements are read by their local names (<see cref="XmlMembers"/>).</param>
internal sealed class XmlAnswer(Faults faults, Func<XElement, AmazonWebServiceResponse> read) : XmlResponseUnmarshaller
{
    /// <inheritdoc/>
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        var root = XDocument.Load(input.Stream).Root;
        var response = read(root);
        if (root.Member("ResponseMetadata")?.Text("RequestId") is { } requestId)
            response.ResponseMetadata = new ResponseMetadata { RequestId = requestId };
        return response;
    }

    /// <inheritdoc/>
    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        ErrorResponse error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input);
        return faults.Of(error, innerException, statusCode);
    }
}
