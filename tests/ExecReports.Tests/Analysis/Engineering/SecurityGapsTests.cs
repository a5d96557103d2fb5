using ExecReports.Analysis;
using ExecReports.Analysis.Engineering;
using ExecReports.Git;
using ExecReports.Inventory;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Tests.Analysis.Engineering;

public class SecurityGapsTests
{
    static SecurityItem Item(string finding, string? resource = null, WorkState state = WorkState.Open) => new() { At = Given.Line(), Finding = finding, Resource = resource, State = state, Severity = 3 };

    static IReadOnlyList<SecurityGap> Gaps(SecurityItem[] items, params AwsResource[] resources)
    {
        var facts = Given.Facts(Given.Entity("one") with { Security = items, Aws = new MatchRules(["one-*"], []) }) with { Inventory = [ResourceOwnersTests.Snapshot(resources)] };
        return SecurityGaps.Of(facts);
    }

    [Fact]
    public void Each_rule_finds_its_gap_once()
    {
        var gaps = Gaps([],
            new LambdaFunction { Name = "one-f", Runtime = "python3.8" },
            new Bucket { Name = "one-b", Public = true, Encrypted = false },
            new Table { Name = "one-t", PointInTimeRecovery = false },
            new Distribution { Name = "one-d", MinimumTls = "TLSv1.1_2016" });

        Assert.Equal(["TLS below 1.2", "no encryption", "no point-in-time recovery", "public bucket", "runtime out of support"], gaps.Select(gap => gap.Rule).Order(StringComparer.Ordinal));
        Assert.All(gaps, gap => Assert.Equal(SecurityOrigin.Inventory, gap.Origin));
    }

    [Fact]
    public void What_the_inventory_does_not_know_is_no_finding_and_a_disabled_distribution_lets_nobody_in() =>
        Assert.Empty(Gaps([], new LambdaFunction { Name = "one-f" }, new Bucket { Name = "one-b" }, new Table { Name = "one-t" }, new Distribution { Name = "one-d" },
            new Distribution { Name = "one-e", MinimumTls = "TLSv1", Enabled = false }));

    [Theory]
    [InlineData("SSLv3", true)]
    [InlineData("TLSv1", true)]
    [InlineData("TLSv1_2016", true)]
    [InlineData("TLSv1.1_2016", true)]
    [InlineData("TLSv1.2_2018", false)]
    [InlineData("TLSv1.2_2021", false)]
    [InlineData("TLSv1.3_2025", false)]
    public void TLS_below_1_2_is_told_by_the_policys_name(string policy, bool below) => Assert.Equal(below, SecurityGaps.IsBelowTls12(policy));

    [Fact]
    public void An_item_and_a_finding_are_two_unless_the_item_names_the_resource()
    {
        var bucket = new Bucket { Name = "one-b", Public = true };

        Assert.Equal(2, Gaps([Item("Somebody can read a bucket")], bucket).Count);
        var merged = Assert.Single(Gaps([Item("Anybody can read it", "one-b")], bucket));
        Assert.Equal((SecurityOrigin.Both, "Anybody can read it", 2), (merged.Origin, merged.Finding, merged.Sources.Count));
        Assert.Single(Gaps([Item("The bucket one-b is public")], bucket));
        Assert.Equal(2, Gaps([Item("The bucket one-b-logs is public")], bucket).Count);
    }

    [Fact]
    public void One_item_takes_one_finding_of_its_resource()
    {
        var gaps = Gaps([Item("Public", "one-b")], new Bucket { Name = "one-b", Public = true, Encrypted = false });

        Assert.Equal([SecurityOrigin.Both, SecurityOrigin.Inventory], gaps.Select(gap => gap.Origin));
    }

    [Fact]
    public void Closed_items_do_not_count_and_do_not_hide_a_finding_and_an_unknown_state_counts_marked()
    {
        Assert.Empty(Gaps([Item("a", state: WorkState.Done), Item("b", state: WorkState.Cancelled)]));
        Assert.Single(Gaps([Item("closed", "one-b", WorkState.Done)], new Bucket { Name = "one-b", Public = true }));
        Assert.True(Assert.Single(Gaps([Item("a", state: WorkState.Unknown)])).StateUnknown);
    }

    [Fact]
    public void A_resource_of_nobody_counts_under_no_entity() => Assert.Null(Assert.Single(Gaps([], new Bucket { Name = "legacy", Public = true })).Entity);

    [Fact]
    public void Secrets_count_once_per_file_and_kind()
    {
        var audit = new GitAudit
        {
            Repository = "site", Reader = "git", Since = Given.AsOf, Until = Given.AsOf,
            Secrets = [new(".env", 1, "AWS access key"), new(".env", 9, "AWS access key"), new(".env", 2, "private key")],
        };
        var facts = Given.Facts(Given.Entity("one") with { Secrets = [new(Given.Line(), "password in a URL")] }) with { Audits = [new("one", audit)] };

        var gaps = SecurityGaps.Of(facts);

        Assert.Equal(["agent_handoffs/projects/one.md", "site/.env", "site/.env"], gaps.Select(gap => gap.Resource));
        Assert.Equal(2, gaps[1].Sources.Count);
    }
}
