using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Protocol;

/// <summary>An answer in JSON.</summary>
/// <param name="faults">What its errors become.</param>
/// <param name="read">Makes the response of the body's object (<see cref="JsonMembers"/>).</param>
internal sealed class JsonAnswer(Faults faults, Func<JsonElement, AmazonWebServiceResponse> read) : JsonResponseUnmarshaller
{
    /// <inheritdoc/>
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        // Operations without a result answer with no body at all.
        using var body = new MemoryStream();
        input.Stream.CopyTo(body);
        using var document = JsonDocument.Parse(body.Length == 0 ? "{}"u8.ToArray() : body.ToArray());
        return read(document.RootElement);
    }

    /// <inheritdoc/>
    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        return faults.Of(JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader), innerException, statusCode);
    }
}
