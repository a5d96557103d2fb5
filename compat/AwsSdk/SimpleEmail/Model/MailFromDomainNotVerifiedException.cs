using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleEmail.Model;

/// <summary>The custom MAIL FROM domain is not verified.</summary>
public class MailFromDomainNotVerifiedException : AmazonSimpleEmailServiceException
{
    /// <summary>With a message.</summary>
    public MailFromDomainNotVerifiedException(string message) : base(message)
    {
    }

    /// <summary>With a message and what caused it.</summary>
    public MailFromDomainNotVerifiedException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>With what caused it.</summary>
    public MailFromDomainNotVerifiedException(Exception innerException) : base(innerException)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public MailFromDomainNotVerifiedException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>With all that an answer says.</summary>
    public MailFromDomainNotVerifiedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
