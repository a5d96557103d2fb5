using System.Text.Json;
using System.Text.Json.Nodes;
using ExecReports.Analysis;
using ExecReports.Analysis.Engineering;
using ExecReports.Inventory;
using ExecReports.Workspace;

namespace ExecReports.Aws.Tests.Inventory;

/// <summary>The sample's inventory, once read from its file and once collected from services that hold the same resources.</summary>
public sealed class SampleFindingsTests
{
    static InventorySnapshot File => InventoryFile.Parse(System.Text.Encoding.UTF8.GetBytes(SampleAccount.Json), "inventory/aws.json", SampleAccount.Clock.GetUtcNow());

    [Fact]
    public async Task Every_resource_is_found_with_all_that_the_file_says_of_it()
    {
        await using var account = await SampleAccount.StartAsync();

        var found = await SampleAccount.CollectAsync(account.Sources());

        Assert.Equal(["AWS CloudFront", "AWS DynamoDB us-west-2", "AWS Lambda us-west-2", "AWS S3"], found.Select(snapshot => snapshot.Source));
        Assert.Equal(Lines(File), Lines(found));
        Assert.All(found, snapshot => Assert.Equal("Cost allocation report of October 2026, 2026-11-01", snapshot.PriceSource));
        // The one function whose use the file does not know.
        Assert.Equal(
            ["cloudwatch:GetMetricData failed for legacy-newsletter-import: CloudWatch answered InternalError; the metric Invocations of the last 30 days is not known."],
            found.SelectMany(snapshot => snapshot.Gaps));
    }

    [Fact]
    public async Task Findings_owners_savings_and_use_are_those_of_the_file()
    {
        await using var account = await SampleAccount.StartAsync();

        var live = await SampleAccount.FactsAsync(await SampleAccount.CollectAsync(account.Sources()));
        var file = await SampleAccount.FactsAsync(File);

        var expected = Findings(file);
        Assert.True(expected.Count > 40, "the sample has resources, findings and savings");
        Assert.Equal(expected, Findings(live));
    }

    static SortedSet<string> Findings(PortfolioFacts facts)
    {
        var owners = ResourceOwners.Of(facts);
        return
        [
            .. owners.All.Select(owned => $"owner {owned.Kind} {owned.Title}: {owned.Entity?.Id ?? "unassigned"}"),
            .. owners.Clashes.Select(clash => $"clash {clash.Reason}"),
            .. SecurityGaps.Of(facts).Select(gap => $"security {gap.Entity?.Id} {gap.Resource} {gap.Rule} {gap.Finding} {gap.Severity} {gap.Origin}"),
            .. Savings.Of(facts).Select(saving => $"saving {saving.Entity?.Id} {saving.What} {saving.Why} {saving.PerMonth} {saving.Counted}"),
            .. ResourceUse.Of(owners).Select(line => $"use {line.Owned.Title} {line.Used} {line.Owned.Resource.CostPerMonth}"),
        ];
    }

    // What the services tell beyond the file (storage class, bytes served) is left out; all else has to be the same.
    static List<string> Lines(params InventorySnapshot[] snapshots) =>
    [
        .. snapshots.SelectMany(snapshot =>
        {
            var json = JsonNode.Parse(JsonSerializer.Serialize(snapshot, SnapshotJson.Default.InventorySnapshot))!;
            return new[] { "functions", "buckets", "distributions", "tables" }.SelectMany(list => json[list]!.AsArray().Select(resource =>
            {
                resource!.AsObject().Remove("storageClass");
                resource.AsObject().Remove("bytesServed");
                return $"{list} {resource.ToJsonString()}";
            }));
        }).Order(StringComparer.Ordinal),
    ];
}
