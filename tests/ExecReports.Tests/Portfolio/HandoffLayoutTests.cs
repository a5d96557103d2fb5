using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Tests.Portfolio;

/// <summary>The ways in which people who never saw docs/handoffs.md lay out the same facts.</summary>
public class HandoffLayoutTests
{
    private static decimal?[] Lows(IEnumerable<CostLine> costs) => [.. costs.Select(cost => cost.Expected?.Low)];

    [Theory]
    [InlineData("## Costs\n\n| Item | Expected |\n|---|---|\n| Hosting | $20 |\n| Slip | $300 |")]
    [InlineData("## Monthly costs (as of 2026-10-01)\n\n| What we pay for | How much |\n|---|---|\n| Hosting | $20 |\n| Slip | $300 |")]
    [InlineData("# Expenses:\n\nExpense | $/mo\n---|---\nHosting | 20\nSlip | 300")]
    [InlineData("Burn rate\n---------\n\n| Line item | Monthly Cost ($) |\n|---|---|\n| Hosting | 20 |\n| Slip | 300 |")]
    [InlineData("## 3. Running Costs — 2026\n\n- Hosting — $20/month\n- Slip: $300")]
    [InlineData("## What we pay\n* Hosting ($20/mo)\n* Slip $300 monthly")]
    [InlineData("**Costs**\n\n1. Hosting: 20\n2. Slip: 300")]
    [InlineData("Costs:\n- Hosting = $20\n- Slip = $300")]
    [InlineData("## Our current expenses\nHosting: $20\nSlip: $300")]
    [InlineData("## Costs\n| Item | Annual cost |\n|---|---|\n| Hosting | $240 |\n| Slip | $3,600 |")]
    [InlineData("## Costs\n| Item | Cost (per year) |\n|---|---|\n| Hosting | $240 |\n| Slip | 3.6K |")]
    [InlineData("## Costs\n| Item | Cost | Billed |\n|---|---|---|\n| Hosting | $20 | |\n| Slip | $300 | |")]
    [InlineData("## Costs\n| Item | Amount | Every |\n|---|---|---|\n| Hosting | $60 | quarter |\n| Slip | $3,600 | yearly |")]
    [InlineData("## Acme — Costs\n> | Item | Expected |\n> |---|---|\n> | Hosting | $20 |\n> | Slip | $300 |")]
    [InlineData("## Costs\n| Item | Expected |\n| Hosting | $20 |\n| Slip | $300 |")]
    [InlineData("## Costs\n| Item | Expected |\n|---|---|\n| Hosting | $20 |\n<!-- | Old | $999 | -->\n| Slip | $300 |")]
    [InlineData("## Costs\n| Item | Expected |\n|---|---|\n| Hosting | $20 |\n\n| Slip | $300 |")]
    [InlineData("## Costs\n<!--\n| Old | $999 |\n-->\n| Item | Expected |\n|---|---|\n| `Hosting | $20 |\n| Slip` | $300 |")]
    public void Costs_come_out_the_same_however_they_are_laid_out(string markdown) =>
        Assert.Equal([20m, 300m], Lows(Sample.Read(markdown).Costs));

    [Fact]
    public void Low_and_high_in_columns_of_their_own_are_a_range()
    {
        var costs = Sample.Read("## Costs\n| Item | Low | High |\n|---|---|---|\n| Fuel | $400 | $600 |").Costs;
        Assert.Equal(new Bounds(400, 600), costs[0].Expected!.Bounds);
    }

    [Fact]
    public void A_lower_heading_or_a_bold_row_is_the_group_of_what_follows()
    {
        var costs = Sample.Read("""
            ## Costs
            ### Boats
            | Item | Expected |
            |---|---|
            | Slip | $300 |
            ### Variable
            - Fuel: $200
            ## Expenses
            | Item | Expected |
            |---|---|
            | **Marketing** | |
            | Ads | $50 |
            """).Costs;
        Assert.Equal([("Slip", "Boats", true), ("Fuel", "Variable", false), ("Ads", "Marketing", true)], costs.Select(cost => (cost.Item, cost.Category, cost.Fixed)));
    }

    [Fact]
    public void Sections_with_one_heading_merge_and_say_so()
    {
        var handoff = Sample.Read("## Costs\n- Slip: $300\n\n## Team\n- Captain: sails\n\n## Costs\n- Fuel: $200");
        Assert.Equal(["Slip", "Fuel"], handoff.Costs.Select(cost => cost.Item));
        Assert.Equal(7, Assert.Single(handoff.Diagnostics, diagnostic => diagnostic.Code == "heading-duplicate").At.Line);
    }

