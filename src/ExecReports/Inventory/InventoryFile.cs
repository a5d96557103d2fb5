using System.Text.Json.Serialization.Metadata;
using ExecReports.Schemas;

namespace ExecReports.Inventory;

/// <summary>
/// AWS resources from a JSON file of the portfolio (<c>inventory/*.json</c>, <c>schemas/inventory.schema.json</c>, <c>docs/inventory-and-operations.md</c>).
/// </summary>
/// <param name="path">The file on this machine.</param>
/// <param name="name">Its name in messages and in Sources: relative to the portfolio's folder.</param>
public sealed class InventoryFile(string path, string name) : IInventoryCollector
{
    static readonly Lazy<JsonShape> Shape = new(() => JsonShape.Embedded("inventory"));
    static readonly IReadOnlyDictionary<string, string> NoTags = new Dictionary<string, string>();

    /// <inheritdoc/>
    /// <exception cref="SourceFileException">The file is no JSON object.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async Task<InventorySnapshot> CollectAsync(CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        return Parse(bytes, name, new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero));
    }

    /// <summary>Reads a file's bytes; <paramref name="written"/> stands in where the file does not say when it was collected.</summary>
    /// <exception cref="SourceFileException">The bytes are no JSON object.</exception>
    public static InventorySnapshot Parse(ReadOnlyMemory<byte> utf8, string name, DateTimeOffset written)
    {
        using var file = RecordFile.Parse(utf8, name, Shape.Value);
        return new InventorySnapshot
        {
            CollectedAt = file.Moment("collectedAt", written),
            Source = name,
            Origin = file.Text("source"),
            PriceSource = file.Text("priceSource"),
            Functions = Resources(file, "functions", InventoryJson.Default.LambdaFunction, one => one with { Tags = one.Tags ?? NoTags }),
            Buckets = Resources(file, "buckets", InventoryJson.Default.Bucket, one => one with { Tags = one.Tags ?? NoTags }),
            Distributions = Resources(file, "distributions", InventoryJson.Default.Distribution,
                one => one with { Tags = one.Tags ?? NoTags, Aliases = one.Aliases ?? [], Origins = one.Origins ?? [] }),
            Tables = Resources(file, "tables", InventoryJson.Default.Table, one => one with { Tags = one.Tags ?? NoTags, Indexes = one.Indexes ?? [] }),
            Gaps = [.. file.Gaps, .. file.Texts("gaps")],
        };
    }

    // Two records of one name and region are one resource told twice: it would be counted, and paid, twice.
    static List<T> Resources<T>(RecordFile file, string property, JsonTypeInfo<T> type, Func<T, T> complete)
        where T : AwsResource
    {
        var seen = new HashSet<(string, string?)>();
        var resources = new List<T>();
        foreach (var (path, resource) in file.Records(property, type, complete))
        {
            if (seen.Add((resource.Name, resource.Region)))
                resources.Add(resource);
            else
                file.LeaveOut(path, $"“{resource.Name}” a second time", "each resource once; the first is taken");
        }

        return resources;
    }
}
