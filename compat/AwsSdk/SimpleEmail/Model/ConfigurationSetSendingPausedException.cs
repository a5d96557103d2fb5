using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleEmail.Model;

/// <summary>Sending is disabled for the configuration set.</summary>
public class ConfigurationSetSendingPausedException : AmazonSimpleEmailServiceException
{
    /// <summary>With a message.</summary>
    public ConfigurationSetSendingPausedException(string message) : base(message)
    {
    }

    /// <summary>With a message and what caused it.</summary>
    public ConfigurationSetSendingPausedException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>With what caused it.</summary>
    public ConfigurationSetSendingPausedException(Exception innerException) : base(innerException)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public ConfigurationSetSendingPausedException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public ConfigurationSetSendingPausedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>Its name, where the answer says it.</summary>
    public string ConfigurationSetName { get; set; }
}
