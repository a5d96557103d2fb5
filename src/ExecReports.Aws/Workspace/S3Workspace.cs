using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using ExecReports.Aws.S3Objects;
using ExecReports.Workspace;

namespace ExecReports.Aws.Workspace;

/// <summary>
/// The run workspace below a prefix of an S3 bucket. Nothing here deletes: a lifecycle rule on the prefix does (docs/settings.md), after the days that a run may stay unfinished.
/// </summary>
/// <param name="s3">The client.</param>
/// <param name="bucket">The bucket; better not one whose Object Lock has a default, which would keep each snapshot as long as a report.</param>
/// <param name="prefix">What keys begin with, a slash at its end.</param>
/// <param name="kmsKey">Id, alias or ARN of the KMS key that encrypts; null: the bucket's own setting.</param>
public sealed class S3Workspace(IAmazonS3 s3, string bucket, string prefix, string? kmsKey = null) : IRunWorkspace
{
    /// <summary>The prefix where none is set.</summary>
    public const string DefaultPrefix = "exec-reports-workspace/";

    string Resource => $"bucket {bucket}";

    /// <inheritdoc/>
    public async Task<WorkspaceRef> PutAsync(string runId, string name, string extension, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var hash = SHA256.HashData(content.Span);
        var sha256 = Convert.ToHexStringLower(hash);
        var key = $"{Checked(runId)}/{Checked(name)}-{sha256}.{Checked(extension)}";
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        var request = new PutObjectRequest
        {
            BucketName = bucket,
            Key = prefix + key,
            InputStream = stream,
            AutoCloseStream = false,
            ContentType = "application/octet-stream",
            ChecksumSHA256 = Convert.ToBase64String(hash),
            UseChunkEncoding = false,
        };
        try
        {
            // Put even if it is there: should it be damaged, it is whole again.
            await s3.PutObjectAsync(request.EncryptedBy(kmsKey), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (AwsFaults.IsOfAws(fault))
        {
            throw AwsFaults.Of(fault, "s3:PutObject", Resource);
        }
        return new(key, sha256, content.Length);
    }

    /// <inheritdoc/>
    public async Task<byte[]> GetAsync(WorkspaceRef reference, CancellationToken cancellationToken)
    {
        if (!reference.Key.Split('/').All(IsSafe))
            throw new WorkspaceException($"“{reference.Key}” is no key of the run workspace.");
        var content = await ReadAsync(reference.Key, cancellationToken).ConfigureAwait(false);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == reference.Sha256
            ? content
            : throw new WorkspaceException($"{prefix}{reference.Key} in {Resource} is damaged: it has other bytes than those that were stored. Start a new run.");
    }

    async Task<byte[]> ReadAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await s3.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = prefix + key }, cancellationToken).ConfigureAwait(false);
            return await response.BytesAsync(Resource, prefix + key, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception missing) when (missing.ErrorCode == "NoSuchKey")
        {
            throw new WorkspaceException($"{Resource} lacks {prefix}{key}: it was deleted, or it expired, while the run was not finished. Start a new run.", missing);
        }
        catch (Exception fault) when (AwsFaults.IsOfAws(fault))
        {
            throw AwsFaults.Of(fault, "s3:GetObject", Resource);
        }
    }

    static string Checked(string part) => IsSafe(part)
        ? part
        : throw new ArgumentException($"“{part}” cannot be part of a workspace key: letters, digits, hyphens, underscores and dots are expected, the first no dot.", nameof(part));

    static bool IsSafe(string part) => part.Length > 0 && part[0] != '.' && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
}
