using System.Net;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using ExecReports.Aws.Archive;
using ExecReports.Aws.Clients;
using ExecReports.Aws.Workspace;
using ExecReports.Delivery;

namespace ExecReports.Aws.Doctor;

/// <summary>Checks the archive's bucket: can it be listed and written, does it put once, and how is it set up.</summary>
sealed class BucketChecks(AwsClients clients, TimeProvider time)
{
    // Below the workspace's prefix, where it expires.
    const string Run = "doctor";

    string Bucket => clients.Settings.Bucket;

    string Where => $"bucket {Bucket}";

    IAmazonS3 S3 => clients.S3;

    public async Task<IReadOnlyList<AwsFinding>> RunAsync(CancellationToken cancellationToken)
    {
        var listed = await Probe.NeededAsync(Where, "s3:ListBucket", async () =>
        {
            await new S3Archive(S3, new(Bucket), time).ListFiguresAsync("none", DateTimeOffset.UnixEpoch, 1, cancellationToken).ConfigureAwait(false);
            return [AwsFinding.Good(Where, $"it is there and {ArchiveKeys.Root}/ can be listed")];
        }).ConfigureAwait(false);
        // A bucket that is not there, or keys that are wrong: everything else would say the same.
        if (listed[0].IsOfAllElse)
            return listed;
        var others = await Task.WhenAll(
            WriteAsync(cancellationToken), VersioningAsync(cancellationToken), PublicAccessAsync(cancellationToken), EncryptionAsync(cancellationToken), ObjectLockAsync(cancellationToken), ExpiryAsync(cancellationToken)).ConfigureAwait(false);
        return [.. listed, .. others.SelectMany(findings => findings)];
    }