    [Fact]
    public void A_campaign_may_be_laid_out_by_terms()
    {
        var campaign = Assert.Single(Sample.Read("""
            ## Campaigns
            ### Winter e-mail blast
            | Term | Low | High | Source |
            |---|---|---|---|
            | Recipients | 3,676 | 3,676 | list export |
            | Deliverable | 85% | 92% | 2 bounced tests |
            | Open rate | 15% | 22% | industry |
            | Click-through rate | 2% | 3% | industry |
            | Booking rate | 4% | 6% | guess |
            | Value per booking | $700 | $1.2K | bookings |
            """).Campaigns);
        Assert.Equal("Winter e-mail blast", campaign.Name);
        Assert.Equal(3676, campaign.Audience!.Low);
        Assert.Equal(new Bounds(0.85m, 0.92m), campaign.Deliverable!.Bounds);
        Assert.Equal("2 bounced tests", campaign.Deliverable.Remark);
        Assert.Equal(new Bounds(0.02m, 0.03m), campaign.Click!.Bounds);
        Assert.Equal(new Bounds(0.04m, 0.06m), campaign.Booking!.Bounds);
        Assert.Equal(new Bounds(700, 1200), campaign.Value!.Bounds);
    }

    [Fact]
    public void A_campaign_may_be_a_list_of_its_terms()
    {
        var campaign = Assert.Single(Sample.Read("## Email blast\n- **Audience:** 3,676 addresses\n- Open rate: 15–22%\n- CTR: 2–3%\n- Average booking: $700–1.2K").Campaigns);
        Assert.Equal((3676m, 0.15m, 0.03m, 1200m), (campaign.Audience!.Low, campaign.Open!.Low, campaign.Click!.High, campaign.Value!.High));
    }

    [Theory]
    [InlineData("| Stream | Price | Jan 2027 | Feb 2027 |\n|---|---|---|---|\n| Charters | $700 | 4 | 6 |")]
    [InlineData("| Stream | Price | Units Jan 2027 | 2027-02 |\n|---|---|---|---|\n| Charters | $700 | 4 | 6 |")]
    [InlineData("| Stream | Price |\n|---|---|\n| Charters | $700 |\n\n### Units by month\n| Month | Units |\n|---|---|\n| Jan 2027 | 4 |\n| Feb 2027 | 6 |")]
    [InlineData("| Stream | Price |\n|---|---|\n| Charters | $700 |\n\nBy month:\n\n| Month | Stream | Units |\n|---|---|---|\n| 2027-01 | Charters | 4 |\n| 2027-02 | charters | 6 |")]
    [InlineData("| Stream | Price |\n|---|---|\n| Charters | $700 |\n\nSeasonality:\n\n| Month | Charters |\n|---|---|\n| January 2027 | 4 |\n| February 2027 | 6 |")]
    public void Units_may_differ_by_month_in_columns_or_rows(string table)
    {
        var stream = Assert.Single(Sample.Read("## Revenue\n" + table).Revenue);
        Assert.Equal(("Charters", 700m), (stream.Name, stream.Price!.Low));
        Assert.Equal([(2027, 1, 4m), (2027, 2, 6m)], stream.UnitsByMonth.Select(month => (month.Year!.Value, month.Month, month.Units.Low)));
    }

    [Theory]
    [InlineData("- Gross burn at most $9,000", "Gross burn", GuardrailDirection.AtMost, 9000)]
    [InlineData("- Keep at least $10,000 in cash", "cash", GuardrailDirection.AtLeast, 10_000)]
    [InlineData("- Cash >= $10K", "Cash", GuardrailDirection.AtLeast, 10_000)]
    [InlineData("- Max burn $9,000", "burn", GuardrailDirection.AtMost, 9000)]
    [InlineData("- Cash: never below $10,000", "Cash", GuardrailDirection.AtLeast, 10_000)]
    [InlineData("- No client over 40% of invoices", "client", GuardrailDirection.AtMost, 0.4)]
    [InlineData("| Metric | Limit | Now |\n|---|---|---|\n| Gross burn | <= $9,000 | $8,200 |", "Gross burn", GuardrailDirection.AtMost, 9000)]
    [InlineData("| Rule | Min | Current |\n|---|---|---|\n| Cash | $10,000 | ? |", "Cash", GuardrailDirection.AtLeast, 10_000)]
    [InlineData("| Guardrail | Direction | Threshold |\n|---|---|---|\n| Cash | at least | 10K |", "Cash", GuardrailDirection.AtLeast, 10_000)]
    public void Guardrails_say_what_is_measured_on_which_side_of_what(string written, string measure, GuardrailDirection direction, double limit)
    {
        var rule = Assert.Single(Sample.Read("## Guardrails\n" + written).Guardrails);
        Assert.Equal((measure, direction, (decimal)limit), (rule.Measure, rule.Direction!.Value, rule.Limit!.Low));
    }

