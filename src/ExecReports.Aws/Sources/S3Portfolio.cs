using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using ExecReports.Aws.S3Objects;
using ExecReports.Portfolio;

namespace ExecReports.Aws.Sources;

/// <summary>
/// A portfolio under a prefix in S3: handoffs, templates and data files as they are there when a run is planned. Each object is read in the version that was listed, or not at all, so that the files of
/// one state belong together; a file's date is the object's.
/// </summary>
/// <param name="s3">S3.</param>
/// <param name="address">Bucket and prefix.</param>
/// <param name="snapshots">Where its states are written.</param>
public sealed class S3Portfolio(IAmazonS3 s3, S3Address address, PortfolioSnapshots snapshots) : IPortfolioOrigin
{
    const int MostFiles = 10_000, AtOnce = 8;
    const long MostBytes = 256L << 20;

    readonly string _prefix = address.Key.Length == 0 || address.Key.EndsWith('/') ? address.Key : address.Key + "/";

    string Where => $"{S3Address.Scheme}{address.Bucket}/{_prefix}";

    /// <inheritdoc/>
    public async Task<FetchedPortfolio> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            var files = await ListAsync(cancellationToken).ConfigureAwait(false);
            var state = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files.Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Path}\t{file.Object.ETag}\t{file.Object.Size}"))))))[..32];
            return new(await snapshots.TakeAsync(state, folder => Parallel.ForEachAsync(
                files, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (file, cancel) => await WriteAsync(file, folder, cancel).ConfigureAwait(false))).ConfigureAwait(false));
        }
        catch (AmazonS3Exception changed) when (changed.StatusCode is HttpStatusCode.PreconditionFailed || changed.ErrorCode == "NoSuchKey")
        {
            throw new TransientException($"{Where} changed while it was read.", changed);
        }
        catch (AmazonS3Exception missing) when (missing.ErrorCode == "NoSuchBucket")
        {
            throw new PortfolioException($"{Where}: there is no bucket {address.Bucket}. Correct the address.", missing);
        }
        catch (AwsException refused)
        {
            throw new PortfolioException(refused.Message, refused);
        }
    }

    async Task<List<(string Path, S3Object Object)>> ListAsync(CancellationToken cancellationToken)
    {
        var files = new List<(string Path, S3Object Object)>();
        string? next = null;
        do
        {
            var request = new ListObjectsV2Request { BucketName = address.Bucket, Prefix = _prefix, ContinuationToken = next };
            var page = await CallAsync("s3:ListBucket", () => s3.ListObjectsV2Async(request, cancellationToken)).ConfigureAwait(false);
            files.AddRange((page.S3Objects ?? []).Where(found => !found.Key.EndsWith('/')).Select(found => (PathOf(found.Key), found)));
            next = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (next is not null && files.Count <= MostFiles);

        if (files.Count == 0)
            throw new PortfolioException($"{Where}: there are no objects. A portfolio's handoffs are at {Where}agent_handoffs/projects/*.md.");
        if (files.Count > MostFiles || files.Sum(file => file.Object.Size ?? 0) > MostBytes)
            throw new PortfolioException(string.Create(CultureInfo.InvariantCulture, $"{Where}: more than {MostFiles:#,0} objects or {MostBytes >> 20} MB; a portfolio is a few text files. Name the prefix that agent_handoffs is under."));
        return files;
    }

    // A key is any text; one that would leave the folder, or that no system of files holds, is refused rather than renamed.
    string PathOf(string key)
    {
        var path = key[_prefix.Length..];
        return path.Split('/').All(part => part.Length > 0 && part is not ("." or "..") && !part.Any(sign => char.IsControl(sign) || sign is '\\' or ':'))
            ? path
            : throw new PortfolioException($"{Where}: the key “{string.Concat(path.Where(sign => !char.IsControl(sign)))}” cannot be a file's path; rename the object.");
    }

    async Task WriteAsync((string Path, S3Object Object) file, string folder, CancellationToken cancellationToken)
    {
        using var answer = await CallAsync("s3:GetObject", () => s3.GetObjectAsync(new GetObjectRequest { BucketName = address.Bucket, Key = file.Object.Key, EtagToMatch = file.Object.ETag }, cancellationToken)).ConfigureAwait(false);
        if (!S3Answers.IsOfS3(answer.ETag))
            throw S3Answers.NotOfS3("s3:GetObject", Where, file.Path);
        var path = Path.Combine(folder, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var written = new FileStream(path, FileMode.CreateNew);
        await using (written.ConfigureAwait(false))
            await answer.ResponseStream.CopyToAsync(written, cancellationToken).ConfigureAwait(false);
        if (file.Object.LastModified is { } modified)
            File.SetLastWriteTimeUtc(path, modified.ToUniversalTime());
    }

    async Task<T> CallAsync<T>(string permission, Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception fault) when (AwsFaults.IsOfAws(fault) && fault is not AmazonS3Exception { ErrorCode: "NoSuchBucket" or "NoSuchKey" or "PreconditionFailed" })
        {
            throw AwsFaults.Of(fault, permission, Where);
        }
    }
}
