using ExecReports.Analysis.Finance;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Tests.Analysis.Finance;

public class MoneyTests
{
    [Fact]
    public void Net_burn_takes_the_high_contracted_revenue_from_the_low_end()
    {
        var rate = Burn.RateOf(Given.Entity("one") with
        {
            Costs = [Given.Cost("Slip", Given.Money(1000, 1500)), Given.Cost("Ads", null, actual: Given.Money(50)), Given.Cost("Permit", null)],
            Revenue = [Given.Stream("Retainers", null, null, null, Given.Money(200, 300)), Given.Stream("Trips", null, null, null)],
            Clients = [new() { At = Given.Line(), Name = "Bakery", Retainer = Given.Money(999) }],
        });

        Assert.Equal((1050m, 1550m, 1), (rate.Gross.Known.Low, rate.Gross.Known.High, rate.Gross.Unknown));
        Assert.Equal(new Bounds(750, 1350), rate.NetOrUnknown);
    }

    [Fact]
    public void Categories_are_matched_whatever_their_case_and_punctuation()
    {
        var model = Burn.Of([Given.Entity("one") with { Costs = [Given.Cost("a", Given.Money(1), "Moorage"), Given.Cost("b", Given.Money(2), " moorage.")] }]);

        Assert.Equal(3, Assert.Single(model.Categories).Gross.Known.Low);
    }

    [Theory]
    [InlineData(0, 0, CapitalTier.ZeroCost)]
    [InlineData(100, 500, CapitalTier.LowCost)]
    [InlineData(100, 501, CapitalTier.RevenueProducing)]
    public void The_high_end_of_a_cost_decides_its_tier(int low, int high, CapitalTier tier) =>
        Assert.Equal(tier, CapitalTiers.TierOf(new() { At = Given.Line(), Action = "a", Cost = Given.Money(low, high) }, new Thresholds()));

    [Fact]
    public void Payback_crosses_the_ends_and_has_one_decimal()
    {
        CapitalAction Action(Amount? cost, Amount? gain) => new() { At = Given.Line(), Action = "a", Cost = cost, ReturnPerMonth = gain };

        // 1,000 / 150 = 6.67; 1,400 / 100 = 14.
        Assert.Equal(new Bounds(6.7m, 14), CapitalTiers.PaybackOf(Action(Given.Money(1000, 1400), Given.Money(100, 150))));
        Assert.Equal(Bounds.Zero, CapitalTiers.PaybackOf(Action(Given.Money(0), null)));
        Assert.Null(CapitalTiers.PaybackOf(Action(Given.Money(1000), null)));
        Assert.Null(CapitalTiers.PaybackOf(Action(Given.Money(1000), Given.Money(0, 100))));
        Assert.Equal(CapitalTier.Unpriced, CapitalTiers.TierOf(Action(null, null), new Thresholds()));
    }

    [Fact]
    public void Runway_is_unknown_without_cash_and_endless_without_net_burn()
    {
        Handoff Entity(decimal cost, decimal contracted, params CashPosition[] cash) =>
            Given.Entity("one") with { Costs = [Given.Cost("Slip", Given.Money(cost))], Revenue = [Given.Stream("R", null, null, null, Given.Money(contracted))], Cash = cash };
        CashPosition Cash(decimal balance, DateOnly? on = null) => new() { At = Given.Line(), Account = "Checking", Balance = Given.Money(balance), On = on };

        Assert.StartsWith("unknown", Runway.Of([Entity(100, 0)]).Words, StringComparison.Ordinal);
        Assert.True(Runway.Of([Entity(100, 100, Cash(50))]).Endless);
        // The newer balance of an account replaces the older: 900 / 300.
        Assert.Equal(3, Runway.Of([Entity(400, 100, Cash(5000, Given.Day(2026, 10, 1)), Cash(900, Given.Day(2026, 11, 1)))]).LowMonths);
    }

    [Theory]
    [InlineData(1000, 1400, 1428, CostState.Expected)]
    [InlineData(1000, 1400, 1428.01, CostState.Over)]
    [InlineData(1000, 1400, 980, CostState.Expected)]
    [InlineData(1000, 1400, 979.99, CostState.Under)]
    public void A_cost_more_than_two_per_cent_off_the_nearer_end_is_a_variance(decimal low, decimal high, decimal actual, CostState state)
    {
        var audited = ExpenseAudit.Audit(Given.Entity("one"), Given.Cost("Slip", Given.Money(low, high), actual: Given.Money(actual)), 0.02m);

        Assert.Equal(state, audited.State);
        Assert.Equal(state == CostState.Over ? actual - high : 0, audited.Unexplained);
    }

