using ExecReports.Analysis.Finance;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Tests.Analysis.Finance;

public class GuardrailsTests
{
    [Theory]
    [InlineData(GuardrailDirection.AtMost, 100, 89, GuardrailState.Kept)]
    [InlineData(GuardrailDirection.AtMost, 100, 90, GuardrailState.Near)]
    [InlineData(GuardrailDirection.AtMost, 100, 100, GuardrailState.Near)]
    [InlineData(GuardrailDirection.AtMost, 100, 101, GuardrailState.Broken)]
    [InlineData(GuardrailDirection.AtLeast, 100, 111, GuardrailState.Kept)]
    [InlineData(GuardrailDirection.AtLeast, 100, 110, GuardrailState.Near)]
    [InlineData(GuardrailDirection.AtLeast, 100, 100, GuardrailState.Near)]
    [InlineData(GuardrailDirection.AtLeast, 100, 99, GuardrailState.Broken)]
    public void The_limit_itself_is_near_and_a_tenth_from_it_too(GuardrailDirection direction, int limit, int present, GuardrailState state) =>
        Assert.Equal(state, Guardrails.StateOf(direction, Bounds.Of(limit), Bounds.Of(present), 0.10m));

    [Fact]
    public void The_worse_end_of_a_range_counts()
    {
        Assert.Equal(GuardrailState.Broken, Guardrails.StateOf(GuardrailDirection.AtMost, Bounds.Of(100), new Bounds(50, 120), 0.10m));
        Assert.Equal(GuardrailState.Broken, Guardrails.StateOf(GuardrailDirection.AtLeast, Bounds.Of(100), new Bounds(90, 500), 0.10m));
    }

    private static Guardrail Rule(string measure, GuardrailDirection? direction, Amount? limit, Amount? present = null) =>
        new() { At = Given.Line(), Rule = measure, Measure = measure, Direction = direction, Limit = limit, Present = present };

    private static GuardrailCheck Check(Guardrail rule)
    {
        var entity = Given.Entity("one") with { Costs = [Given.Cost("Slip", Given.Money(1000, 1200))], Cash = [new() { At = Given.Line(), Account = "Checking", Balance = Given.Money(2400) }] };
        var other = Given.Entity("two") with { Costs = [Given.Cost("Mooring", Given.Money(600))] };
        return Guardrails.Check(Given.Facts(entity, other), entity, rule);
    }

    [Fact]
    public void A_computed_value_wins_over_a_typed_one_and_the_difference_is_marked()
    {
        var check = Check(Rule("Gross burn", GuardrailDirection.AtMost, Given.Money(1100), Given.Money(900)));

        Assert.Equal((GuardrailState.Broken, true), (check.State, check.Differs));
        Assert.Equal(new Bounds(1000, 1200), check.Present);
    }

    [Fact]
    public void A_measure_of_the_group_is_held_against_the_group()
    {
        Assert.Equal(new Bounds(1600, 1800), Check(Rule("Gross burn of the group", GuardrailDirection.AtMost, Given.Money(1900))).Present);
    }

    [Fact]
    public void Cash_in_months_is_the_runway()
    {
        var check = Check(Rule("Cash", GuardrailDirection.AtLeast, Given.Number(2) with { Remark = "months" }));

        // 2,400 / 1,200 and / 1,000: the limit itself.
        Assert.Equal(new Bounds(2.0m, 2.4m), check.Present);
        Assert.Equal(GuardrailState.Near, check.State);
    }

    private static GuardrailCheck Runway(decimal cash, decimal limit, Amount? contracted = null, Amount? present = null)
    {
        var entity = Given.Entity("one") with
        {
            Costs = [Given.Cost("Slip", Given.Money(1000))],
            Revenue = [Given.Stream("Retainers", null, null, null, contracted)],
            Cash = [new() { At = Given.Line(), Account = "Checking", Balance = Given.Money(cash) }],
        };
        return Guardrails.Check(Given.Facts(entity), entity, Rule("Runway", GuardrailDirection.AtLeast, Given.Number(limit), present));
    }

    [Theory]
    [InlineData(5960, GuardrailState.Broken)]
    [InlineData(6000, GuardrailState.Near)]
    [InlineData(6610, GuardrailState.Kept)]
    public void The_runway_is_held_against_its_limit_before_it_is_rounded(int cash, GuardrailState state) => Assert.Equal(state, Runway(cash, 6).State);

    [Fact]
    public void Cash_that_may_never_run_out_is_judged_by_the_end_at_which_it_does()
    {
        // Net burn 0 to 500: 2,000 last 4 months, or for ever.
        Assert.Equal(GuardrailState.Broken, Runway(2000, 6, Given.Money(500, 1000)).State);
        Assert.Equal(GuardrailState.Kept, Runway(2000, 3, Given.Money(500, 1000)).State);
        Assert.Equal("does not run out at the present burn", Runway(2000, 6, Given.Money(1000)).Computed!.Text);
        Assert.Equal(GuardrailState.Kept, Runway(2000, 6, Given.Money(1000)).State);
    }

    [Theory]
    [InlineData(5.0, false)]
    [InlineData(5.04, true)]
    [InlineData(4.9, true)]
    public void A_typed_value_differs_when_the_computed_one_with_as_many_decimals_is_another(decimal typed, bool differs) =>
        Assert.Equal(differs, Runway(5030, 3, present: Given.Number(typed)).Differs);

    [Fact]
    public void Unknown_costs_leave_the_burn_as_at_least_what_is_known()
    {
        var entity = Given.Entity("one") with { Costs = [Given.Cost("Slip", Given.Money(1000)), Given.Cost("Permit", null)] };
        var check = Guardrails.Check(Given.Facts(entity), entity, Rule("Gross burn", GuardrailDirection.AtMost, Given.Money(1500)));

        Assert.Equal((GuardrailState.Kept, 1), (check.State, check.Computed!.Unknown));
    }

    [Fact]
    public void Without_a_value_a_limit_or_a_direction_it_is_unknown_and_says_why()
    {
        Assert.Equal("no present value is stated, and none is computed under that name", Check(Rule("Ads", GuardrailDirection.AtMost, Given.Money(1))).Why);
        Assert.Equal("its limit is not known", Check(Rule("Cash", GuardrailDirection.AtMost, null)).Why);
        Assert.Equal("the rule says neither at most nor at least", Check(Rule("Cash", null, Given.Money(1))).Why);
        Assert.Equal(GuardrailState.Near, Check(Rule("Ads", GuardrailDirection.AtMost, Given.Money(300), Given.Money(280))).State);
    }
}
