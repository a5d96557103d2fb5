using Amazon.Protocol;
using Amazon.Runtime;

namespace Amazon.SimpleEmail.Model;

/// <summary>Which identities are verified.</summary>
public class GetIdentityVerificationAttributesResponse : AmazonWebServiceResponse
{
    /// <summary>By identity; one that SES does not know is missing.</summary>
    public Dictionary<string, IdentityVerificationAttributes> VerificationAttributes { get; set; } = Collections.Initial<string, IdentityVerificationAttributes>();
}
