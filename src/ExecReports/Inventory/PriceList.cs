using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ExecReports.Schemas;

namespace ExecReports.Inventory;

/// <summary>
/// What AWS resources cost, in USD: <c>prices.json</c> of a portfolio (<c>schemas/prices.schema.json</c>). Prices change and differ by region, so that the product has none of its own: each list says where
/// it comes from and of which day it is, and so does every cost that is computed from it.
/// </summary>
public sealed record PriceList
{
    /// <summary>The file's name in a portfolio's folder.</summary>
    public const string FileName = "prices.json";

    static readonly Lazy<JsonShape> s_shape = new(() => JsonShape.Embedded("prices"));

    /// <summary>Where the prices come from.</summary>
    public required string Source { get; init; }
    /// <summary>The day that they are of.</summary>
    public required DateOnly Date { get; init; }
    /// <summary>Cost per month of single resources, by name or by kind and name (<c>lambda:booking</c>).</summary>
    public IReadOnlyDictionary<string, decimal> PerMonth { get; init; } = new Dictionary<string, decimal>();
    /// <summary>Prices of units.</summary>
    public UnitPrices Units { get; init; } = new();

    /// <summary>Source and date, as reports state them.</summary>
    [JsonIgnore]
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Source}, {Date:yyyy-MM-dd}");

    /// <summary>The cost that is set for one resource; null: none is.</summary>
    /// <param name="kind"><c>lambda</c>, <c>s3</c>, <c>cloudfront</c> or <c>dynamodb</c>.</param>
    /// <param name="name">Its name.</param>
    public decimal? Of(string kind, string name) =>
        PerMonth.TryGetValue($"{kind}:{name}", out var cost) || PerMonth.TryGetValue(name, out cost) ? cost : null;

    /// <summary>Reads a file's bytes.</summary>
    /// <exception cref="SourceFileException">It is not a list of prices; the message says where, what was found and what was expected. Prices are money: none is taken from a file that is wrong in part.</exception>
    public static PriceList Parse(ReadOnlyMemory<byte> utf8, string name)
    {
        using var file = RecordFile.Parse(utf8, name, s_shape.Value);
        if (file.Gaps.Count > 0)
            throw new SourceFileException(string.Join(Environment.NewLine, file.Gaps.Select(gap => $"{name}: {gap}.")));
        var list = JsonSerializer.Deserialize(WithoutMark(utf8.Span), PriceListJson.Default.PriceList)!;

        // Source-generated JSON gives init-only properties null, whatever their initialisers say.
        return list with { PerMonth = list.PerMonth ?? new Dictionary<string, decimal>(), Units = list.Units ?? new() };
    }

    static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) => utf8 is [0xEF, 0xBB, 0xBF, ..] ? utf8[3..] : utf8;
}

/// <summary>Prices of units, USD; null: not known.</summary>
public sealed record UnitPrices
{
    /// <summary>A million Lambda invocations.</summary>
    public decimal? LambdaMillionRequests { get; init; }
    /// <summary>A second of Lambda at 1 GB (2^30 bytes) of memory.</summary>
    public decimal? LambdaGbSecond { get; init; }
    /// <summary>A GB (2^30 bytes) of S3 for a month, by storage class.</summary>
    public IReadOnlyDictionary<string, decimal>? S3GbMonth { get; init; }
    /// <summary>A GB (2^30 bytes) that CloudFront sends to viewers.</summary>
    public decimal? CloudFrontGb { get; init; }
    /// <summary>Ten thousand requests to CloudFront.</summary>
    public decimal? CloudFrontTenThousandRequests { get; init; }
    /// <summary>A GB (2^30 bytes) of DynamoDB for a month.</summary>
    public decimal? DynamoDbGbMonth { get; init; }
    /// <summary>A million read units of a table that is paid per request.</summary>
    public decimal? DynamoDbMillionReads { get; init; }
    /// <summary>A million write units of a table that is paid per request.</summary>
    public decimal? DynamoDbMillionWrites { get; init; }
    /// <summary>A provisioned read unit for an hour.</summary>
    public decimal? DynamoDbReadUnitHour { get; init; }
    /// <summary>A provisioned write unit for an hour.</summary>
    public decimal? DynamoDbWriteUnitHour { get; init; }
}

/// <summary>Source-generated JSON of price lists.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(PriceList))]
internal sealed partial class PriceListJson : JsonSerializerContext;