    [Fact]
    public void List_items_carry_urgency_money_owner_and_date()
    {
        var shortfall = Assert.Single(Sample.Read("## Shortfalls\n- [ ] Waivers unsigned — critical, $1,200/month, owner Captain, due Nov 20, 2026").Shortfalls);
        Assert.Equal(("Waivers unsigned", 4m, 1200m, "Captain", new DateOnly(2026, 11, 20), WorkState.Open),
            (shortfall.Title, shortfall.Urgency!.Value, shortfall.MoneyPerMonth!.Low, shortfall.Owner, shortfall.Due!.Value, shortfall.State));
    }

    [Fact]
    public void Ticked_and_struck_items_are_done()
    {
        var items = Sample.Read("## Security\n- [x] Rotate keys\n- ~~Public bucket~~\n- MFA missing — high").Security;
        Assert.Equal([WorkState.Done, WorkState.Done, WorkState.Open], items.Select(item => item.State));
    }

    [Theory]
    [InlineData("3 of 4", 3)]
    [InlineData("critical", 4)]
    [InlineData("Very high", 3)]
    [InlineData("4/5", 3.2)]
    public void Urgency_is_a_word_or_a_share_of_its_scale(string written, double urgency) =>
        Assert.Equal((decimal)urgency, Sample.Read($"## Shortfalls\n| Gap | Urgency |\n|---|---|\n| x | {written} |").Shortfalls[0].Urgency);

    [Fact]
    public void Total_rows_are_no_entries_and_are_compared()
    {
        var handoff = Sample.Read("## Costs\n| Item | Expected |\n|---|---|\n| Slip | $300 |\n| Fuel | $200 |\n| **Total** | **$600** |");
        Assert.Equal(2, handoff.Costs.Count);
        var diagnostic = Assert.Single(handoff.Diagnostics);
        Assert.Equal(("total-differs", 6), (diagnostic.Code, diagnostic.At.Line));
        Assert.Contains("500", diagnostic.Expected);
        Assert.Empty(Sample.Read("## Costs\n| Item | Expected |\n|---|---|\n| Slip | $300 |\n| Fuel | $200 |\n| Total | $500 |").Diagnostics);
    }

    [Fact]
    public void The_predecessors_keys_are_understood()
    {
        var handoff = Sample.Read("---\naws_resources:\n  lambda: [acme-api, \"acme-*\"]\n  s3: [\"arn:aws:s3:::acme-files\"]\nteam_assignments:\n  Captain: sails\n  Engineer: site\n---\n## Costs\n- x: $1");
        Assert.Equal(["acme-api", "acme-*", "acme-files"], handoff.Aws.Names);
        Assert.Equal([("Captain", "sails", 6), ("Engineer", "site", 7)], handoff.Team.Select(member => (member.Role, member.Responsibility!, member.At.Line)));
    }

    [Fact]
    public void What_is_not_known_is_kept()
    {
        var handoff = Sample.Read("---\nfavourite_port: Avalon\n---\n## Costs\n| Item | Expected | Paid with |\n|---|---|---|\n| Slip | $300 | card |\n\n## Weather lore\nRed sky.\n\n| Sky | Means |\n|---|---|\n| red | 7 knots |");
        Assert.Equal("Avalon", handoff.FrontMatter["favourite_port"]);
        Assert.Equal("card", handoff.Costs[0].Extra["Paid with"]);
        var section = handoff.Sections.Single(section => section.Heading == "Weather lore");
        Assert.Equal((SectionKind.Other, "Red sky.", "7 knots"), (section.Kind, section.Texts[0].Text, section.Tables[0].Rows[0][1]));
        Assert.False(section.Tables[0].Read);
    }

    [Fact]
    public void Near_misses_are_hints_and_no_table_is_ignored_in_silence()
    {
        var handoff = Sample.Read("| A | B |\n|---|---|\n| 1 | 2 |\n\n## Csots\n| Item | Expected |\n|---|---|\n| Slip | $300 |\n\n## Costs\n| Item | Expeted |\n|---|---|\n| Fuel | $200 |");
        Assert.Equal([1, 5 + 1, 11], handoff.Diagnostics.Select(diagnostic => diagnostic.At.Line));
        Assert.Contains("nearest is Costs", handoff.Diagnostics[1].Expected);
        Assert.Contains("nearest is Expected", handoff.Diagnostics[2].Expected);
        var coverage = TableCoverage.Of([handoff]);
        Assert.Equal("read 1 of 3 tables", coverage.ToString());
        Assert.Equal([("", null), ("Csots", "Costs")], coverage.Unread.Select(table => (table.Heading, table.NearestKnown)));
    }

