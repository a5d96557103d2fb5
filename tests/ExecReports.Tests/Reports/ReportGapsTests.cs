using ExecReports.Analysis;
using ExecReports.Git;
using ExecReports.Inventory;
using ExecReports.Operations;
using ExecReports.Portfolio;
using ExecReports.Reports;

namespace ExecReports.Tests.Reports;

public class ReportGapsTests
{
    static readonly DateOnly AsOf = new(2026, 11, 24);

    static SourceLine At(string file, int line) => new(file, line);

    static Handoff Entity(string id) => new() { Id = id, Name = id.ToUpperInvariant(), File = $"agent_handoffs/projects/{id}.md", Changed = new(2026, 11, 20) };

    static PortfolioFacts Facts(params Handoff[] handoffs) => new()
    {
        AsOf = AsOf,
        Settings = new(),
        Handoffs = handoffs,
        CollectedAt = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero),
    };

    static GitAudit Audit(string repository) => new()
    {
        Repository = repository,
        Reader = "git",
        Since = AsOf.AddDays(-90),
        Until = AsOf,
        DefaultBranch = "main",
        Head = "0123456789abcdef",
        LastCommitAt = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero),
    };

    [Fact]
    public void A_diagnostic_says_what_was_found_and_what_is_expected_at_its_line()
    {
        var entity = Entity("alpha") with
        {
            Diagnostics = [new(DiagnosticSeverity.Error, "amount-unreadable", At("a.md", 9), "“$18O”", "an amount such as $180")],
        };

        var gap = Assert.Single(ReportGaps.Of(Facts(entity), null));

        Assert.Equal(new DataGap("a.md:9", "Found “$18O”; expected an amount such as $180."), gap);
    }

    [Fact]
    public void A_table_that_was_not_read_is_named_with_the_nearest_known_heading()
    {
        var table = new SectionTable(At("a.md", 30), ["Thing", "Money"], [["x", "1"]], [32], Read: false) { NearestKnown = "Costs" };
        var entity = Entity("alpha") with { Sections = [new("Cots", SectionKind.Other, At("a.md", 28)) { Tables = [table] }] };

        var gap = Assert.Single(ReportGaps.Of(Facts(entity), null));

        Assert.Equal("a.md:30", gap.Where);
        Assert.Contains("“Cots” (Thing, Money; 1 row)", gap.What);
        Assert.EndsWith("the nearest known heading is “Costs”.", gap.What);
    }

    [Fact]
    public void A_table_that_a_diagnostic_already_speaks_about_is_not_listed_twice()
    {
        var table = new SectionTable(At("a.md", 30), ["Thing"], [["x"]], [32], Read: false);
        var entity = Entity("alpha") with
        {
            Sections = [new("Cots", SectionKind.Other, At("a.md", 28)) { Tables = [table] }],
            Diagnostics = [new(DiagnosticSeverity.Hint, "heading-near", At("a.md", 28), "heading “Cots”", "“Costs”")],
        };

        Assert.Equal("a.md:28", Assert.Single(ReportGaps.Of(Facts(entity), null)).Where);
    }

    [Fact]
    public void A_domain_report_sees_its_own_entity_and_the_group_and_nobody_else()
    {
        Diagnostic Slip(string file) => new(DiagnosticSeverity.Warning, "x", At(file, 1), "a", "b");
        var facts = Facts(Entity("alpha") with { Diagnostics = [Slip("alpha.md")] }, Entity("beta") with { Diagnostics = [Slip("beta.md")] }) with
        {
            Gaps = [new("git", "beta-site", "no repository", "beta"), new("git", "alpha-site", "no repository", "alpha"), new("inventory", "aws.json", "is missing")],
        };

        var gaps = ReportGaps.Of(facts, facts.Handoffs[0]);

        Assert.Equal(["alpha-site", "aws.json", "alpha.md:1"], gaps.Select(gap => gap.Where));
        Assert.Equal("is missing.", gaps[1].What);
    }

    [Fact]
    public void Sources_that_a_report_does_not_draw_on_leave_no_gap()
    {
        var facts = Facts(Entity("alpha")) with
        {
            Inventory = [new() { CollectedAt = default, Source = "aws.json", Gaps = ["functions[2]: no name"] }],
            Operations = [new() { CollectedAt = default, Source = "charters.json", Gaps = ["events[1]: no start"] }],
            Audits = [new("alpha", Audit("site") with { Empty = true })],
        };

        Assert.Equal(["aws.json", "site", "charters.json"], ReportGaps.Of(facts, null).Select(gap => gap.Where));
        Assert.Equal(["charters.json"], ReportGaps.Of(facts, null, SourceKinds.Handoffs | SourceKinds.Operations).Select(gap => gap.Where));
    }

    [Fact]
    public void A_redacted_secret_is_told_by_its_place_and_kind()
    {
        var entity = Entity("alpha") with { Secrets = [new(At("a.md", 12), "AWS access key")] };

        var gap = Assert.Single(ReportGaps.Of(Facts(entity), null));

        Assert.Equal("a.md:12", gap.Where);
        Assert.Contains("AWS access key", gap.What);
    }

    [Fact]
    public void Sources_name_each_file_call_and_commit_range_with_its_time()
    {
        var taken = new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);
        var facts = Facts(Entity("alpha")) with
        {
            Inventory = [new() { CollectedAt = taken, Source = "inventory/aws.json", PriceSource = "invoice of October" }],
            Operations = [new() { CollectedAt = taken, Source = "operations/charters.json" }],
            Audits = [new("alpha", Audit("site"))],
        };

        Assert.Equal(
            [
                new("Handoff", "agent_handoffs/projects/alpha.md", new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero)),
                new("AWS inventory", "inventory/aws.json (prices: invoice of October)", taken),
                new("Git", "site, main at 0123456789, 26 Aug 2026 to 24 Nov 2026", new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero)),
                new("Operations", "operations/charters.json", taken),
            ],
            ReportSources.Of(facts, null));
    }
}
