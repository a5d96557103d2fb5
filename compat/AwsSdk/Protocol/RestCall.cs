using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Protocol;

/// <summary>An operation of a REST protocol that reads: path and query.</summary>
/// <param name="service">The service.</param>
/// <param name="path">Its path (<c>/2015-03-31/functions/</c>).</param>
/// <param name="query">Names and values of the query; what is null is left out.</param>
/// <param name="places">What the path's places (<c>{ARN}</c>) are filled with.</param>
internal sealed class RestCall<TRequest>(
    Service service, string path, Func<TRequest, IEnumerable<(string Name, string Value)>> query, Func<TRequest, IEnumerable<(string Place, string Value)>> places = null)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    /// <inheritdoc/>
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service.Name) { HttpMethod = "GET", ResourcePath = path, UseQueryString = true };
        foreach (var (name, value) in query((TRequest)input))
        {
            if (value is not null)
                request.Parameters[name] = value;
        }
        foreach (var (place, value) in places?.Invoke((TRequest)input) ?? [])
            request.AddPathResource(place, value ?? throw new ArgumentNullException(place, $"{typeof(TRequest).Name}: nothing given for {place}."));
        return request;
    }
}