    [Fact]
    public void A_boat_named_delivery_is_a_title_and_no_section() =>
        Assert.Equal("Delivery", Sample.Read("# Delivery\n\n## Costs\n- Slip: $300").Name);

    [Theory]
    [InlineData("Tools: 3.3k – 3.9k", 3300, 3900)]
    [InlineData("Tools: 300 - 400", 300, 400)]
    [InlineData("Tools — 300 – 400/month", 300, 400)]
    [InlineData("Tools: 1800 – 2000", 1800, 2000)]
    public void A_range_with_spaces_around_its_dash_is_one_value(string line, int low, int high)
    {
        var cost = Assert.Single(Sample.Read($"## Costs\n- {line}").Costs);
        Assert.Equal(("Tools", new Bounds(low, high), null), (cost.Item, cost.Expected!.Bounds, cost.Actual));
    }

    [Theory]
    [InlineData("Server 2 - 400", "Server 2", 400)]
    [InlineData("Slip: 1,500 - 2026", "Slip", 1500)]
    [InlineData("Slip: 300 - 20 November 2026", "Slip", 300)]
    [InlineData("Slip: 400 - 300", "Slip", 400)]
    public void A_dash_before_a_year_a_day_or_a_smaller_number_makes_no_range(string line, string item, int expected)
    {
        var cost = Assert.Single(Sample.Read($"## Costs\n- {line}").Costs);
        Assert.Equal((item, new Bounds(expected, expected)), (cost.Item, cost.Expected!.Bounds));
    }

    [Theory]
    [InlineData("2027-02-28: second oven, $11,400, adds $720 a month, owner Baker")]
    [InlineData("Second oven by 2027-02-28, $720/month, $11.4K, owner Baker")]
    [InlineData("Second oven — due 2027-02-28, cost $11,400, worth $720, owner Baker")]
    [InlineData("Second oven: $11,400, $720 a month, owner Baker, by 2027-02-28")]
    public void What_a_step_costs_and_what_it_brings_are_told_apart(string line)
    {
        var handoff = Sample.Read($"## Roadmap\n- {line}");
        var step = Assert.Single(handoff.Roadmap);
        Assert.Equal(("second oven", new DateOnly(2027, 2, 28), 11_400m, 720m, "Baker"), (step.Title.ToLowerInvariant(), step.Due, step.Cost?.Low, step.MonthlyWorth?.Low, step.Owner));
        Assert.Empty(handoff.Diagnostics);
    }

    [Fact]
    public void Of_an_outlay_the_amount_with_a_period_is_its_return()
    {
        var action = Assert.Single(Sample.Read("## Capital\n- Second stand: $130 a month, $450").Capital);
        Assert.Equal((450m, 130m), (action.Cost?.Low, action.ReturnPerMonth?.Low));
    }

    [Fact]
    public void An_amount_of_a_step_that_may_be_its_cost_is_a_hint()
    {
        var handoff = Sample.Read("## Roadmap\n- Buy a proofer by Q2 2027, $2,150");
        Assert.Equal(("Buy a proofer", new DateOnly(2027, 6, 30)), (handoff.Roadmap[0].Title, handoff.Roadmap[0].Due));
        var hint = Assert.Single(handoff.Diagnostics);
        Assert.Equal(("roadmap-amount", 2), (hint.Code, hint.At.Line));
        Assert.Contains("cost $2,150", hint.Expected);
    }

    [Fact]
    public void Lines_that_were_meant_as_rows_and_are_no_list_are_a_hint()
    {
        var handoff = Sample.Read("## Gear\nTruing stand, $380\nCompressor: 24 litres, $219");
        Assert.Empty(handoff.Assets);
        var hint = Assert.Single(handoff.Diagnostics);
        Assert.Equal(("lines-unread", 2), (hint.Code, hint.At.Line));
        Assert.Empty(Sample.Read("## Gear\nWe own 2 stands.\nBoth are from 2018.").Diagnostics);
    }

    [Theory]
    [InlineData("## Costs\n| Item | Cost per year |\n|---|---|\n| Slip | $29/month |", "period-differs", 29)]
    [InlineData("## Costs\n- Slip: 7.000,50", "amount-unreadable", null)]
    public void What_is_read_another_way_than_its_place_says_or_not_at_all_is_told(string markdown, string code, int? expected)
    {
        var handoff = Sample.Read(markdown);
        Assert.Equal(expected, (int?)handoff.Costs[0].Expected?.Low);
        Assert.Equal(code, Assert.Single(handoff.Diagnostics).Code);
    }
}
