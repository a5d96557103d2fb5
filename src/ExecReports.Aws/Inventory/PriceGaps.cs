using System.Globalization;
using ExecReports.Inventory;

namespace ExecReports.Aws.Inventory;

/// <summary>Says whose costs are not known, and what would make them known.</summary>
static class PriceGaps
{
    const int Named = 3;

    /// <summary>At most one sentence.</summary>
    /// <param name="prices">The price list; null: there is none.</param>
    /// <param name="kind">What the resources are called, many of them.</param>
    /// <param name="resources">All of one source.</param>
    public static IEnumerable<string> Of(PriceList? prices, string kind, IReadOnlyList<AwsResource> resources)
    {
        var unknown = resources.Where(resource => resource.CostPerMonth is null).Select(resource => resource.Name).ToList();
        if (unknown.Count == 0)
            yield break;
        var names = SomeNames.Of(unknown, Named);
        yield return prices is null
            ? $"There is no {PriceList.FileName}: what the {kind} cost is not known ({names})."
            : string.Create(CultureInfo.InvariantCulture, $"{PriceList.FileName} sets no cost, and its prices or the use are not enough to compute one, for {unknown.Count} of {resources.Count} {kind} ({names}): what they cost is not known.");
    }
}
