using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleEmail.Model;

/// <summary>The message was refused: its sender or a recipient is not verified, or it breaks a rule. Nothing was sent.</summary>
public class MessageRejectedException : AmazonSimpleEmailServiceException
{
    /// <summary>With a message.</summary>
    public MessageRejectedException(string message) : base(message)
    {
    }

    /// <summary>With a message and what caused it.</summary>
    public MessageRejectedException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>With what caused it.</summary>
    public MessageRejectedException(Exception innerException) : base(innerException)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public MessageRejectedException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public MessageRejectedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
