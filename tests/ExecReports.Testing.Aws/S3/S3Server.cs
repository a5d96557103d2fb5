using System.Collections.Concurrent;
using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using ExecReports.Testing.Aws.Wire;

namespace ExecReports.Testing.Aws.S3;

/// <summary>
/// S3 as far as objects are put, read and listed, and a bucket's settings asked for, path style. What fauxqs takes for granted is checked here: signatures, conditions, checksums,
/// Object Lock. Several writers of one key at once: one wins, as on S3.
/// </summary>
public sealed class S3Server : IAsyncDisposable
{
    readonly ConcurrentDictionary<string, ConcurrentDictionary<string, StoredObject>> _objects = new();

    S3Server()
    {
    }

    /// <summary>The connection: its address, its faults, what came over it.</summary>
    public FaultyServer Wire { get; private set; } = null!;

    /// <summary>Where it listens.</summary>
    public Uri Url => Wire.Url;

    /// <summary>The buckets, and how they are set up; can be changed while it runs.</summary>
    public ConcurrentDictionary<string, S3Bucket> Buckets { get; } = new() { ["reports"] = new() };

    /// <summary>Actions in IAM's words that the caller's policy lacks, such as <c>s3:PutObject</c>.</summary>
    public IReadOnlySet<string> DeniedActions { get; set; } = new HashSet<string>();

    /// <summary>The one access key.</summary>
    public string AccessKeyId { get; set; } = "test";

    /// <summary>Its secret: signatures are checked.</summary>
    public string Secret { get; set; } = "test";

    /// <summary>How far the server's clock is from this machine's.</summary>
    public TimeSpan ClockSkew { get; set; }

    /// <summary>Whether <c>If-None-Match</c> is kept to; some stores do not.</summary>
    public bool KeepsConditions { get; set; } = true;

    /// <summary>Most entries of a page of a list.</summary>
    public int PageSize { get; set; } = 1000;

    /// <summary>Objects of a bucket by key.</summary>
    public IReadOnlyDictionary<string, StoredObject> Objects(string bucket = "reports") => _objects.GetOrAdd(bucket, _ => new());

    /// <summary>Puts other bytes in an object's place, as damage or somebody else's hand does.</summary>
    public void Overwrite(string key, byte[] content, string bucket = "reports")
    {
        var objects = _objects.GetOrAdd(bucket, _ => new());
        objects[key] = objects.TryGetValue(key, out var stored) ? stored with { Content = content } : new(content, new Dictionary<string, string>());
    }

    /// <summary>Forgets all objects.</summary>
    public void Clear() => _objects.Clear();

    /// <summary>Starts one.</summary>
    public static async Task<S3Server> StartAsync()
    {
        var server = new S3Server();
        server.Wire = await FaultyServer.StartAsync((request, _) => Task.FromResult(server.Answer(request))).ConfigureAwait(false);
        return server;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Wire.DisposeAsync();

    Answer Answer(ReceivedRequest request)
    {
        var url = new Uri(Url, request.Target);
        var path = Uri.UnescapeDataString(request.Target.Split('?')[0]).TrimStart('/').Split('/', 2);
        var (bucket, key) = (path[0], path.Length > 1 && path[1].Length > 0 ? path[1] : null);
        var query = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : "");
        var answer = Refused(request, bucket, key, query) ?? (key is null ? OfBucket(request, bucket, query) : OfObject(request, bucket, key));
        return answer with { Headers = [.. answer.Headers, KeyValuePair.Create("Date", (TimeProvider.System.GetUtcNow() + ClockSkew).ToString("R", CultureInfo.InvariantCulture))] };
    }

