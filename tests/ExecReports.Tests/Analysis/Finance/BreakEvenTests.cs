using ExecReports.Analysis.Finance;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Tests.Analysis.Finance;

public class BreakEvenTests
{
    private static Handoff Entity(Amount? fixedCost, params RevenueStream[] streams) =>
        Given.Entity("one") with { Costs = [Given.Cost("Slip", fixedCost), Given.Cost("Fuel", Given.Money(9999), isFixed: false)], Revenue = streams };

    [Fact]
    public void Units_are_rounded_up_at_both_ends_and_variable_costs_are_left_out()
    {
        var point = BreakEven.Of(Entity(Given.Money(801, 1200), Given.Stream("Charters", Given.Money(500), Given.Money(100), Given.Number(3))));

        Assert.Equal(new Bounds(3, 3), point.Units);
        Assert.Equal("3 charters a month", point.Words);
    }

    [Fact]
    public void Contributions_are_weighted_by_units_and_streams_with_an_unknown_term_are_named()
    {
        // (400 × 1 + 100 × 3) / 4 = 175; 700 / 175 = 4.
        var point = BreakEven.Of(Entity(
            Given.Money(700),
            Given.Stream("Charters", Given.Money(500), Given.Money(100), Given.Number(1)),
            Given.Stream("Lessons", Given.Money(150), Given.Money(50), Given.Number(3)),
            Given.Stream("Vouchers", Given.Money(250), null, null)));

        Assert.Equal((175m, 4m), (point.Contribution!.Value.Low, point.Units!.Value.High));
        Assert.Equal("variable cost and number of units a month", Assert.Single(point.LeftOut).Lacks);
    }

    [Fact]
    public void A_price_range_takes_its_high_end_for_the_low_break_even()
    {
        var point = BreakEven.Of(Entity(Given.Money(1000), Given.Stream("Sails", Given.Money(300, 600), Given.Money(100), Given.Number(1))));

        // 1,000 / 500 and 1,000 / 200.
        Assert.Equal(new Bounds(2, 5), point.Units);
    }

    [Theory]
    [InlineData(100, 100)]
    [InlineData(90, 100)]
    public void Without_a_positive_contribution_there_is_none_and_it_is_said(int price, int variableCost)
    {
        var point = BreakEven.Of(Entity(Given.Money(1000), Given.Stream("Sails", Given.Money(price), Given.Money(variableCost), Given.Number(1))));

        Assert.Null(point.Units);
        Assert.StartsWith("no break-even", point.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void No_known_fixed_cost_is_unknown_and_not_zero()
    {
        var point = BreakEven.Of(Entity(null, Given.Stream("Sails", Given.Money(100), Given.Money(10), Given.Number(1))));

        Assert.Null(point.Units);
        Assert.Equal(BreakEvenState.NoFixedCost, point.State);
    }

    [Fact]
    public void The_group_s_fixed_costs_stand_over_the_named_stream_alone()
    {
        var facts = Given.Facts(
            Entity(Given.Money(1000), Given.Stream("Charters", Given.Money(500), Given.Money(100), Given.Number(3)), Given.Stream("Extras", Given.Money(90), Given.Money(80), Given.Number(50))),
            Given.Entity("two") with { Costs = [Given.Cost("Mooring", Given.Money(600))] });

        var named = BreakEven.OfGroup(facts with { Settings = new PortfolioSettings { BreakEvenStream = "charter" } });
        var absent = BreakEven.OfGroup(facts with { Settings = new PortfolioSettings { BreakEvenStream = "lessons" } });

        Assert.Equal(new Bounds(4, 4), named.Units);
        Assert.Equal("unknown: no revenue stream is named \"lessons\"", absent.Words);
    }

    [Theory]
    [InlineData(500, "The break-even is 2 charters a month.")]
    [InlineData(100, "There is no break-even: a unit leaves nothing over its variable cost, so more sales do not help.")]
    [InlineData(null, "The break-even is unknown: no stream has its price, variable cost and units all known.")]
    public void Each_state_reads_as_a_sentence(int? price, string expected) => Assert.Equal(
        expected,
        BreakEven.Of(Entity(Given.Money(800), Given.Stream("Charters", price is { } known ? Given.Money(known) : null, Given.Money(100), Given.Number(3)))).Sentence);
}