    [Fact]
    public void A_vendor_of_two_entities_is_a_duplicate_and_a_similar_name_only_possibly_one()
    {
        var audit = ExpenseAudit.Of(
        [
            Given.Entity("one") with { Costs = [Given.Cost("Phone", Given.Money(30), vendor: "Bay Telephone"), Given.Cost("Hosting", Given.Money(10), vendor: "Amazon"), Given.Cost("Permit", Given.Money(5))] },
            Given.Entity("two") with { Costs = [Given.Cost("Line", Given.Money(40), vendor: "bay telephone"), Given.Cost("Cloud", Given.Money(12), vendor: "Amazon Web Services"), Given.Cost("permit", Given.Money(6))] },
        ],
        new Thresholds());

        Assert.Equal([("Bay Telephone", 70m, true), ("Permit", 11m, false)], audit.Duplicates.Select(d => (d.Name, d.Monthly.Known.Low, d.ByVendor)));
        Assert.Equal("Amazon Web Services", Assert.Single(audit.Possibly).Second.Line.Vendor);
    }

    [Fact]
    public void Savings_count_the_unknown_apart_and_a_blank_cell_or_a_dash_not_at_all()
    {
        var savings = Savings.Of([Given.Entity("one") with
        {
            Costs = [Given.Cost("a", null) with { Saving = Given.Money(5, 8), SavingAsWritten = "$5–8" }, Given.Cost("b", null) with { SavingAsWritten = "?" }, Given.Cost("c", null), Given.Cost("d", null) with { SavingAsWritten = "—" }],
        }]);

        Assert.Equal((5m, 8m, 1, 2), (savings.PerMonth.Known.Low, savings.PerMonth.Known.High, savings.PerMonth.Unknown, savings.Lines.Count));
    }

    [Fact]
    public void A_stream_without_units_in_a_month_is_left_out_of_that_month_and_named()
    {
        // Units in January alone: 3 × 100. In February and March nothing is known, which is not zero.
        var plan = ProfitabilityRoadmap.Of(
            [Given.Entity("one") with { Revenue = [Given.Stream("Whale watching", Given.Money(100), Given.Money(0), null) with { UnitsByMonth = [new(null, 1, Given.Number(3))] }] }], 2027, 1);

        Assert.Equal([(300m, 0), (0m, 1), (0m, 1)], plan.Months.Select(m => (m.Revenue, m.UnknownStreams)));
        Assert.Equal([Given.Day(2027, 2, 1), Given.Day(2027, 3, 1)], Assert.Single(plan.PartlyLeftOut).Months);
        Assert.Empty(plan.LeftOut);
    }

    [Fact]
    public void A_roadmap_item_counts_from_the_month_that_begins_after_its_date()
    {
        RoadmapItem Step(string title, DateOnly due, WorkState state = WorkState.Open) => new() { At = Given.Line(), Title = title, Due = due, MonthlyWorth = Given.Money(10, 30), State = state };
        var plan = ProfitabilityRoadmap.Of(
            [Given.Entity("one") with { Costs = [Given.Cost("Slip", Given.Money(30, 50))], Roadmap = [Step("a", Given.Day(2027, 1, 31)), Step("b", Given.Day(2027, 2, 1)), Step("c", Given.Day(2026, 12, 1), WorkState.Cancelled)] }], 2027, 1);

        // Middles: 20 each, 40 of cost. a counts from February, b from March; 20 + 20 reaches 40.
        Assert.Equal([0m, 20m, 40m], plan.Months.Select(m => m.Revenue));
        Assert.Equal(Given.Day(2027, 3, 1), plan.First!.Month);
    }

    [Fact]
    public void Accounts_keep_stated_numbers_and_number_the_others_around_them()
    {
        var accounts = ChartOfAccounts.Of(Given.Entity("one") with
        {
            Cash = [new() { At = Given.Line(), Account = "Checking" }],
            Revenue = [Given.Stream("Charters", null, null, null) with { Account = "4010 Charter revenue", Deferred = "day of the trip" }, Given.Stream("Lessons", null, null, null)],
            Costs = [Given.Cost("Fuel", null, "Trips", isFixed: false), Given.Cost("Slip", null, "Moorage"), Given.Cost("Agent", null, "insurance")],
        });

        Assert.Equal(
            ["1010 Checking", "2110 Deferred revenue, Charters", "4010 Charter revenue", "4020 Lessons", "5010 Trips", "6010 insurance", "6020 Moorage"],
            accounts.Select(a => $"{a.Number} {a.Name}"));
    }
}
