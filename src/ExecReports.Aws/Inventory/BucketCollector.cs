using Amazon.S3.Model;
using ExecReports.Inventory;

namespace ExecReports.Aws.Inventory;

/// <summary>S3 buckets of the account, each asked in its own region, and their size and use from CloudWatch there.</summary>
public sealed class BucketCollector(InventoryClients clients, InventoryOptions options, TimeProvider time) : IInventoryCollector
{
    // The sizes are of one day and come late.
    static readonly TimeSpan s_sizeAge = TimeSpan.FromDays(3);

    static readonly string[] s_storageTypes =
    [
        "StandardStorage", "StandardIAStorage", "OneZoneIAStorage", "IntelligentTieringFAStorage", "IntelligentTieringIAStorage", "IntelligentTieringAIAStorage",
        "GlacierInstantRetrievalStorage", "GlacierStorage", "DeepArchiveStorage", "ReducedRedundancyStorage",
    ];

    /// <inheritdoc/>
    /// <exception cref="AwsException">The buckets may not be listed.</exception>
    /// <exception cref="TransientException">They could not be listed for now.</exception>
    public async Task<InventorySnapshot> CollectAsync(CancellationToken cancellationToken)
    {
        using var calls = new InventoryCalls(options.CallsAtOnce, cancellationToken);
        var now = time.GetUtcNow();
        var listed = await ListAsync(calls).ConfigureAwait(false);
        var found = await Task.WhenAll(listed.Select(bucket => LookAsync(bucket, calls))).ConfigureAwait(false);
        var use = await Task.WhenAll(found.GroupBy(bucket => bucket.Bucket.Region).Select(region => UseAsync(region.Key, [.. region], now, calls))).ConfigureAwait(false);

        var byName = use.SelectMany(region => region).ToDictionary(bucket => bucket.Name);
        var buckets = listed.Select(bucket => byName[bucket.BucketName]).ToList();
        return new InventorySnapshot
        {
            CollectedAt = now,
            Source = "AWS S3",
            Buckets = buckets,
            PriceSource = options.PriceSourceOf(buckets),
            Gaps = [.. calls.Gaps, .. PriceGaps.Of(options.Prices, "buckets", buckets)],
        };
    }

    async Task<List<S3Bucket>> ListAsync(InventoryCalls calls)
    {
        var listed = new List<S3Bucket>();
        string? next = null;
        do
        {
            // Only a list that is asked for in pages names each bucket's region.
            var request = new ListBucketsRequest { MaxBuckets = 1000, ContinuationToken = next };
            var page = await calls.NeedAsync("s3:ListAllMyBuckets", "the account's buckets", cancel => clients.S3(clients.Home).ListBucketsAsync(request, cancel)).ConfigureAwait(false);
            listed.AddRange(page.Buckets ?? []);
            next = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(next));
        return listed;
    }

    /// <summary>A bucket as its settings are, and the id of the metrics that count all its requests.</summary>
    sealed record Looked(Bucket Bucket, string? RequestMetrics);

