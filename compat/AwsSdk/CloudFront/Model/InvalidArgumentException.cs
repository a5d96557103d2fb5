using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudFront.Model;

/// <summary>An argument has a value that CloudFront does not take.</summary>
public class InvalidArgumentException : AmazonCloudFrontException
{
    /// <summary>With a message.</summary>
    public InvalidArgumentException(string message) : base(message)
    {
    }

    /// <summary>With a message and what caused it.</summary>
    public InvalidArgumentException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>With what caused it.</summary>
    public InvalidArgumentException(Exception innerException) : base(innerException)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public InvalidArgumentException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public InvalidArgumentException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
