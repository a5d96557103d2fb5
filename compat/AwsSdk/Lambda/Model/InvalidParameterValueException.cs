using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>A parameter has a value that Lambda does not take.</summary>
public class InvalidParameterValueException : AmazonLambdaException
{
    /// <summary>With a message.</summary>
    public InvalidParameterValueException(string message) : base(message)
    {
    }

    /// <summary>With a message and what caused it.</summary>
    public InvalidParameterValueException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>With what caused it.</summary>
    public InvalidParameterValueException(Exception innerException) : base(innerException)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public InvalidParameterValueException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public InvalidParameterValueException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
