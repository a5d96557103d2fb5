using System.Globalization;
using ExecReports.Inventory;

namespace ExecReports.Analysis.Engineering;

/// <summary>What a resource did in the last 30 days and what it costs.</summary>
/// <param name="Owned">The resource.</param>
/// <param name="Used">Whether it was used; null: no metric, so that it is not known.</param>
/// <param name="Use">Its use in words; a metric that is not known is said.</param>
/// <param name="Settings">Its settings in words.</param>
public sealed record ResourceUseLine(OwnedResource Owned, bool? Used, string Use, string Settings);

/// <summary>
/// Use of AWS resources in the last 30 days: Lambda invocations and errors, DynamoDB consumed units, CloudFront and S3 requests, S3 bytes and objects. No metric is unknown, not zero.
/// </summary>
public static class ResourceUse
{
    /// <summary>A line per resource, dearest first, unknown cost last.</summary>
    public static IReadOnlyList<ResourceUseLine> Of(ResourceOwnership owners) =>
        [.. owners.All.Select(Of).OrderByDescending(line => line.Owned.Resource.CostPerMonth.HasValue).ThenByDescending(line => line.Owned.Resource.CostPerMonth)];

    /// <summary>The line of a resource.</summary>
    public static ResourceUseLine Of(OwnedResource owned) => owned.Resource switch
    {
        LambdaFunction function => new(owned, Any(function.Invocations),
            Join(Count(function.Invocations, "invocation") ?? "no invocation metric", Count(function.Errors, "error")),
            Join(function.Runtime, function.MemoryMb is { } memory ? $"{Number(memory)} MB" : null, Changed(function.LastModified))),
        Bucket bucket => new(owned, Any(bucket.Requests),
            Join(Count(bucket.Requests, "request") ?? "no request metric", Count(bucket.Objects, "object"), Size(bucket.Bytes)),
            Join(Flag(bucket.Encrypted, "encrypted", "not encrypted"), Flag(bucket.Versioned, "versioned", "not versioned"), Flag(bucket.Public, "public", "private"), bucket.StorageClass is { } storage ? $"mostly {storage}" : null, Exactly(bucket.Bytes))),
        Distribution distribution => new(owned, Any(distribution.Requests),
            Join(Count(distribution.Requests, "request") ?? "no request metric", Size(distribution.BytesServed) is { } served ? served + " served" : null),
            Join(string.Join(", ", distribution.Aliases), distribution.MinimumTls, string.Join(", ", distribution.Origins.Select(origin => "from " + origin)),
                distribution.Status, Flag(distribution.Enabled, null, "disabled"), Changed(distribution.LastModified))),
        Table table => new(owned, table.ReadUnits is null && table.WriteUnits is null ? null : table.ReadUnits is > 0 || table.WriteUnits is > 0 ? true : table.ReadUnits is null || table.WriteUnits is null ? null : false,
            Join(Count(table.ReadUnits, "read unit") ?? "no read metric", Count(table.WriteUnits, "write unit") ?? "no write metric", Count(table.Items, "item"), Size(table.Bytes)),
            Join(table.BillingMode, Flag(table.PointInTimeRecovery, "point-in-time recovery", "no point-in-time recovery"),
                table.Indexes.Count > 0 ? "indexes " + string.Join(", ", table.Indexes) : null, Exactly(table.Bytes))),
        _ => new(owned, null, "no metric", ""),
    };

    static bool? Any(long? count) => count is { } known ? known > 0 : null;

    static string Join(params string?[] parts)
    {
        var said = string.Join("; ", parts.Where(part => !string.IsNullOrEmpty(part)));
        return said.Length > 0 ? said : "not known";
    }

    static string? Count(decimal? count, string unit) => count is { } known ? $"{Number(known)} {unit}{(known == 1 ? "" : "s")}" : null;

    static string? Flag(bool? value, string? yes, string no) => value is { } known ? known ? yes : no : null;

    static string? Changed(DateTimeOffset? at) => at is { } known ? "changed " + known.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture) : null;

    static string? Size(long? bytes) => bytes is { } known ? Number(Math.Round(known / UnitOf(known).Bytes, 1)) + " " + UnitOf(known).Name : null;

    // A size that is said in full by its short form is not said twice.
    static string? Exactly(long? bytes) => bytes is { } known && Math.Round(known / UnitOf(known).Bytes, 1) * UnitOf(known).Bytes != known ? $"{Number(known)} bytes" : null;

    static (decimal Bytes, string Name) UnitOf(long bytes) => bytes switch
    {
        >= 1_000_000_000 => (1e9m, "GB"),
        >= 1_000_000 => (1e6m, "MB"),
        _ => (1e3m, "kB"),
    };

    static string Number(decimal value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);
}