    Answer? Refused(ReceivedRequest request, string bucket, string? key, Dictionary<string, string> query)
    {
        if (SignatureCheck.Fault(request, "s3", AccessKeyId, Secret) is { } code)
            return code == "InvalidClientTokenId" ? Error(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.") : Error(403, code, "The request signature we calculated does not match the signature you provided.");
        if (ClockSkew.Duration() > TimeSpan.FromMinutes(15))
            return Error(403, "RequestTimeTooSkewed", "The difference between the request time and the current time is too large.");
        if (!Buckets.ContainsKey(bucket))
            return Error(404, "NoSuchBucket", "The specified bucket does not exist");
        return Permission(request, key, query) is { } permission && DeniedActions.Contains(permission)
            ? Error(403, "AccessDenied", $"User: arn:aws:iam::123456789012:user/test is not authorized to perform: {permission} on resource: \"arn:aws:s3:::{bucket}\"")
            : null;
    }

    static string? Permission(ReceivedRequest request, string? key, Dictionary<string, string> query) => (request.Method, key) switch
    {
        ("PUT", not null) => "s3:PutObject",
        ("GET" or "HEAD", not null) => "s3:GetObject",
        ("DELETE", not null) => "s3:DeleteObject",
        ("GET", null) when query.ContainsKey("versioning") => "s3:GetBucketVersioning",
        ("GET", null) when query.ContainsKey("encryption") => "s3:GetEncryptionConfiguration",
        ("GET", null) when query.ContainsKey("object-lock") => "s3:GetBucketObjectLockConfiguration",
        ("GET", null) when query.ContainsKey("publicAccessBlock") => "s3:GetBucketPublicAccessBlock",
        ("GET", null) when query.ContainsKey("lifecycle") => "s3:GetLifecycleConfiguration",
        ("GET", null) when query.ContainsKey("location") => "s3:GetBucketLocation",
        ("GET" or "HEAD", null) => "s3:ListBucket",
        _ => null,
    };

    Answer OfObject(ReceivedRequest request, string bucket, string key)
    {
        var objects = _objects.GetOrAdd(bucket, _ => new());
        switch (request.Method)
        {
            case "PUT":
                return Put(request, bucket, key, objects);
            case "DELETE":
                objects.TryRemove(key, out _);
                return new Answer(204, null, []);
            case "GET" when request.Headers.TryGetValue("If-Match", out var wanted) && objects.TryGetValue(key, out var other) && ETag(other.Content) != wanted:
                return Error(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
            default:
                return !objects.TryGetValue(key, out var found) ? Error(404, "NoSuchKey", "The specified key does not exist.") : new Answer(200, found.Headers.GetValueOrDefault("Content-Type"), found.Content)
                {
                    Headers =
                    [
                        KeyValuePair.Create("ETag", ETag(found.Content)),
                        .. found.Headers.Where(header => header.Key.StartsWith("x-amz-meta-", StringComparison.OrdinalIgnoreCase)).Select(header => KeyValuePair.Create(header.Key.ToLowerInvariant(), header.Value)),
                    ],
                };
        }
    }

    Answer Put(ReceivedRequest request, string bucket, string key, ConcurrentDictionary<string, StoredObject> objects)
    {
        if (request.Headers.TryGetValue("x-amz-checksum-sha256", out var checksum) && checksum != Convert.ToBase64String(SHA256.HashData(request.Body)))
            return Error(400, "BadDigest", "The SHA256 you specified did not match the calculated checksum.");
        if (request.Headers.ContainsKey("x-amz-object-lock-mode") && !Buckets[bucket].ObjectLock)
            return Error(400, "InvalidRequest", "Bucket is missing Object Lock Configuration");
        var stored = new StoredObject(request.Body, request.Headers);
        if (!KeepsConditions || !request.Headers.TryGetValue("If-None-Match", out var condition))
            objects[key] = stored;
        else if (condition != "*")
            return Error(501, "NotImplemented", "A header you provided implies functionality that is not implemented.");
        else if (!objects.TryAdd(key, stored))
            return Error(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
        return new Answer(200, null, []) { Headers = [KeyValuePair.Create("ETag", ETag(request.Body))] };
    }

    Answer OfBucket(ReceivedRequest request, string bucket, Dictionary<string, string> query)
    {
        var settings = Buckets[bucket];
        if (request.Method == "HEAD")
            return new Answer(200, null, []) { Headers = [KeyValuePair.Create("x-amz-bucket-region", settings.Region)] };
        if (query.ContainsKey("versioning"))
            return Xml("VersioningConfiguration", settings.Versioning ? "<Status>Enabled</Status>" : "");
        if (query.ContainsKey("location"))
            return Xml("LocationConstraint", settings.Region == "us-east-1" ? "" : settings.Region);
        if (query.ContainsKey("object-lock"))
            return settings.ObjectLock ? Xml("ObjectLockConfiguration", "<ObjectLockEnabled>Enabled</ObjectLockEnabled>") : Error(404, "ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket");
        if (query.ContainsKey("encryption"))
            return settings.Encryption is { } how
                ? Xml("ServerSideEncryptionConfiguration", $"<Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>{how}</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule>")
                : Error(404, "ServerSideEncryptionConfigurationNotFoundError", "The server side encryption configuration was not found");
        if (query.ContainsKey("publicAccessBlock"))
            return settings.PublicAccessBlocked
                ? Xml("PublicAccessBlockConfiguration", "<BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets>")
                : Error(404, "NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found");
        if (query.ContainsKey("lifecycle"))
            return settings.Expiry is var (prefix, days)
                ? Xml("LifecycleConfiguration", $"<Rule><ID>expiry</ID><Filter><Prefix>{prefix}</Prefix></Filter><Status>Enabled</Status><Expiration><Days>{days}</Days></Expiration></Rule>")
                : Error(404, "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist");
        return List(bucket, query.GetValueOrDefault("prefix") ?? "", query.GetValueOrDefault("delimiter"), query.GetValueOrDefault("continuation-token"), int.Parse(query.GetValueOrDefault("max-keys") ?? "1000", CultureInfo.InvariantCulture));
    }

    Answer List(string bucket, string prefix, string? delimiter, string? after, int most)
    {
        var entries = Objects(bucket).Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Select(key =>
                delimiter is not null && key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal) is >= 0 and var end ? (Name: key[..(end + delimiter.Length)], IsFolder: true) : (Name: key, IsFolder: false))
            .Distinct().OrderBy(entry => entry.Name, StringComparer.Ordinal).SkipWhile(entry => after is not null && string.CompareOrdinal(entry.Name, after) <= 0).ToList();
        var page = entries.Take(Math.Min(most, PageSize)).ToList();
        var inner = string.Concat(page.Select(entry => entry.IsFolder
            ? $"<CommonPrefixes><Prefix>{SecurityElement.Escape(entry.Name)}</Prefix></CommonPrefixes>"
            : $"<Contents><Key>{SecurityElement.Escape(entry.Name)}</Key><LastModified>2026-11-24T19:30:00.000Z</LastModified><ETag>{SecurityElement.Escape(ETag(Objects(bucket)[entry.Name].Content))}</ETag><Size>{Objects(bucket)[entry.Name].Content.Length}</Size></Contents>"));
        return Xml("ListBucketResult", $"<Name>{bucket}</Name><KeyCount>{page.Count}</KeyCount><IsTruncated>{(page.Count < entries.Count ? "true" : "false")}</IsTruncated>{(page.Count < entries.Count ? $"<NextContinuationToken>{SecurityElement.Escape(page[^1].Name)}</NextContinuationToken>" : "")}{inner}");
    }

    static string ETag(byte[] content) => $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}-1\"";

    static Answer Xml(string root, string inner) => Aws.Wire.Answer.Xml(200, $"""<?xml version="1.0" encoding="UTF-8"?><{root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">{inner}</{root}>""");

    static Answer Error(int status, string code, string message) => Aws.Wire.Answer.Xml(status, $"""<?xml version="1.0" encoding="UTF-8"?><Error><Code>{code}</Code><Message>{SecurityElement.Escape(message)}</Message><RequestId>1</RequestId></Error>""");
}
