using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudFront.Model;

/// <summary>There is no such resource.</summary>
public class NoSuchResourceException : AmazonCloudFrontException
{
    /// <summary>With a message.</summary>
    public NoSuchResourceException(string message) : base(message)
    {
    }

    /// <summary>With a message and what caused it.</summary>
    public NoSuchResourceException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>With what caused it.</summary>
    public NoSuchResourceException(Exception innerException) : base(innerException)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public NoSuchResourceException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public NoSuchResourceException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
