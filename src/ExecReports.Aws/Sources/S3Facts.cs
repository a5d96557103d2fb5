using Amazon.S3;
using Amazon.S3.Model;
using ExecReports.Aws.S3Objects;
using ExecReports.Git;
using ExecReports.Git.Remote;

namespace ExecReports.Aws.Sources;

/// <summary>Facts files in S3 (<c>s3://bucket/facts/shop.json</c>), as <c>execreports collect git</c> writes them where a repository can be reached.</summary>
public sealed class S3Facts(Func<IAmazonS3> s3) : IFactsOrigin
{
    const long MostBytes = 64L << 20;

    /// <inheritdoc/>
    public bool Has(string location) => FactsFile.Is(location) && S3Address.Parse(location) is { Key.Length: > 0 };

    /// <inheritdoc/>
    public async Task<byte[]> ReadAsync(string location, CancellationToken cancellationToken)
    {
        var address = S3Address.Parse(location) ?? throw new GitAuditException($"{location}: an address such as s3://bucket/facts/shop.json expected.");
        try
        {
            using var answer = await s3().GetObjectAsync(new GetObjectRequest { BucketName = address.Bucket, Key = address.Key }, cancellationToken).ConfigureAwait(false);
            if (answer.ContentLength > MostBytes)
                throw new GitAuditException($"{location}: more than {MostBytes >> 20} MB; that is no facts file.");
            return await answer.BytesAsync($"bucket {address.Bucket}", address.Key, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception missing) when (missing.ErrorCode is "NoSuchKey" or "NoSuchBucket")
        {
            throw new GitAuditException($"{location}: there is no such facts file. Make one with `execreports collect git`, and put it there.", missing);
        }
        catch (Exception fault) when (AwsFaults.IsOfAws(fault))
        {
            throw AwsFaults.Of(fault, "s3:GetObject", location) switch
            {
                TransientException transient => transient,
                var refused => new GitAuditException(refused.Message, refused),
            };
        }
    }
}
