using ExecReports.Git;

namespace EndToEnd.Samples;

/// <summary>What the audit finds in the sample's repositories; counts of the 90 days beside those of <c>git rev-list</c> and <c>git shortlog</c>.</summary>
public sealed class SampleAuditTests(SampleAudits sample) : IClassFixture<SampleAudits>
{
    private readonly Dictionary<string, GitAudit> _audits = sample.ByRepository;

    [Theory]
    [InlineData("qos-site", 67, 13, 2)]
    [InlineData("jada-web", 7, 0, 0)]
    [InlineData("qdn-booking", 22, 6, 1)]
    [InlineData("dc-clients", 64, 13, 2)]
    [InlineData("stay-3028", 20, 0, 0)]
    [InlineData("eyd-ops", 23, 6, 1)]
    public void Commits_of_people_and_bots_and_merges_are_those_that_git_counts(string repository, int people, int bots, int merges)
    {
        var audit = _audits[repository];

        Assert.Equal((people, bots, merges), (audit.Commits, audit.BotCommits, audit.Merges));
    }

    [Fact]
    public void An_engineer_with_two_names_is_one_author() =>
        Assert.Equal(["Engineer", "Operator", "Contractor", "Captain"], _audits["qos-site"].Authors.Select(author => author.Name));

    [Fact]
    public void The_neglected_site_has_neither_tests_nor_checks_and_the_booking_site_has_both()
    {
        Assert.False(_audits["jada-web"].HasTests);
        Assert.Empty(_audits["jada-web"].CiFiles);
        Assert.True(_audits["qos-site"].HasTests);
        Assert.Equal([".github/workflows/test.yml"], _audits["qos-site"].CiFiles);
    }

    [Fact]
    public void Branches_that_nobody_has_touched_for_90_days_are_stale()
    {
        var branch = Assert.Single(_audits["qos-site"].StaleBranches, branch => !branch.Merged);

        Assert.Equal(("gift-vouchers", new DateOnly(2026, 7, 16)), (branch.Name, branch.TipOn));
    }

    [Fact]
    public void Nothing_looks_like_a_secret_so_that_the_repositories_add_no_security_gap() => Assert.All(_audits.Values, audit => Assert.Empty(audit.Secrets));
}
