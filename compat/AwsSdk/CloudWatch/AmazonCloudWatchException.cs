using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>An error that CloudWatch answered with.</summary>
public class AmazonCloudWatchException : AmazonServiceException
{
    /// <summary>With a message.</summary>
    public AmazonCloudWatchException(string message) : base(message)
    {
    }

    /// <summary>With a message and what caused it.</summary>
    public AmazonCloudWatchException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>With what caused it.</summary>
    public AmazonCloudWatchException(Exception innerException) : base(innerException)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public AmazonCloudWatchException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public AmazonCloudWatchException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
