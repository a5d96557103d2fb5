using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Protocol;

/// <summary>Makes an exception; the parameters are those of the constructor that every exception of the SDK has.</summary>
internal delegate AmazonServiceException Fault(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode);

/// <summary>Which error code becomes which exception; any other becomes the service's own.</summary>
internal sealed class Faults(Fault other, params (string Code, Fault Fault)[] known)
{
    readonly Dictionary<string, Fault> byCode = known.ToDictionary(fault => fault.Code, fault => fault.Fault);

    /// <summary>The exception of an error answer.</summary>
    public AmazonServiceException Of(ErrorResponse error, Exception innerException, HttpStatusCode statusCode) =>
        (error.Code is { } code && byCode.TryGetValue(code, out var fault) ? fault : other)(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode);
}