    // The same object each time, put twice: the second put, of other bytes, must be refused.
    Task<IReadOnlyList<AwsFinding>> WriteAsync(CancellationToken cancellationToken)
    {
        var settings = clients.Settings;
        var (bucket, key) = (settings.WorkspaceBucket ?? Bucket, $"{settings.WorkspacePrefix}{Run}/put-once.txt");
        return Probe.NeededAsync($"bucket {bucket}", "s3:PutObject", async () =>
        {
            var workspace = new S3Workspace(S3, bucket, settings.WorkspacePrefix, settings.KmsKey);
            await workspace.GetAsync(await workspace.PutAsync(Run, "probe", "txt", Encoding.ASCII.GetBytes("execreports doctor"), cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            await TryPutOnceAsync(bucket, key, "first", cancellationToken).ConfigureAwait(false);
            return await TryPutOnceAsync(bucket, key, "second", cancellationToken).ConfigureAwait(false)
                ? [AwsFinding.Fault($"bucket {bucket}", "it takes a second object under a key that is taken (If-None-Match is not kept): reports could be overwritten. Use a store that keeps it, as Amazon S3 does.")]
                : [AwsFinding.Good($"bucket {bucket}", "objects can be put and read, and what is put once is not overwritten")];
        });
    }

    async Task<bool> TryPutOnceAsync(string bucket, string key, string content, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = new MemoryStream(Encoding.ASCII.GetBytes(content), writable: false);
            await S3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, InputStream = stream, IfNoneMatch = "*", UseChunkEncoding = false }, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (AmazonS3Exception taken) when (taken.StatusCode == HttpStatusCode.PreconditionFailed)
        {
            return false;
        }
    }

    Task<IReadOnlyList<AwsFinding>> VersioningAsync(CancellationToken cancellationToken) => Probe.LookAsync(Where, "s3:GetBucketVersioning", async () =>
        (await S3.GetBucketVersioningAsync(new GetBucketVersioningRequest { BucketName = Bucket }, cancellationToken).ConfigureAwait(false)).VersioningConfig?.Status == VersionStatus.Enabled
            ? [AwsFinding.Good(Where, "versions are kept")]
            : [AwsFinding.Warning(Where, "versions are not kept: a report that somebody deletes or overwrites is lost. Enable versioning.")]);

    Task<IReadOnlyList<AwsFinding>> PublicAccessAsync(CancellationToken cancellationToken) => Probe.LookAsync(Where, "s3:GetBucketPublicAccessBlock", async () =>
    {
        var open = AwsFinding.Fault(Where, "public access is not blocked, and reports are confidential: block all four kinds of it.");
        try
        {
            var found = (await S3.GetPublicAccessBlockAsync(new GetPublicAccessBlockRequest { BucketName = Bucket }, cancellationToken).ConfigureAwait(false)).PublicAccessBlockConfiguration;
            return [found is { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true } ? AwsFinding.Good(Where, "public access is blocked") : open];
        }
        catch (AmazonS3Exception none) when (none.ErrorCode == "NoSuchPublicAccessBlockConfiguration")
        {
            return [open];
        }
    });

    Task<IReadOnlyList<AwsFinding>> EncryptionAsync(CancellationToken cancellationToken) => Probe.LookAsync(Where, "s3:GetEncryptionConfiguration", async () =>
    {
        try
        {
            var rules = (await S3.GetBucketEncryptionAsync(new GetBucketEncryptionRequest { BucketName = Bucket }, cancellationToken).ConfigureAwait(false)).ServerSideEncryptionConfiguration?.ServerSideEncryptionRules ?? [];
            var how = rules.Select(rule => rule.ServerSideEncryptionByDefault?.ServerSideEncryptionAlgorithm?.Value).FirstOrDefault(found => found is not null);
            return [how is null ? Unencrypted() : AwsFinding.Good(Where, $"objects are encrypted ({(clients.Settings.KmsKey is null ? how : "aws:kms, REPORT_KMS_KEY")})")];
        }
        catch (AmazonS3Exception none) when (none.ErrorCode == "ServerSideEncryptionConfigurationNotFoundError")
        {
            return [Unencrypted()];
        }

        AwsFinding Unencrypted() => clients.Settings.KmsKey is null
            ? AwsFinding.Warning(Where, "it has no default encryption: set one, or REPORT_KMS_KEY.")
            : AwsFinding.Good(Where, "objects are encrypted with REPORT_KMS_KEY");
    });

    Task<IReadOnlyList<AwsFinding>> ObjectLockAsync(CancellationToken cancellationToken) => Probe.LookAsync(Where, "s3:GetBucketObjectLockConfiguration", async () =>
    {
        bool enabled;
        try
        {
            enabled = (await S3.GetObjectLockConfigurationAsync(new GetObjectLockConfigurationRequest { BucketName = Bucket }, cancellationToken).ConfigureAwait(false)).ObjectLockConfiguration?.ObjectLockEnabled == ObjectLockEnabled.Enabled;
        }
        catch (AmazonS3Exception none) when (none.ErrorCode == "ObjectLockConfigurationNotFoundError")
        {
            enabled = false;
        }
        return (clients.Settings.ObjectLock, enabled) switch
        {
            ({ }, false) => [AwsFinding.Fault(Where, "REPORT_OBJECT_LOCK is set, and the bucket has no Object Lock: every put would be refused. Enable it on the bucket, or take the setting out.")],
            ({ } set, true) => [AwsFinding.Good(Where, $"each report is locked for {set.Days} days ({set.Mode})")],
            (null, true) => [AwsFinding.Hint(Where, "the bucket has Object Lock; REPORT_OBJECT_LOCK would lock each report")],
            _ => [AwsFinding.Hint(Where, "no Object Lock: whoever may delete versions may delete reports")],
        };
    });

    Task<IReadOnlyList<AwsFinding>> ExpiryAsync(CancellationToken cancellationToken)
    {
        var (bucket, prefix) = (clients.Settings.WorkspaceBucket ?? Bucket, clients.Settings.WorkspacePrefix);
        var missing = AwsFinding.Warning($"bucket {bucket}", $"nothing lets {prefix} expire: snapshots with recipients' addresses stay for ever. Add a lifecycle rule of 30 days on that prefix.");
        return Probe.LookAsync($"bucket {bucket}", "s3:GetLifecycleConfiguration", async () =>
        {
            try
            {
                var rules = (await S3.GetLifecycleConfigurationAsync(new GetLifecycleConfigurationRequest { BucketName = bucket }, cancellationToken).ConfigureAwait(false)).Configuration?.Rules ?? [];
                var rule = rules.Find(found => found.Status == LifecycleRuleStatus.Enabled && found.Expiration?.Days > 0 && prefix.StartsWith(Prefix(found), StringComparison.Ordinal));
                var reports = rules.Find(found => found.Status == LifecycleRuleStatus.Enabled && found.Expiration?.Days > 0 && bucket == Bucket && ($"{ArchiveKeys.Root}/".StartsWith(Prefix(found), StringComparison.Ordinal)));
                return
                [
                    rule is null ? missing : AwsFinding.Good($"bucket {bucket}", $"{prefix} expires after {rule.Expiration!.Days} days"),
                    .. reports is null ? Array.Empty<AwsFinding>() : [AwsFinding.Fault(Where, $"its lifecycle rule “{reports.Id}” lets {ArchiveKeys.Root}/ expire: reports would be deleted. Narrow the rule to {prefix}.")],
                ];
            }
            catch (AmazonS3Exception none) when (none.ErrorCode == "NoSuchLifecycleConfiguration")
            {
                return [missing];
            }
        });
    }

    static string Prefix(LifecycleRule rule) => (rule.Filter?.LifecycleFilterPredicate as LifecyclePrefixPredicate)?.Prefix ?? "";
}
