using Amazon.S3;
using Amazon.S3.Model;

namespace ExecReports.Aws.Inventory;

/// <summary>
/// Whether anybody can read a bucket: by its policy (S3's own verdict on it) or by its access list, as far as its block of public access lets them count.
/// The account's block is not looked at: a bucket that only that one closes is told as open.
/// </summary>
static class BucketAccess
{
    static readonly string[] s_everybody = ["http://acs.amazonaws.com/groups/global/AllUsers", "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"];

    const string Unknown = "whether anybody can read them";

    /// <summary>Null: not known, which is then a gap.</summary>
    public static async Task<bool?> IsPublicAsync(IAmazonS3 s3, string bucket, InventoryCalls calls)
    {
        var answer = await calls.TryAsync("s3:GetBucketPublicAccessBlock", bucket, Unknown,
            cancel => s3.GetPublicAccessBlockAsync(new GetPublicAccessBlockRequest { BucketName = bucket }, cancel),
            (["NoSuchPublicAccessBlockConfiguration"], new GetPublicAccessBlockResponse())).ConfigureAwait(false);
        var block = answer?.PublicAccessBlockConfiguration;
        if (block is { IgnorePublicAcls: true, RestrictPublicBuckets: true })
            return false;

        var policy = block?.RestrictPublicBuckets == true ? Task.FromResult<bool?>(false) : ByPolicyAsync(s3, bucket, calls);
        var list = block?.IgnorePublicAcls == true ? Task.FromResult<bool?>(false) : ByListAsync(s3, bucket, calls);
        await Task.WhenAll(policy, list).ConfigureAwait(false);
        return (policy.Result, list.Result) switch
        {
            (false, false) => false,
            // Open by its own settings; whether the block closes it is not known.
            (true, _) or (_, true) when answer is not null => true,
            _ => null,
        };
    }

    static async Task<bool?> ByPolicyAsync(IAmazonS3 s3, string bucket, InventoryCalls calls) =>
        (await calls.TryAsync("s3:GetBucketPolicyStatus", bucket, Unknown,
            cancel => s3.GetBucketPolicyStatusAsync(new GetBucketPolicyStatusRequest { BucketName = bucket }, cancel),
            (["NoSuchBucketPolicy"], new GetBucketPolicyStatusResponse())).ConfigureAwait(false)) is { } answer ? answer.PolicyStatus?.IsPublic == true : null;

    static async Task<bool?> ByListAsync(IAmazonS3 s3, string bucket, InventoryCalls calls) =>
        (await calls.TryAsync("s3:GetBucketAcl", bucket, Unknown, cancel => s3.GetBucketAclAsync(new GetBucketAclRequest { BucketName = bucket }, cancel)).ConfigureAwait(false)) is { } answer
            ? answer.Grants?.Exists(grant => s_everybody.Contains(grant.Grantee?.URI)) == true
            : null;
}