    async Task<Looked> LookAsync(S3Bucket listed, InventoryCalls calls)
    {
        var name = listed.BucketName;
        var region = string.IsNullOrEmpty(listed.BucketRegion) ? clients.Home : listed.BucketRegion;
        var s3 = clients.S3(region);
        var encrypted = calls.TryAsync("s3:GetEncryptionConfiguration", name, "whether they are encrypted",
            cancel => s3.GetBucketEncryptionAsync(new GetBucketEncryptionRequest { BucketName = name }, cancel),
            (["ServerSideEncryptionConfigurationNotFoundError"], new GetBucketEncryptionResponse()));
        var versioned = calls.TryAsync("s3:GetBucketVersioning", name, "whether they are versioned", cancel => s3.GetBucketVersioningAsync(new GetBucketVersioningRequest { BucketName = name }, cancel));
        var tags = calls.TryAsync("s3:GetBucketTagging", name, "which tags, and so which entity, they have",
            cancel => s3.GetBucketTaggingAsync(new GetBucketTaggingRequest { BucketName = name }, cancel), (["NoSuchTagSet"], new GetBucketTaggingResponse()));
        var metrics = calls.TryAsync("s3:GetMetricsConfiguration", name, "how many requests they had",
            cancel => s3.ListBucketMetricsConfigurationsAsync(new ListBucketMetricsConfigurationsRequest { BucketName = name }, cancel));
        var open = BucketAccess.IsPublicAsync(s3, name, calls);
        await Task.WhenAll(encrypted, versioned, tags, metrics, open).ConfigureAwait(false);

        return new Looked(
            new Bucket
            {
                Name = name,
                Region = region,
                Tags = tags.Result?.TagSet?.ToDictionary(tag => tag.Key, tag => tag.Value) ?? [],
                Encrypted = encrypted.Result is { } encryption ? encryption.ServerSideEncryptionConfiguration?.ServerSideEncryptionRules?.Count > 0 : null,
                Versioned = versioned.Result is { } versioning ? versioning.VersioningConfig?.Status?.Value == "Enabled" : null,
                Public = open.Result,
            },
            metrics.Result?.MetricsConfigurationList?.Find(configuration => configuration.MetricsFilter is null)?.MetricsId);
    }

    async Task<List<Bucket>> UseAsync(string? region, List<Looked> buckets, DateTimeOffset now, InventoryCalls calls)
    {
        var questions = buckets.SelectMany(one => s_storageTypes.Select(type => new MetricQuestion(one.Bucket.Name, "AWS/S3", "BucketSizeBytes", "Average", ("BucketName", one.Bucket.Name), ("StorageType", type)))
            .Append(new MetricQuestion(one.Bucket.Name, "AWS/S3", "NumberOfObjects", "Average", ("BucketName", one.Bucket.Name), ("StorageType", "AllStorageTypes")))).ToList();
        // Requests are counted only where somebody has set that up.
        var counted = buckets.Where(one => one.RequestMetrics is not null).ToList();
        questions.AddRange(counted.Select(one => new MetricQuestion(one.Bucket.Name, "AWS/S3", "AllRequests", "Sum", ("BucketName", one.Bucket.Name), ("FilterId", one.RequestMetrics!))));
        var answers = await MetricReader.AskAsync(clients.CloudWatch(region!), questions, now, calls).ConfigureAwait(false);

        var each = s_storageTypes.Length + 1;
        return [.. buckets.Select((one, index) => Of(
            one.Bucket,
            [.. answers.Skip(index * each).Take(s_storageTypes.Length)],
            answers[index * each + each - 1],
            one.RequestMetrics is null ? null : answers[buckets.Count * each + counted.IndexOf(one)],
            now - s_sizeAge))];
    }

    Bucket Of(Bucket bucket, MetricDays?[] sizes, MetricDays? objects, MetricDays? requests, DateTimeOffset since)
    {
        var bytes = Array.Exists(sizes, size => size is null) ? null : sizes
            .Select((size, index) => (Class: s_storageTypes[index][..^"Storage".Length], Bytes: size!.Newest(since)))
            .Where(size => size.Bytes is not null).ToDictionary(size => size.Class, size => (long)Math.Round(size.Bytes!.Value));
        // A bucket that was made today has no size yet; one that has always been empty has none either.
        if (bytes is { Count: 0 })
            bytes = null;
        return bucket with
        {
            Bytes = bytes?.Values.Sum(),
            StorageClass = bytes?.MaxBy(size => size.Value).Key,
            Objects = objects?.Newest(since) is { } count ? (long)Math.Round(count) : null,
            Requests = requests?.Whole,
            CostPerMonth = ResourceCost.OfBucket(options.Prices, bucket.Name, bytes),
        };
    }
}
