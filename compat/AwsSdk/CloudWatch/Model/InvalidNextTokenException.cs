using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>The token does not belong to the query.</summary>
public class InvalidNextTokenException : AmazonCloudWatchException
{
    /// <summary>With a message.</summary>
    public InvalidNextTokenException(string message) : base(message)
    {
    }

    /// <summary>With a message and what caused it.</summary>
    public InvalidNextTokenException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>With what caused it.</summary>
    public InvalidNextTokenException(Exception innerException) : base(innerException)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public InvalidNextTokenException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public InvalidNextTokenException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
