using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleEmail.Model;

/// <summary>There is no such configuration set.</summary>
public class ConfigurationSetDoesNotExistException : AmazonSimpleEmailServiceException
{
    /// <summary>With a message.</summary>
    public ConfigurationSetDoesNotExistException(string message) : base(message)
    {
    }

    /// <summary>With a message and what caused it.</summary>
    public ConfigurationSetDoesNotExistException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>With what caused it.</summary>
    public ConfigurationSetDoesNotExistException(Exception innerException) : base(innerException)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public ConfigurationSetDoesNotExistException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public ConfigurationSetDoesNotExistException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>Its name, where the answer says it.</summary>
    public string ConfigurationSetName { get; set; }
}
