using Amazon.CloudFront.Model;
using ExecReports.Inventory;

namespace ExecReports.Aws.Inventory;

/// <summary>CloudFront distributions of the account, and their use from CloudWatch, which keeps it in us-east-1.</summary>
public sealed class DistributionCollector(InventoryClients clients, InventoryOptions options, TimeProvider time) : IInventoryCollector
{
    /// <inheritdoc/>
    /// <exception cref="AwsException">The distributions may not be listed.</exception>
    /// <exception cref="TransientException">They could not be listed for now.</exception>
    public async Task<InventorySnapshot> CollectAsync(CancellationToken cancellationToken)
    {
        using var calls = new InventoryCalls(options.CallsAtOnce, cancellationToken);
        var now = time.GetUtcNow();
        var listed = await ListAsync(calls).ConfigureAwait(false);
        var tags = Task.WhenAll(listed.Select(distribution => TagsAsync(distribution, calls)));
        var metrics = MetricReader.AskAsync(clients.CloudWatch(InventoryClients.Global),
            [.. new[] { "Requests", "BytesDownloaded" }.SelectMany(metric => listed.Select(one => new MetricQuestion(one.Id, "AWS/CloudFront", metric, "Sum", ("DistributionId", one.Id), ("Region", "Global"))))], now, calls);
        await Task.WhenAll(tags, metrics).ConfigureAwait(false);

        var use = await metrics.ConfigureAwait(false);
        var distributions = listed.Select((one, index) => Of(one, tags.Result[index], use[index], use[index + listed.Count])).ToList();
        return new InventorySnapshot
        {
            CollectedAt = now,
            Source = "AWS CloudFront",
            Distributions = distributions,
            PriceSource = options.PriceSourceOf(distributions),
            Gaps = [.. calls.Gaps, .. PriceGaps.Of(options.Prices, "distributions", distributions)],
        };
    }

    async Task<List<DistributionSummary>> ListAsync(InventoryCalls calls)
    {
        var listed = new List<DistributionSummary>();
        string? marker = null;
        do
        {
            var request = new ListDistributionsRequest { Marker = marker };
            var page = await calls.NeedAsync("cloudfront:ListDistributions", "the account's distributions", cancel => clients.CloudFront().ListDistributionsAsync(request, cancel)).ConfigureAwait(false);
            listed.AddRange(page.DistributionList.Items ?? []);
            marker = page.DistributionList.IsTruncated == true ? page.DistributionList.NextMarker : null;
        }
        while (!string.IsNullOrEmpty(marker));
        return listed;
    }

    async Task<IReadOnlyDictionary<string, string>> TagsAsync(DistributionSummary distribution, InventoryCalls calls)
    {
        var found = await calls.TryAsync(
            "cloudfront:ListTagsForResource", distribution.Id, "which tags, and so which entity, they have",
            cancel => clients.CloudFront().ListTagsForResourceAsync(new ListTagsForResourceRequest { Resource = distribution.ARN }, cancel)).ConfigureAwait(false);
        return found?.Tags?.Items?.ToDictionary(tag => tag.Key, tag => tag.Value) ?? [];
    }

    Distribution Of(DistributionSummary listed, IReadOnlyDictionary<string, string> tags, MetricDays? requests, MetricDays? bytes)
    {
        var distribution = new Distribution
        {
            Name = listed.Id,
            Tags = tags,
            Aliases = listed.Aliases?.Items ?? [],
            // With CloudFront's own certificate the lowest version is TLSv1, whatever the distribution says.
            MinimumTls = listed.ViewerCertificate?.CloudFrontDefaultCertificate == true ? "TLSv1" : listed.ViewerCertificate?.MinimumProtocolVersion?.Value,
            Origins = [.. listed.Origins?.Items?.Select(origin => origin.DomainName) ?? []],
            Status = listed.Status,
            Enabled = listed.Enabled,
            LastModified = listed.LastModifiedTime is { } moment ? new DateTimeOffset(moment.ToUniversalTime(), TimeSpan.Zero) : null,
            Requests = requests?.Whole,
            BytesServed = bytes?.Whole,
        };
        return distribution with { CostPerMonth = ResourceCost.Of(options.Prices, distribution) };
    }
}
