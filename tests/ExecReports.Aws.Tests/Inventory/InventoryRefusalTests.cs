using ExecReports.Testing.Aws.Wire;

namespace ExecReports.Aws.Tests.Inventory;

/// <summary>Calls that are denied or fail.</summary>
public sealed class InventoryRefusalTests
{
    [Theory]
    [InlineData("AWS Lambda us-west-2", "lambda:ListTags", "which tags, and so which entity, they have")]
    [InlineData("AWS Lambda us-west-2", "cloudwatch:GetMetricData", "what they did in the last 30 days")]
    [InlineData("AWS S3", "s3:GetEncryptionConfiguration", "whether they are encrypted")]
    [InlineData("AWS S3", "s3:GetBucketVersioning", "whether they are versioned")]
    [InlineData("AWS S3", "s3:GetBucketPublicAccessBlock", "whether anybody can read them")]
    [InlineData("AWS S3", "s3:GetBucketPolicyStatus", "whether anybody can read them")]
    [InlineData("AWS S3", "s3:GetBucketAcl", "whether anybody can read them")]
    [InlineData("AWS S3", "s3:GetBucketTagging", "which tags, and so which entity, they have")]
    [InlineData("AWS S3", "s3:GetMetricsConfiguration", "how many requests they had")]
    [InlineData("AWS CloudFront", "cloudfront:ListTagsForResource", "which tags, and so which entity, they have")]
    [InlineData("AWS CloudFront", "cloudwatch:GetMetricData", "what they did in the last 30 days")]
    [InlineData("AWS DynamoDB us-west-2", "dynamodb:DescribeTable", "their mode, size and indexes")]
    [InlineData("AWS DynamoDB us-west-2", "dynamodb:DescribeContinuousBackups", "whether they have point-in-time recovery")]
    [InlineData("AWS DynamoDB us-west-2", "dynamodb:ListTagsOfResource", "which tags, and so which entity, they have")]
    [InlineData("AWS DynamoDB us-west-2", "cloudwatch:GetMetricData", "what they did in the last 30 days")]
    public async Task A_denied_detail_is_one_gap_that_names_the_permission(string source, string permission, string unknown)
    {
        await using var account = await SampleAccount.StartAsync();
        account.Server.DeniedActions.Add(permission);

        var found = await account.CollectAsync(source);

        Assert.NotEqual(0, found.Functions.Count + found.Buckets.Count + found.Distributions.Count + found.Tables.Count);
        var gap = Assert.Single(found.Gaps, gap => gap.Contains(permission, StringComparison.Ordinal) && gap.Contains("denied", StringComparison.Ordinal));
        Assert.StartsWith($"{permission} was denied for ", gap, StringComparison.Ordinal);
        Assert.EndsWith($": {unknown} is not known. Allow {permission} in the policy of the role that runs this.", gap, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS Lambda us-west-2", "lambda:ListFunctions")]
    [InlineData("AWS S3", "s3:ListAllMyBuckets")]
    [InlineData("AWS CloudFront", "cloudfront:ListDistributions")]
    [InlineData("AWS DynamoDB us-west-2", "dynamodb:ListTables")]
    public async Task A_denied_list_fails_its_source_and_names_the_permission(string source, string permission)
    {
        await using var account = await SampleAccount.StartAsync();
        account.Server.DeniedActions.Add(permission);

        var refused = await Assert.ThrowsAsync<AwsException>(() => account.CollectAsync(source));

        Assert.Contains($"Allow {permission} on ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_denied_is_unknown_and_not_false_or_zero()
    {
        await using var account = await SampleAccount.StartAsync();
        account.Server.DeniedActions.UnionWith(["s3:GetEncryptionConfiguration", "s3:GetBucketVersioning", "s3:GetBucketPublicAccessBlock", "s3:GetMetricsConfiguration", "cloudwatch:GetMetricData", "dynamodb:DescribeContinuousBackups"]);

        var (buckets, tables, functions) = ((await account.CollectAsync("AWS S3")).Buckets, (await account.CollectAsync("AWS DynamoDB us-west-2")).Tables, (await account.CollectAsync("AWS Lambda us-west-2")).Functions);

        Assert.All(buckets, bucket => Assert.Equal((null, null, null, null, null), (bucket.Encrypted, bucket.Versioned, bucket.Requests, bucket.Bytes, bucket.Objects)));
        // Without its block, an open bucket may be closed after all; one that nothing opens is private in any case.
        Assert.Equal([null, false], buckets.OrderBy(bucket => bucket.Public.HasValue).Select(bucket => bucket.Public).Distinct());
        Assert.All(tables, table => Assert.Equal((null, null, null), (table.PointInTimeRecovery, table.ReadUnits, table.WriteUnits)));
        Assert.All(functions, function => Assert.Equal((null, null), (function.Invocations, function.Errors)));
    }

    [Fact]
    public async Task A_list_that_fails_for_now_is_transient()
    {
        await using var account = await SampleAccount.StartAsync();
        account.Server.Wire.Plan = _ => Fault.Error503;

        await Assert.ThrowsAsync<TransientException>(() => account.CollectAsync("AWS DynamoDB us-west-2"));
    }

    [Fact]
    public async Task A_throttled_call_is_made_again()
    {
        await using var account = await SampleAccount.StartAsync();
        account.Server.Wire.Plan = request => request.Number % 5 == 2 ? Fault.Throttle : Fault.None;

        var found = await account.CollectAsync("AWS CloudFront", options => options with { Retries = 8 });

        Assert.Equal(7, found.Distributions.Count);
        Assert.Empty(found.Gaps);
        Assert.NotEmpty(account.Server.Wire.Faults);
    }

    [Fact]
    public async Task Costs_that_are_not_known_are_told_with_what_would_make_them_known()
    {
        await using var account = await SampleAccount.StartAsync();

        var without = await account.CollectAsync("AWS CloudFront", options => options with { Prices = null });
        var some = await account.CollectAsync("AWS DynamoDB us-west-2", options => options with { Prices = options.Prices! with { PerMonth = new Dictionary<string, decimal> { ["qos-crew"] = 2 } } });

        Assert.Null(without.PriceSource);
        Assert.Equal("There is no prices.json: what the distributions cost is not known (E1QOSMAIN0001, E1QOSCREW0002, jada-main and 4 more).", Assert.Single(without.Gaps));
        Assert.Equal("Cost allocation report of October 2026, 2026-11-01", some.PriceSource);
        Assert.Equal(
            "prices.json sets no cost, and its prices or the use are not enough to compute one, for 5 of 6 tables (dc-forms, qdn-bookings, qdn-leads-2024 and 2 more): what they cost is not known.",
            Assert.Single(some.Gaps));
    }
}
