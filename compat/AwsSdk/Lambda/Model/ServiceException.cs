using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>Lambda failed by itself.</summary>
public class ServiceException : AmazonLambdaException
{
    /// <summary>With a message.</summary>
    public ServiceException(string message) : base(message)
    {
    }

    /// <summary>With a message and what caused it.</summary>
    public ServiceException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>With what caused it.</summary>
    public ServiceException(Exception innerException) : base(innerException)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public ServiceException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public ServiceException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
