using ExecReports.Analysis;
using ExecReports.Analysis.Engineering;
using ExecReports.Inventory;
using ExecReports.Portfolio;

namespace ExecReports.Tests.Analysis.Engineering;

public class ResourceOwnersTests
{
    internal static InventorySnapshot Snapshot(params AwsResource[] resources) => new()
    {
        CollectedAt = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero),
        Source = "inventory/aws.json",
        Functions = [.. resources.OfType<LambdaFunction>()],
        Buckets = [.. resources.OfType<Bucket>()],
        Distributions = [.. resources.OfType<Distribution>()],
        Tables = [.. resources.OfType<Table>()],
    };

    static Handoff Owner(string id, string[] names, params string[] tags) => Given.Entity(id) with { Aws = new MatchRules(names, tags) };

    [Theory]
    [InlineData("qos-site", "qos-*", true)]
    [InlineData("QOS-site", "qos-*", true)]
    [InlineData("xqos-site", "qos-*", false)]
    [InlineData("a-b-c", "*-b-*", true)]
    [InlineData("a1", "a?", true)]
    [InlineData("a", "a?", false)]
    [InlineData("", "*", true)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "a*a*a*a*a*a*a*c", false)]
    public void A_glob_matches_the_whole_name(string name, string glob, bool matches) => Assert.Equal(matches, ResourceOwners.IsLike(name, glob));

    [Fact]
    public void A_resource_belongs_to_the_first_entity_that_matches_and_a_clash_is_told()
    {
        var facts = Given.Facts(Owner("alpha", ["site-*"]), Owner("beta", ["*"])) with { Inventory = [Snapshot(new Bucket { Name = "site-1" }, new Bucket { Name = "other" })] };

        var owners = ResourceOwners.Of(facts);

        Assert.Equal(["alpha", "beta"], owners.All.Select(one => one.Entity?.Id));
        Assert.Equal("site-1", Assert.Single(owners.Clashes).Source);
    }

    [Fact]
    public void A_tag_or_a_domain_matches_too_and_the_rest_is_nobodys()
    {
        var facts = Given.Facts(Owner("alpha", ["*.example.com"], "client=*", "entity=alpha")) with
        {
            Inventory = [Snapshot(
                new LambdaFunction { Name = "f", Tags = new Dictionary<string, string> { ["Client"] = "pier" } },
                new LambdaFunction { Name = "g", Tags = new Dictionary<string, string> { ["entity"] = "beta" } },
                new Distribution { Name = "E1", Aliases = ["www.example.com"] })],
        };

        Assert.Equal(["alpha", null, "alpha"], ResourceOwners.Of(facts).All.Select(one => one.Entity?.Id));
    }
}
