using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>An error that Lambda answered with.</summary>
public class AmazonLambdaException : AmazonServiceException
{
    /// <summary>With a message.</summary>
    public AmazonLambdaException(string message) : base(message)
    {
    }

    /// <summary>With a message and what caused it.</summary>
    public AmazonLambdaException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>With what caused it.</summary>
    public AmazonLambdaException(Exception innerException) : base(innerException)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public AmazonLambdaException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public AmazonLambdaException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
