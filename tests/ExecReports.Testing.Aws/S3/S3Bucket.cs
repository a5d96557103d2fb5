namespace ExecReports.Testing.Aws.S3;

/// <summary>How a bucket is set up. The defaults are as the product wants it.</summary>
public sealed record S3Bucket
{
    /// <summary>Keeps versions.</summary>
    public bool Versioning { get; init; } = true;
    /// <summary>Object Lock is enabled.</summary>
    public bool ObjectLock { get; init; } = true;
    /// <summary>All public access is blocked.</summary>
    public bool PublicAccessBlocked { get; init; } = true;
    /// <summary>How it encrypts; null: it has no setting.</summary>
    public string? Encryption { get; init; } = "AES256";
    /// <summary>Its region.</summary>
    public string Region { get; init; } = "us-east-1";
    /// <summary>Prefix whose objects expire, and after how many days; null: no rule.</summary>
    public (string Prefix, int Days)? Expiry { get; init; } = ("exec-reports-workspace/", 30);
}
