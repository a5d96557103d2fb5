using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Protocol;

/// <summary>An operation of the JSON 1.1 protocol: named by a header, its members in the body.</summary>
/// <param name="service">The service.</param>
/// <param name="target">Its name in the header (<c>Logs_20140328.PutLogEvents</c>).</param>
/// <param name="write">Writes the members; the object is begun and ended already.</param>
internal sealed class JsonCall<TRequest>(Service service, string target, Action<Utf8JsonWriter, TRequest> write) : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    /// <inheritdoc/>
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            write(writer, (TRequest)input);
            writer.WriteEndObject();
        }
        var request = new DefaultRequest(input, service.Name) { HttpMethod = "POST", ResourcePath = "/", Content = body.ToArray() };
        request.Headers["X-Amz-Target"] = target;
        request.Headers["Content-Type"] = "application/x-amz-json-1.1";
        request.Headers["x-amz-api-version"] = service.ApiVersion;
        return request;
    }
}
