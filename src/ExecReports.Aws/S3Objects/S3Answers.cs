using Amazon.S3;
using Amazon.S3.Model;

namespace ExecReports.Aws.S3Objects;

/// <summary>Objects of S3 as all adapters put and read them.</summary>
static class S3Answers
{
    /// <summary>Says by which key an object is encrypted; null: the bucket's own setting.</summary>
    public static PutObjectRequest EncryptedBy(this PutObjectRequest request, string? kmsKey)
    {
        if (kmsKey is not null)
        {
            request.ServerSideEncryptionMethod = ServerSideEncryptionMethod.AWSKMS;
            request.ServerSideEncryptionKeyManagementServiceKeyId = kmsKey;
        }
        return request;
    }

    /// <summary>The bytes of an object.</summary>
    /// <exception cref="TransientException">The answer is not S3's.</exception>
    public static async Task<byte[]> BytesAsync(this GetObjectResponse answer, string resource, string key, CancellationToken cancellationToken)
    {
        if (!IsOfS3(answer.ETag))
            throw NotOfS3("s3:GetObject", resource, key);
        using var content = new MemoryStream();
        await answer.ResponseStream.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
        return content.ToArray();
    }

    /// <summary>Whether an answer with this ETag was S3's: a proxy on the way may answer 200 with a page of its own, which must be taken neither for an object nor for the receipt of one.</summary>
    public static bool IsOfS3(string? etag) => !string.IsNullOrEmpty(etag);

    /// <summary>What such an answer becomes.</summary>
    public static TransientException NotOfS3(string permission, string resource, string key) =>
        new($"{permission} on {resource}: the answer to {key} is not S3's (it has no ETag). Is there a proxy on the way?");
}
