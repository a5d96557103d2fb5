using ExecReports.Analysis;
using ExecReports.Analysis.Engineering;
using ExecReports.Git;
using ExecReports.Portfolio;

namespace ExecReports.Tests.Analysis.Engineering;

public class MaturityTests
{
    internal static GitAudit Audit(string repository = "site") => new() { Repository = repository, Reader = "git", Since = Given.AsOf.AddDays(-90), Until = Given.AsOf, Commits = 10, Head = "abc", DefaultBranch = "main" };

    static GitAudit Perfect() => Audit() with
    {
        Weeks = [new(Given.AsOf, 5), new(Given.AsOf, 5), new(Given.AsOf, 0)],
        ReviewedShare = 0.5m, HasTests = true, CiFiles = [".github/workflows/ci.yml"],
        Releases = [new("v3", Given.AsOf, "a"), new("v2", Given.AsOf.AddDays(-40), "b"), new("v1", Given.AsOf.AddDays(-90), "c"), new("v0", Given.AsOf.AddDays(-91), "d")],
        LeadTimeDays = 14, BusFactor = 2, StaleBranches = [new("old", new(2026, 1, 1), Merged: true)],
    };

    [Fact]
    public void Each_criterion_is_met_at_its_threshold() => Assert.Equal((8, 4), (Maturity.OfRepository(Perfect()).Met, Maturity.OfRepository(Perfect()).Level));

    [Fact]
    public void Each_criterion_is_missed_just_beside_its_threshold()
    {
        GitAudit[] worse =
        [
            Perfect() with { Weeks = [new(Given.AsOf, 5), new(Given.AsOf, 0), new(Given.AsOf, 0)] }, Perfect() with { ReviewedShare = 0.49m }, Perfect() with { HasTests = false }, Perfect() with { CiFiles = [] },
            Perfect() with { Releases = Perfect().Releases.Take(2).ToList() }, Perfect() with { LeadTimeDays = 14.1m }, Perfect() with { BusFactor = 1 },
            Perfect() with { StaleBranches = [new("old", new(2026, 1, 1), Merged: false)] },
        ];

        Assert.All(worse, audit => Assert.Equal(7, Maturity.OfRepository(audit).Met));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    [InlineData(6, 3)]
    [InlineData(7, 4)]
    [InlineData(8, 4)]
    public void Levels_have_stated_thresholds(int met, int level) => Assert.Equal(level, Maturity.LevelOf(met));

    [Fact]
    public void An_entity_has_the_lowest_level_of_its_repositories_and_a_quiet_one_does_not_count()
    {
        var one = Given.Entity("one") with { Repositories = [new("site", Given.Line())] };
        PortfolioFacts Facts(params GitAudit[] audits) => Given.Facts(one) with { Audits = [.. audits.Select(audit => new EntityAudit("one", audit))] };

        // The bare audit meets one criterion: no stale branch.
        Assert.Equal(1, Maturity.Of(Facts(Perfect(), Audit("tool")))[0].Level);
        Assert.StartsWith("tool: 1 of 8 criteria met; lacking: ", Maturity.Of(Facts(Perfect(), Audit("tool")))[0].Why);
        Assert.Equal(4, Maturity.Of(Facts(Perfect(), Audit("quiet") with { Commits = 0 }))[0].Level);
        Assert.Equal((null, "no commit in the window"), (Maturity.Of(Facts(Audit() with { Commits = 0 }))[0].Level, Maturity.Of(Facts(Audit() with { Commits = 0 }))[0].Why));
        Assert.Equal("none of its repositories could be read", Maturity.Of(Facts())[0].Why);
    }
}
