namespace ExecReports.Inventory;

/// <summary>
/// Cost per month in USD: what the price list sets for the resource, else its use in the last 30 days times the list's unit prices, a month taken as 30 days. Where use or price is unknown, so is the cost.
/// Discounts, free tiers, requests to S3, backups and data between regions are not in it.
/// </summary>
public static class ResourceCost
{
    const decimal Gb = 1024m * 1024 * 1024, HoursAMonth = 30 * 24;

    /// <summary>A Lambda function: invocations and GB-seconds.</summary>
    /// <param name="prices">The price list; null: no cost is known.</param>
    /// <param name="function">The function, its use known.</param>
    /// <param name="milliseconds">How long it ran in 30 days; null: unknown.</param>
    public static decimal? Of(PriceList? prices, LambdaFunction function, double? milliseconds) => prices is null ? null : prices.Of("lambda", function.Name)
        ?? Sum(function.Invocations / 1e6m * prices.Units.LambdaMillionRequests, (decimal?)milliseconds / 1000 * function.MemoryMb / 1024 * prices.Units.LambdaGbSecond);

    /// <summary>A bucket: bytes by storage class.</summary>
    /// <param name="prices">The price list; null: no cost is known.</param>
    /// <param name="name">The bucket's name.</param>
    /// <param name="bytes">Bytes by storage class; null: unknown.</param>
    public static decimal? OfBucket(PriceList? prices, string name, IReadOnlyDictionary<string, long>? bytes) => prices is null ? null : prices.Of("s3", name)
        ?? (bytes is null ? null : Sum([.. bytes.Where(one => one.Value > 0).Select(one => prices.Units.S3GbMonth?.TryGetValue(one.Key, out var price) == true ? one.Value / Gb * price : (decimal?)null)]));

    /// <summary>A distribution: requests and bytes sent.</summary>
    public static decimal? Of(PriceList? prices, Distribution distribution) => prices is null ? null : prices.Of("cloudfront", distribution.Name)
        ?? Sum(distribution.Requests / 1e4m * prices.Units.CloudFrontTenThousandRequests, distribution.BytesServed / Gb * prices.Units.CloudFrontGb);

    /// <summary>A table: bytes, and units consumed or provisioned.</summary>
    /// <param name="prices">The price list; null: no cost is known.</param>
    /// <param name="table">The table, its use known.</param>
    /// <param name="provisioned">Read and write units that are provisioned, its indexes' with them.</param>
    public static decimal? Of(PriceList? prices, Table table, (long Reads, long Writes) provisioned) => prices is null ? null : prices.Of("dynamodb", table.Name)
        ?? (table.BillingMode == "PROVISIONED"
            ? Sum(table.Bytes / Gb * prices.Units.DynamoDbGbMonth, provisioned.Reads * HoursAMonth * prices.Units.DynamoDbReadUnitHour, provisioned.Writes * HoursAMonth * prices.Units.DynamoDbWriteUnitHour)
            : Sum(table.Bytes / Gb * prices.Units.DynamoDbGbMonth, table.ReadUnits / 1e6m * prices.Units.DynamoDbMillionReads, table.WriteUnits / 1e6m * prices.Units.DynamoDbMillionWrites));

    static decimal? Sum(params decimal?[] parts) => Array.TrueForAll(parts, part => part.HasValue) ? Math.Round(parts.Sum(part => part!.Value), 2) : null;
}
