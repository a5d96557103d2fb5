using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;
using ExecReports.Rendering;
using ExecReports.Reports;
using ExecReports.Reports.Decisions;
using ExecReports.Tests.Analysis;

namespace ExecReports.Tests.Reports.Decisions;

public class DecisionTests
{
    static readonly string[] s_reports = ["ceo", "cto", "accounting", "cmo", "cfo", "rental-51st", "delivery-eyd", "clients-dc"];

    static ReportDecisions Of(PortfolioFacts facts, string report) => DecisionBook.Of(facts).For(report)!;

    static PortfolioFacts With(PortfolioFacts facts, Thresholds limits) => facts with { Settings = facts.Settings with { Thresholds = limits } };

    [Fact]
    public async Task Every_report_of_the_sample_opens_with_one_to_three_decisions_that_have_owner_date_and_row()
    {
        var facts = await OfficerReportsTests.SampleAsync();
        foreach (var report in s_reports)
        {
            var decisions = Of(facts, report).Here;
            Assert.InRange(decisions.Count, 1, DecisionBook.Most);
            Assert.All(decisions, one =>
            {
                Assert.NotEmpty(one.Owner);
                Assert.NotEmpty(one.Sources);
                Assert.Matches(@"(\.md:\d+|\.json#.+)$", one.Sources[0].Location);
                Assert.True(one.Low is not null || one.Rule is "security gap" or "UX deficit" or "next channel" or "paid by several" or "campaign without its terms" or "broken guardrail", one.What);
                Assert.True(one.High is null || one.High >= facts.Thresholds.DecisionMoney);
            });
        }
    }

    [Fact]
    public async Task A_decision_stands_in_full_in_one_report_and_what_another_report_points_to_exists()
    {
        var facts = await OfficerReportsTests.SampleAsync();
        var all = s_reports.SelectMany(report => Of(facts, report).Here).ToList();

        Assert.Equal(all.Count, all.Select(one => one.Sources[0].Location).Distinct().Count());
        foreach (var report in s_reports)
            Assert.All(Of(facts, report).Elsewhere, pointed => Assert.Contains(all, one => one.What == pointed.What && one.Report != report));
        Assert.Equal(s_reports.Length - 1, Of(facts, "ceo").Elsewhere.Count);
    }

    [Fact]
    public async Task The_template_shows_what_is_at_stake_who_until_when_and_the_row()
    {
        var facts = await OfficerReportsTests.SampleAsync();
        var template = ReportCatalog.BuiltIn.Single(one => one.Id == "cfo");
        var markdown = new TemplateEngine().Render(template, ReportBuilders.Content(template, facts, null), new RenderContext
        {
            AsOf = facts.AsOf, GeneratedTimestamp = facts.CollectedAt, RunId = "run", ReportType = "cfo", Settings = facts.Settings,
        });

        Assert.Contains("At stake: **$5,200–6,800 once** · Owner: Captain · Due: 31 Mar 2027 · From: qos.md:206", markdown, StringComparison.Ordinal);
        Assert.True(markdown.IndexOf("## Decide", StringComparison.Ordinal) < markdown.IndexOf("::: kpis", StringComparison.Ordinal));
    }

    [Fact]
    public void Order_is_money_times_urgency_then_urgency_where_no_money_is_known()
    {
        var facts = Given.Facts(Given.Entity("one") with
        {
            Shortfalls = [Shortfall("small", 4, 100), Shortfall("unknown", 4, null), Shortfall("large", 4, 900), Shortfall("middle", 4, 500), Shortfall("only high", 3, 5000)],
        });

        var here = Of(facts, "ceo");
        Assert.Equal(["large (ONE)", "middle (ONE)", "small (ONE)"], here.Here.Select(one => one.What));
        Assert.Equal(1, here.More);
        Assert.Equal(["only high (ONE)", "large (ONE)", "middle (ONE)"], Of(With(facts, new Thresholds { DecisionUrgency = 3 }), "ceo").Here.Select(one => one.What));
        Assert.Equal(["large (ONE)"], Of(With(facts, new Thresholds { Decisions = 1 }), "ceo").Here.Select(one => one.What));
        Assert.Equal(["large (ONE)", "unknown (ONE)"], Of(With(facts, new Thresholds { DecisionMoney = 600 }), "ceo").Here.Select(one => one.What));
    }

    [Fact]
    public void Owner_and_date_come_from_the_row_and_are_proposed_where_it_has_none()
    {
        var facts = Given.Facts(Given.Entity("one") with
        {
            Shortfalls = [Shortfall("named", 4, 900) with { Owner = "Captain", Due = Given.Day(2026, 11, 20) }, Shortfall("bare", 4, 100)],
        });

        var (named, bare) = (Of(facts, "ceo").Here[0], Of(facts, "ceo").Here[1]);
        Assert.Equal(("Captain", false, Given.Day(2026, 11, 20), false, 4), (named.Owner, named.OwnerProposed, named.Due, named.DueProposed, named.DaysOverdue));
        Assert.Equal(("Chief Executive Officer", true, Given.AsOf.AddDays(14), true, 0), (bare.Owner, bare.OwnerProposed, bare.Due, bare.DueProposed, bare.DaysOverdue));
    }

    [Fact]
    public void The_same_matter_in_two_sections_is_decided_once_and_pointed_to_from_the_other_report()
    {
        var facts = Given.Facts(Given.Entity("one") with
        {
            Shortfalls = [Shortfall("No card reader", 4, 900) with { Action = "buy a card reader" }],
            Capital = [new CapitalAction { At = Given.Line(), Action = "Buy a card reader", Cost = Given.Money(200), ReturnPerMonth = Given.Money(100) }],
        });

        Assert.Equal(["No card reader (ONE)"], Of(facts, "ceo").Here.Select(one => one.What));
        Assert.Empty(Of(facts, "cfo").Here);
        Assert.Equal([new PointedDecision("No card reader (ONE)", "CEO report")], Of(facts, "cfo").Elsewhere);
    }

    [Theory]
    [InlineData(6, 100, "fast payback")]
    [InlineData(1, 100, null)]
    public void An_outlay_is_proposed_up_to_the_payback_that_is_set(int months, int gain, string? rule)
    {
        var facts = With(Given.Facts(Given.Entity("one") with
        {
            Capital = [new CapitalAction { At = Given.Line(), Action = "New sails", Cost = Given.Money(400), ReturnPerMonth = Given.Money(gain) }],
        }), new Thresholds { PaybackMonths = months });

        Assert.Equal(rule, Of(facts, "cfo").Here.SingleOrDefault()?.Rule);
    }

    [Fact]
    public void Nothing_to_decide_is_said_and_not_left_empty()
    {
        var facts = Given.Facts(Given.Entity("one"));
        var template = ReportCatalog.BuiltIn.Single(one => one.Id == "ceo");
        var markdown = new TemplateEngine().Render(template, ReportBuilders.Content(template, facts, null), new RenderContext
        {
            AsOf = facts.AsOf, GeneratedTimestamp = facts.CollectedAt, RunId = "run", ReportType = "ceo", Settings = facts.Settings,
        });

        Assert.Contains("## Decide\n\nThe rules find nothing here that needs a decision now.", markdown, StringComparison.Ordinal);
    }

    static Shortfall Shortfall(string title, decimal urgency, decimal? money) =>
        new() { At = Given.Line(), Title = title, Urgency = urgency, MoneyPerMonth = money is { } known ? Given.Money(known) : null };
}
