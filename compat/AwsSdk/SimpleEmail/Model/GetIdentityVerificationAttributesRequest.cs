using Amazon.Protocol;

namespace Amazon.SimpleEmail.Model;

/// <summary>Asks which identities are verified.</summary>
public class GetIdentityVerificationAttributesRequest : AmazonSimpleEmailServiceRequest
{
    /// <summary>Addresses and domains.</summary>
    public List<string> Identities { get; set; } = Collections.Initial<string>();
}
