using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;
using ExecReports.Reports.Accounting;
using ExecReports.Tests.Analysis;

namespace ExecReports.Tests.Reports;

public class AccountingReportTests
{
    private static PortfolioFacts Facts() => Given.Facts(
        Given.Entity("one") with
        {
            Costs = [
                Given.Cost("Slip", Given.Money(1000, 1400), "Moorage", Given.Money(1500), "Harbor"),
                Given.Cost("Fuel", Given.Money(200), "Trips", Given.Money(190), isFixed: false)],
            Revenue = [Given.Stream("Charters", Given.Money(500), Given.Money(100), Given.Number(3)) with { UnitsByMonth = [new(2027, 3, Given.Number(8))], Account = "4010 Charter revenue", Deferred = "day of the trip" }],
            Deposits = [
                new() { At = Given.Line(), Reference = "A", Stream = "Charters", Taken = Given.Money(100), TakenOn = Given.Day(2026, 10, 5), ServiceOn = Given.Day(2026, 11, 7) },
                new() { At = Given.Line(), Reference = "B", Stream = "Charters", Taken = Given.Money(250), TakenOn = Given.Day(2026, 11, 3), ServiceOn = Given.Day(2026, 12, 5) }],
            Roadmap = [new() { At = Given.Line(), Title = "Sign on the pier", Due = Given.Day(2027, 1, 15), MonthlyWorth = Given.Money(90) }],
        },
        Given.Entity("two") with { Costs = [Given.Cost("Mooring", Given.Money(600), "Moorage", vendor: "harbor")] });

    private static Figure Figure(PortfolioFacts facts, string id) => new AccountingReport().Build(facts, null).Figures.Single(f => f.Id == id);

    [Fact]
    public void Figures_are_those_worked_out_by_hand()
    {
        var facts = Facts();

        Assert.Equal(250, Figure(facts, "deferred.closing").Low);
        Assert.Equal(100, Figure(facts, "deferred.opening").Low);
        // 1,500 − 1,400; fuel is below by more than 2 %, which is a variance but no excess.
        Assert.Equal(100, Figure(facts, "audit.unexplained").Low);
        Assert.Equal(2, Figure(facts, "audit.variances").Low);
        Assert.Equal(1, Figure(facts, "audit.duplicates").Low);
        // Fixed 1,200 + 600; January 3 × 100 variable, 3 × 500 revenue; March 8 units and the sign's 90.
        Assert.Equal(2100, Figure(facts, "plan.needed.2027-01").Low);
        Assert.Equal(-600, Figure(facts, "plan.gap.2027-01").Low);
        Assert.Equal(-510, Figure(facts, "plan.gap.2027-02").Low);
        Assert.Equal(1490, Figure(facts, "plan.gap.2027-03").Low);
        Assert.Equal("Mar 2027", Figure(facts, "profitable.month").Text);
    }

    [Fact]
    public void The_report_says_what_is_held_and_when_the_quarter_turns_profitable()
    {
        var markdown = BuiltInReport.Markdown(new AccountingReport(), Facts());

        Assert.Contains("You hold $250 for 1 trip not yet sailed", markdown, StringComparison.Ordinal);
        Assert.Contains("first profitable month under the base case is March 2027", markdown, StringComparison.Ordinal);
        Assert.Contains("## Q1 2027 profitability roadmap", markdown, StringComparison.Ordinal);
        Assert.Contains("| 4010 | Charter revenue | Charters |", markdown, StringComparison.Ordinal);
        Assert.Contains("Mar 2027: 8", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_portfolio_says_in_words_what_is_missing()
    {
        var markdown = BuiltInReport.Markdown(new AccountingReport(), Given.Facts(Given.Entity("one")));

        Assert.Contains("No deposit is recorded", markdown, StringComparison.Ordinal);
        Assert.Contains("No handoff states a revenue stream", markdown, StringComparison.Ordinal);
        Assert.Contains("No handoff states a cost", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_facts_doubled_double_every_money_figure_and_no_other()
    {
        var single = new AccountingReport().Build(Facts(), null).Figures;
        var doubled = new AccountingReport().Build(Doubled.Of(Facts()), null).Figures;

        Doubled.AssertMoneyDoubles(single, doubled);
    }

    [Fact]
    public void A_yearly_cost_shows_what_was_written_beside_its_month_s_share()
    {
        var entity = HandoffReader.Read("agent_handoffs/projects/one.md", "# One\n\n## Costs\n\n| Item | Expected | Per |\n|---|---|---|\n| Tax | $2,640 | year |\n"u8);

        Assert.Contains("as written: Expected $2,640 per year", BuiltInReport.Markdown(new AccountingReport(), Given.Facts(entity)), StringComparison.Ordinal);
    }
}
