namespace EndToEnd.Infrastructure;

/// <summary>Which actions, in IAM's words, an operation needs. Most are called like the operation; those of S3 often are not.</summary>
internal static class AwsActions
{
    private static readonly Dictionary<string, string> Prefixes = new()
    {
        ["AmazonDynamoDB"] = "dynamodb",
        ["AmazonSimpleEmailService"] = "ses",
        ["AmazonCloudWatchLogs"] = "logs",
        ["AmazonCloudWatch"] = "cloudwatch",
        ["AmazonLambda"] = "lambda",
        ["AmazonCloudFront"] = "cloudfront",
    };

    private static readonly Dictionary<string, string[]> Named = new()
    {
        ["AmazonS3.GetObject"] = ["s3:GetObject"],
        // Retention where REPORT_OBJECT_LOCK is set, the key where REPORT_KMS_KEY is.
        ["AmazonS3.PutObject"] = ["s3:PutObject", "s3:PutObjectRetention", "kms:GenerateDataKey", "kms:Decrypt"],
        ["AmazonS3.ListObjectsV2"] = ["s3:ListBucket"],
        ["AmazonS3.ListBuckets"] = ["s3:ListAllMyBuckets"],
        ["AmazonS3.GetBucketVersioning"] = ["s3:GetBucketVersioning"],
        ["AmazonS3.GetBucketEncryption"] = ["s3:GetEncryptionConfiguration"],
        ["AmazonS3.GetPublicAccessBlock"] = ["s3:GetBucketPublicAccessBlock"],
        ["AmazonS3.GetLifecycleConfiguration"] = ["s3:GetLifecycleConfiguration"],
        ["AmazonS3.GetObjectLockConfiguration"] = ["s3:GetBucketObjectLockConfiguration"],
        ["AmazonS3.GetBucketPolicyStatus"] = ["s3:GetBucketPolicyStatus"],
        ["AmazonS3.GetBucketAcl"] = ["s3:GetBucketAcl"],
        ["AmazonS3.GetBucketTagging"] = ["s3:GetBucketTagging"],
        ["AmazonS3.ListBucketMetricsConfigurations"] = ["s3:GetMetricsConfiguration"],
        // Everybody may ask who they are; whether a role may be assumed is said by the role's trust policy.
        ["AmazonSecurityTokenService.GetCallerIdentity"] = [],
        ["AmazonSecurityTokenService.AssumeRoleWithWebIdentity"] = [],
    };

    /// <summary>The actions of an operation such as <c>AmazonS3.PutObject</c>; null: nobody has said which they are.</summary>
    public static IReadOnlyList<string>? Of(string operation)
    {
        var parts = operation.Split('.');
        return Named.TryGetValue(operation, out var named) ? named : Prefixes.TryGetValue(parts[0], out var prefix) ? [$"{prefix}:{parts[1]}"] : null;
    }
}
