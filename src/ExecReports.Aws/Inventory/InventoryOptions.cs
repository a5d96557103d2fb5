using ExecReports.Inventory;

namespace ExecReports.Aws.Inventory;

/// <summary>What the live inventory looks at.</summary>
/// <param name="Regions">Regions of functions and tables; buckets and distributions are those of the whole account.</param>
public sealed record InventoryOptions(IReadOnlyList<string> Regions)
{
    /// <summary>Calls that one source makes at a time. More would only be throttled: the services answer between 10 and 50 calls a second of the kinds made here.</summary>
    public int CallsAtOnce { get; init; } = 8;
    /// <summary>Retries of one call.</summary>
    public int Retries { get; init; } = 8;
    /// <summary>What resources cost; null: their costs are not known.</summary>
    public PriceList? Prices { get; init; }

    /// <summary>Where the costs of some resources come from; null: none of them is known.</summary>
    internal string? PriceSourceOf(IEnumerable<AwsResource> resources) => resources.Any(resource => resource.CostPerMonth is not null) ? Prices!.Name : null;
}
