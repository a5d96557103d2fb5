using Amazon.Runtime;

namespace Amazon.SimpleEmail;

/// <summary>Whether an identity is verified.</summary>
public class VerificationStatus : ConstantClass
{
    /// <summary>The check failed.</summary>
    public static readonly VerificationStatus Failed = new("Failed");
    /// <summary>It was not begun.</summary>
    public static readonly VerificationStatus NotStarted = new("NotStarted");
    /// <summary>It is under way.</summary>
    public static readonly VerificationStatus Pending = new("Pending");
    /// <summary>Verified.</summary>
    public static readonly VerificationStatus Success = new("Success");
    /// <summary>The check failed for now.</summary>
    public static readonly VerificationStatus TemporaryFailure = new("TemporaryFailure");

    /// <summary>A status by its name, known or not.</summary>
    public VerificationStatus(string value) : base(value)
    {
    }

    /// <summary>The known status of that name, else a new one.</summary>
    public static VerificationStatus FindValue(string value) => FindValue<VerificationStatus>(value);

    /// <summary>A status by its name.</summary>
    public static implicit operator VerificationStatus(string value) => FindValue(value);
}
