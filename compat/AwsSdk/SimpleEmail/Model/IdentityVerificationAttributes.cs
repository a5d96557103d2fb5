namespace Amazon.SimpleEmail.Model;

/// <summary>Whether an identity is verified.</summary>
public class IdentityVerificationAttributes
{
    /// <summary>Where the check stands.</summary>
    public VerificationStatus VerificationStatus { get; set; }
    /// <summary>What a domain's DNS has to hold; null for an address.</summary>
    public string VerificationToken { get; set; }
}
