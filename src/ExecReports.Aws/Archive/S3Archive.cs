using System.Net;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using ExecReports.Aws.S3Objects;
using ExecReports.Delivery;

namespace ExecReports.Aws.Archive;

/// <summary>
/// The archive in an S3 bucket. An object is put only where none stands (<c>If-None-Match: *</c>). Where one does, its bytes are read and compared: the same ones are success,
/// which is also what a put becomes whose answer was lost and that is made again. SHA-256 goes along as checksum and stands in the metadata; a read compares it.
/// </summary>
/// <param name="s3">The client.</param>
/// <param name="options">Bucket, lock and encryption.</param>
/// <param name="time">For waits, and for the end of a lock.</param>
public sealed class S3Archive(IAmazonS3 s3, S3ArchiveOptions options, TimeProvider time) : IReportArchive
{
    const string HashName = "sha256", MetadataPrefix = "x-amz-meta-";

    string Resource => $"bucket {options.Bucket}";

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The key is none of the archive.</exception>
    /// <exception cref="TransientException">S3 did not take it for now; whether it stands there is not known.</exception>
    /// <exception cref="AwsException">S3 refused it.</exception>
    public async Task PutOnceAsync(ArchiveObject item, CancellationToken cancellationToken)
    {
        Check(item.Key);
        var hash = SHA256.HashData(item.Content.Span);
        for (var attempt = 0; ; attempt++)
        {
            var (there, fault) = await TryPutAsync(item, hash, cancellationToken).ConfigureAwait(false);
            if (fault is null && !there)
                return;
            if (there)
            {
                (var archived, fault) = await TryHashAsync(item.Key, cancellationToken).ConfigureAwait(false);
                var offered = Convert.ToHexStringLower(hash);
                if (archived == offered)
                    return;
                if (archived is not null)
                    throw new ArchiveConflictException(item.Key, archived, offered);
            }
            // It was in the way of another writer, or it was there and is gone (somebody deleted it meanwhile): put it again.
            if (attempt == options.Waits.Count)
                throw fault ?? new TransientException($"s3:PutObject on {Resource}: {item.Key} is there when it is put and gone when it is read.");
            await Task.Delay(options.Waits[attempt], time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="AwsException">S3 refused it, or the object has other bytes than those that were put.</exception>
    public async Task<byte[]?> GetAsync(string key, CancellationToken cancellationToken)
    {
        Check(key);
        if (await ReadAsync(key, cancellationToken).ConfigureAwait(false) is not var (content, kept))
            return null;
        var found = Convert.ToHexStringLower(SHA256.HashData(content));
        return kept is null || kept == found
            ? content
            : throw new AwsException($"{key} in {Resource} is damaged: SHA-256 {kept} was put, {found} is there. An older version of the object may be whole.");
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> ListFiguresAsync(string reportType, DateTimeOffset before, int most, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        // Newest year and month first, and read only as far as keys are wanted.
        foreach (var year in await FoldersAsync($"{ArchiveKeys.Root}/", cancellationToken).ConfigureAwait(false))
        {
            foreach (var month in await FoldersAsync(year, cancellationToken).ConfigureAwait(false))
            {
                var (_, keys) = await ListAsync(month, delimiter: null, cancellationToken).ConfigureAwait(false);
                found.AddRange(keys
                    .Where(key => key.EndsWith(".json", StringComparison.Ordinal) && ArchiveKeys.TryParse(key, out var type, out var moment) && type == reportType && moment < before)
                    .OrderDescending(StringComparer.Ordinal));
                if (found.Count >= most)
                    return found[..most];
            }
        }
        return found;
    }

    static void Check(string key)
    {
        if (!ArchiveKeys.TryParse(key, out _, out _))
            throw new ArgumentException($"“{key}” is no key of the archive.", nameof(key));
    }

    // Whether an object stood there already; and what hindered the put, if it may be made again.
    async Task<(bool There, Exception? Fault)> TryPutAsync(ArchiveObject item, byte[] hash, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new MemoryStream(item.Content.ToArray(), writable: false);
            var response = await s3.PutObjectAsync(Request(item, hash, content), cancellationToken).ConfigureAwait(false);
            // Put again, a put that was done is met by its own bytes.
            return (false, S3Answers.IsOfS3(response.ETag) ? null : S3Answers.NotOfS3("s3:PutObject", Resource, item.Key));
        }
        catch (AmazonS3Exception refused) when (refused.StatusCode == HttpStatusCode.PreconditionFailed)
        {
            return (true, null);
        }
        catch (AmazonS3Exception refused) when (refused.StatusCode == HttpStatusCode.Conflict)
        {
            return (false, new TransientException($"s3:PutObject on {Resource}: another writer is putting {item.Key} ({AwsFaults.Words(refused)}).", refused));
        }
        catch (AmazonS3Exception refused) when (refused.StatusCode == HttpStatusCode.MethodNotAllowed)
        {
            return (false, NotUnderstood("s3:PutObject", item.Key, refused));
        }
        catch (Exception fault) when (AwsFaults.IsOfAws(fault))
        {
            var told = AwsFaults.Of(fault, "s3:PutObject", Resource);
            return told is TransientException ? (false, told) : throw told;
        }
    }

    PutObjectRequest Request(ArchiveObject item, byte[] hash, MemoryStream content)
    {
        var request = new PutObjectRequest
        {
            BucketName = options.Bucket,
            Key = item.Key,
            InputStream = content,
            AutoCloseStream = false,
            ContentType = item.ContentType,
            IfNoneMatch = "*",
            ChecksumSHA256 = Convert.ToBase64String(hash),
            UseChunkEncoding = false,
        };
        foreach (var (name, value) in item.Metadata)
            request.Metadata[name] = value;
        request.Metadata[HashName] = Convert.ToHexStringLower(hash);
        if (options.Lock is { } wanted)
        {
            request.ObjectLockMode = wanted.Mode == ObjectLockMode.Compliance ? Amazon.S3.ObjectLockMode.Compliance : Amazon.S3.ObjectLockMode.Governance;
            request.ObjectLockRetainUntilDate = time.GetUtcNow().UtcDateTime.AddDays(wanted.Days);
        }
        return request.EncryptedBy(options.KmsKey);
    }

    // The hash of what stands there; null where nothing does, or where something hindered the read that may pass.
    async Task<(string? Hash, Exception? Fault)> TryHashAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return (await ReadAsync(key, cancellationToken).ConfigureAwait(false) is var (content, _) ? Convert.ToHexStringLower(SHA256.HashData(content)) : null, null);
        }
        catch (TransientException fault)
        {
            return (null, fault);
        }
    }

    // A store that refuses a put before it has read all of it (Ceph RGW does) takes the rest for the beginning of the next request on that connection, and knows no such method.
    TransientException NotUnderstood(string action, string key, AmazonS3Exception refused) => new($"{action} on {Resource}: {key} was not understood ({AwsFaults.Words(refused)}).", refused);

    async Task<(byte[] Content, string? Hash)?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await s3.GetObjectAsync(new GetObjectRequest { BucketName = options.Bucket, Key = key }, cancellationToken).ConfigureAwait(false);
            return (await response.BytesAsync(Resource, key, cancellationToken).ConfigureAwait(false), response.Metadata.Keys.Contains(MetadataPrefix + HashName) ? response.Metadata[HashName] : null);
        }
        catch (AmazonS3Exception missing) when (missing.ErrorCode == "NoSuchKey")
        {
            return null;
        }
        catch (AmazonS3Exception refused) when (refused.StatusCode == HttpStatusCode.MethodNotAllowed)
        {
            throw NotUnderstood("s3:GetObject", key, refused);
        }
        catch (Exception fault) when (AwsFaults.IsOfAws(fault))
        {
            throw AwsFaults.Of(fault, "s3:GetObject", Resource);
        }
    }

    async Task<IEnumerable<string>> FoldersAsync(string prefix, CancellationToken cancellationToken) =>
        (await ListAsync(prefix, "/", cancellationToken).ConfigureAwait(false)).Folders.OrderDescending(StringComparer.Ordinal);

    async Task<(List<string> Folders, List<string> Keys)> ListAsync(string prefix, string? delimiter, CancellationToken cancellationToken)
    {
        var (folders, keys) = (new List<string>(), new List<string>());
        string? next = null;
        try
        {
            do
            {
                var page = await s3.ListObjectsV2Async(
                    new ListObjectsV2Request { BucketName = options.Bucket, Prefix = prefix, Delimiter = delimiter, ContinuationToken = next }, cancellationToken).ConfigureAwait(false);
                folders.AddRange(page.CommonPrefixes ?? []);
                keys.AddRange((page.S3Objects ?? []).Select(found => found.Key));
                next = page.IsTruncated == true ? page.NextContinuationToken : null;
            }
            while (next is not null);
        }
        catch (Exception fault) when (AwsFaults.IsOfAws(fault))
        {
            throw AwsFaults.Of(fault, "s3:ListBucket", Resource);
        }
        return (folders, keys);
    }
}
