namespace ExecReports.Aws.Settings;

/// <summary>Credentials that the settings name; without any, the SDK looks where it always does (environment, profile, SSO, container, machine).</summary>
public sealed record AwsCredentialSettings
{
    /// <summary>A profile of the AWS configuration files, SSO ones included.</summary>
    public string? Profile { get; init; }
    /// <summary>Access key.</summary>
    public string? AccessKeyId { get; init; }
    /// <summary>Its secret; never logged.</summary>
    public string? SecretAccessKey { get; init; }
    /// <summary>Token of a session; never logged.</summary>
    public string? SessionToken { get; init; }

    /// <summary>Says which kind they are, and no value.</summary>
    public override string ToString() => AccessKeyId is not null ? "an access key" : Profile is not null ? $"the profile {Profile}" : "found by the SDK";
}
