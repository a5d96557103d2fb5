using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudFront.Model;

/// <summary>The caller may not do that.</summary>
public class AccessDeniedException : AmazonCloudFrontException
{
    /// <summary>With a message.</summary>
    public AccessDeniedException(string message) : base(message)
    {
    }

    /// <summary>With a message and what caused it.</summary>
    public AccessDeniedException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>With what caused it.</summary>
    public AccessDeniedException(Exception innerException) : base(innerException)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public AccessDeniedException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public AccessDeniedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
