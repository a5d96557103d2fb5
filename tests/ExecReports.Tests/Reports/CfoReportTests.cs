using ExecReports.Analysis;
using ExecReports.Operations;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;
using ExecReports.Reports.Cfo;
using ExecReports.Tests.Analysis;

namespace ExecReports.Tests.Reports;

public class CfoReportTests
{
    // Fixed: 1,000–1,400 + 600 = 1,600–2,000 a month; a charter leaves 500 − 100 = 400: ceiling(4.0) to ceiling(5.0).
    private static PortfolioFacts Facts() => Given.Facts(
        Given.Entity("one") with
        {
            Costs = [Given.Cost("Slip", Given.Money(1000, 1400), "Moorage"), Given.Cost("Fuel", Given.Money(200), "Trips", isFixed: false)],
            Revenue = [Given.Stream("Charters", Given.Money(500), Given.Money(100), Given.Number(3))],
            Cash = [new() { At = Given.Line(), Account = "Checking", Balance = Given.Money(4400), On = Given.Day(2026, 11, 20) }],
            Capital = [new() { At = Given.Line(), Action = "Sign on the pier", Cost = Given.Money(300), ReturnPerMonth = Given.Money(100) }],
            Guardrails = [new() { At = Given.Line(), Rule = "Cash at least $4,000", Measure = "Cash", Direction = GuardrailDirection.AtLeast, Limit = Given.Money(4000) }],
        },
        Given.Entity("two") with { Costs = [Given.Cost("Mooring", Given.Money(600), "Moorage"), Given.Cost("Permit", null)] }) with
    {
        Settings = new PortfolioSettings { Name = "Two boats", BreakEvenStream = "charters" },
        Operations = [Given.Operations(
            Given.Trip("T-1", Given.Day(2026, 11, 7), CharterState.Done),
            Given.Trip("T-2", Given.Day(2026, 11, 28), CharterState.Booked),
            Given.Trip("T-3", Given.Day(2026, 11, 14), CharterState.Cancelled),
            Given.Trip("T-4", Given.Day(2026, 12, 1), CharterState.Booked))],
    };

    private static Figure Figure(PortfolioFacts facts, string id) => new CfoReport().Build(facts, null).Figures.Single(f => f.Id == id);

    [Fact]
    public void Headline_figures_are_those_worked_out_by_hand()
    {
        var facts = Facts();

        var gross = Figure(facts, "burn.gross");
        Assert.Equal((1800m, 2200m, 1), (gross.Low, gross.High, gross.Unknown));
        var units = Figure(facts, "breakeven.units");
        Assert.Equal((4m, 5m), (units.Low, units.High));
        var missing = Figure(facts, "pace.short");
        Assert.Equal((2m, 3m), (missing.Low, missing.High));
        var worth = Figure(facts, "pace.worth");
        Assert.Equal((800m, 1200m), (worth.Low, worth.High));
        // 4,400 / 2,200 and 4,400 / 1,800.
        var runway = Figure(facts, "runway");
        Assert.Equal((2.0m, 2.4m), (runway.Low, runway.High));
    }

    // Tiers of capital aside: an action may cross the limit.
    [Fact]
    public void The_same_facts_doubled_double_every_money_figure_and_no_other() =>
        Doubled.AssertMoneyDoubles(new CfoReport().Build(Facts(), null).Figures, new CfoReport().Build(Doubled.Of(Facts()), null).Figures);

    [Fact]
    public void The_report_renders_with_every_section()
    {
        var markdown = BuiltInReport.Markdown(new CfoReport(), Facts());

        foreach (var heading in new[] { "## Monthly burn", "## Break-even", "## This month against break-even", "## Cash and runway", "## Capital", "## Financial guardrails", "## Data gaps", "## Sources" })
            Assert.Contains(heading, markdown, StringComparison.Ordinal);
        Assert.Contains("Charters in November 2026: 1 done and 1 booked, 2–3 short of the break-even of 4–5, worth $800–1,200 of contribution.", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_portfolio_says_in_words_what_is_missing()
    {
        var markdown = BuiltInReport.Markdown(new CfoReport(), Given.Facts(Given.Entity("one")));

        Assert.Contains("No handoff states a cost", markdown, StringComparison.Ordinal);
        Assert.Contains("No cash balance is known", markdown, StringComparison.Ordinal);
        Assert.Contains("No handoff states a financial guardrail", markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(14, "Monthly burn by category")]
    [InlineData(15, "Monthly burn, the 14 largest categories")]
    public void A_chart_that_leaves_categories_out_says_so(int categories, string title)
    {
        var facts = Given.Facts(Given.Entity("one") with { Costs = [.. Enumerable.Range(1, categories).Select(i => Given.Cost($"Cost {i}", Given.Money(i), $"Category {i}"))] });

        Assert.Equal(title, new CfoReport().Build(facts, null).Charts.Single(chart => chart.Id == "burn").Title);
    }

    [Fact]
    public void Ids_of_figures_are_unique()
    {
        var figures = new CfoReport().Build(Facts(), null).Figures;

        Assert.Equal(figures.Count, figures.Select(f => f.Id).Distinct().Count());
    }
}
