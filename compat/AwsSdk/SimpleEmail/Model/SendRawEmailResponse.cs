using Amazon.Runtime;

namespace Amazon.SimpleEmail.Model;

/// <summary>The message was accepted.</summary>
public class SendRawEmailResponse : AmazonWebServiceResponse
{
    /// <summary>SES' id of the message.</summary>
    public string MessageId { get; set; }
}
