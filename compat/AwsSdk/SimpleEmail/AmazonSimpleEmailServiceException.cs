using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleEmail;

/// <summary>An error that SES answered with.</summary>
public class AmazonSimpleEmailServiceException : AmazonServiceException
{
    /// <summary>With a message.</summary>
    public AmazonSimpleEmailServiceException(string message) : base(message)
    {
    }

    /// <summary>With a message and what caused it.</summary>
    public AmazonSimpleEmailServiceException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>With what caused it.</summary>
    public AmazonSimpleEmailServiceException(Exception innerException) : base(innerException)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public AmazonSimpleEmailServiceException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public AmazonSimpleEmailServiceException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
