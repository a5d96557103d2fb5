using Amazon.Runtime;

namespace Amazon.SimpleEmail.Model;

/// <summary>Whether the account may send.</summary>
public class GetAccountSendingEnabledResponse : AmazonWebServiceResponse
{
    /// <summary>It may.</summary>
    public bool? Enabled { get; set; }
}
