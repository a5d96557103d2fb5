using Amazon.Protocol;

namespace Amazon.SimpleEmail.Model;

/// <summary>A message to be sent as it stands.</summary>
public class SendRawEmailRequest : AmazonSimpleEmailServiceRequest
{
    /// <summary>Empty.</summary>
    public SendRawEmailRequest()
    {
    }

    /// <summary>With the message.</summary>
    public SendRawEmailRequest(RawMessage rawMessage) => RawMessage = rawMessage;

    /// <summary>Configuration set.</summary>
    public string ConfigurationSetName { get; set; }
    /// <summary>Envelope recipients; without any, the message's To, Cc and Bcc are taken.</summary>
    public List<string> Destinations { get; set; } = Collections.Initial<string>();
    /// <summary>Identity that allows the From address.</summary>
    public string FromArn { get; set; }
    /// <summary>The message.</summary>
    public RawMessage RawMessage { get; set; }
    /// <summary>Identity that allows the return path.</summary>
    public string ReturnPathArn { get; set; }
    /// <summary>Envelope sender; without it, the message's From is taken.</summary>
    public string Source { get; set; }
    /// <summary>Identity that allows the sender.</summary>
    public string SourceArn { get; set; }
    /// <summary>Names and values for the events that the configuration set publishes.</summary>
    public List<MessageTag> Tags { get; set; } = Collections.Initial<MessageTag>();
}
