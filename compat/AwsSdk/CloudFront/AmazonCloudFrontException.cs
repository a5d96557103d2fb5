using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudFront;

/// <summary>An error that CloudFront answered with.</summary>
public class AmazonCloudFrontException : AmazonServiceException
{
    /// <summary>With a message.</summary>
    public AmazonCloudFrontException(string message) : base(message)
    {
    }

    /// <summary>With a message and what caused it.</summary>
    public AmazonCloudFrontException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>With what caused it.</summary>
    public AmazonCloudFrontException(Exception innerException) : base(innerException)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public AmazonCloudFrontException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public AmazonCloudFrontException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
