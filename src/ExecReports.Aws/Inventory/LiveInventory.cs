using ExecReports.Inventory;

namespace ExecReports.Aws.Inventory;

/// <summary>The sources of the live inventory: functions and tables by region, buckets and distributions once.</summary>
public static class LiveInventory
{
    /// <summary>Collectors by the name that plans and gaps call them.</summary>
    public static IReadOnlyDictionary<string, IInventoryCollector> Sources(InventoryClients clients, InventoryOptions options, TimeProvider time)
    {
        var sources = new Dictionary<string, IInventoryCollector>
        {
            ["AWS CloudFront"] = new DistributionCollector(clients, options, time),
            ["AWS S3"] = new BucketCollector(clients, options, time),
        };
        foreach (var region in options.Regions.Distinct(StringComparer.Ordinal))
        {
            sources[$"AWS DynamoDB {region}"] = new TableCollector(clients, region, options, time);
            sources[$"AWS Lambda {region}"] = new FunctionCollector(clients, region, options, time);
        }
        return sources;
    }
}
