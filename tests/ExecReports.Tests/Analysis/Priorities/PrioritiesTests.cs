using ExecReports.Analysis;
using ExecReports.Analysis.Priorities;
using ExecReports.Operations;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Tests.Analysis.Priorities;

public class PrioritiesTests
{
    static Shortfall Gap(string title, decimal? urgency, Amount? money, DateOnly? due = null, WorkState state = WorkState.Open, string? action = null) =>
        new() { At = Given.Line(), Title = title, Urgency = urgency, MoneyPerMonth = money, Due = due, State = state, Action = action };

    static RoadmapItem Step(string title, DateOnly? due, Amount? worth = null, decimal? urgency = null, WorkState state = WorkState.Open) =>
        new() { At = Given.Line(), Title = title, Due = due, MonthlyWorth = worth, Urgency = urgency, State = state };

    static Kpi Measure(string name, Amount? actual, string? written = null) => new() { At = Given.Line(), Name = name, Actual = actual, ActualAsWritten = written };

    [Fact]
    public void Shortfalls_rank_by_the_middle_of_their_money_times_urgency()
    {
        // 300 × 4 = 1,200; 500 × 3 = 1,500; 900 × 1 = 900.
        var ranked = ShortfallRanking.Of(Given.Facts(
            Given.Entity("one") with { Shortfalls = [Gap("a", 4, Given.Money(200, 400)), Gap("b", 3, Given.Money(500))] },
            Given.Entity("two") with { Shortfalls = [Gap("c", 1, Given.Money(900))] }));

        Assert.Equal([("b", 1500m), ("a", 1200m), ("c", 900m)], ranked.Select(one => (one.Row.Title, one.Rank!.Value)));
    }

    [Fact]
    public void Unknown_money_or_urgency_stands_last_and_is_not_dropped()
    {
        var ranked = ShortfallRanking.Of(Given.Facts(Given.Entity("one") with
        {
            Shortfalls = [Gap("no money", 4, null), Gap("no urgency", null, Given.Money(9000)), Gap("small", 1, Given.Money(1))],
        }));

        Assert.Equal(["small", "no money", "no urgency"], ranked.Select(one => one.Row.Title));
        Assert.Null(ranked[1].Rank);
    }

    [Theory]
    [InlineData(4, WorkState.Open, true)]
    [InlineData(4, WorkState.Unknown, true)]
    [InlineData(4, WorkState.Done, false)]
    [InlineData(4, WorkState.Cancelled, false)]
    [InlineData(3.9, WorkState.Open, false)]
    public void Critical_is_open_with_the_highest_urgency(double urgency, WorkState state, bool critical) =>
        Assert.Equal(critical, new RankedShortfall(Given.Entity("one"), Gap("a", (decimal)urgency, null, state: state)).IsCritical);

    [Theory]
    [InlineData("?", true)]
    [InlineData("TBD", true)]
    [InlineData("—", true)]
    [InlineData("not tracked", true)]
    [InlineData("$18O", true)]
    [InlineData(null, true)]
    [InlineData("improving", false)]
    public void A_KPI_is_missing_without_an_actual_number_or_word(string? written, bool missing)
    {
        var named = Assert.Single(MissingKpis.Named(Given.Facts(Given.Entity("one") with { Kpis = [Measure("Smiles", null, written)] })));

        Assert.Equal(missing ? KpiStanding.Missing : KpiStanding.Known, named.Standing);
    }

    [Fact]
    public void An_actual_of_zero_is_an_actual() =>
        Assert.Equal(KpiStanding.Known, MissingKpis.Named(Given.Facts(Given.Entity("one") with { Kpis = [Measure("Claims", Given.Number(0), "0")] }))[0].Standing);

    [Fact]
    public void A_KPI_that_the_handoffs_tables_compute_is_not_missing_and_one_without_its_table_is()
    {
        var stays = Given.Entity("house", EntityKind.Rental) with { Kpis = [Measure("Occupancy", null, "")], Bookings = [Given.Stay("S", Given.Day(2026, 9, 1), Given.Day(2026, 9, 3))] };

        var computed = MissingKpis.Named(Given.Facts(stays))[0];
        Assert.Equal((KpiStanding.Computed, "the rental report"), (computed.Standing, computed.ComputedIn));
        Assert.Equal(KpiStanding.Missing, MissingKpis.Named(Given.Facts(stays with { Bookings = [] }))[0].Standing);
    }

    [Fact]
    public void Waivers_are_computed_from_trips_done_that_tell_them()
    {
        var facts = Given.Facts(Given.Entity("one") with { Kpis = [Measure("Waiver compliance", null)] }) with
        {
            Operations = [Given.Operations(Given.Trip("T", Given.Day(2026, 11, 1), CharterState.Done) with { Guests = 4, WaiversSigned = 3 })],
        };

        Assert.Equal(KpiStanding.Computed, MissingKpis.Named(facts)[0].Standing);
        Assert.Equal(KpiStanding.Missing, MissingKpis.Named(facts with { Operations = [] })[0].Standing);
    }

    [Fact]
    public void A_standard_KPI_that_a_handoff_names_in_other_words_is_tracked()
    {
        var untracked = MissingKpis.Untracked(Given.Facts(Given.Entity("one", EntityKind.Delivery) with { Kpis = [Measure("Clients' satisfaction", null), Measure("Claims per year", Given.Number(1))] }));

        Assert.Equal(["On-time rate", "Margin per delivery", "Quotes that become deliveries"], untracked.Select(kpi => kpi.Name));
    }

    [Fact]
    public void The_agenda_holds_what_is_due_up_to_the_thirtieth_day_and_overdue_items_first()
    {
        var agenda = Agenda.Of(Given.Facts(Given.Entity("one") with
        {
            Shortfalls =
            [
                Gap("in time", 4, Given.Money(100), Given.Day(2026, 12, 24)), Gap("too late", 4, Given.Money(100), Given.Day(2026, 12, 25)),
                Gap("overdue", 1, Given.Money(1), Given.Day(2026, 11, 23)), Gap("done", 4, Given.Money(1), Given.Day(2026, 11, 23), WorkState.Done), Gap("no date", 4, Given.Money(1)),
            ],
            Roadmap = [Step("step", Given.Day(2026, 11, 30), Given.Money(300), 3)],
        }));

        // After the overdue one: 300 × 3 = 900 before 100 × 4 = 400.
        Assert.Equal([("overdue", 1), ("step", 0), ("in time", 0)], agenda.Select(item => (item.Action, item.DaysOverdue)));
    }

    [Fact]
    public void The_same_action_in_shortfalls_and_roadmap_stands_once_with_the_earlier_date()
    {
        var item = Assert.Single(Agenda.Of(Given.Facts(Given.Entity("one") with
        {
            Shortfalls = [Gap("Boats are not invoiced", 4, Given.Money(700), Given.Day(2026, 12, 10), action: "Invoice on arrival")],
            Roadmap = [Step("invoice on arrival.", Given.Day(2026, 12, 1), Given.Money(5))],
        })));

        Assert.Equal((Given.Day(2026, 12, 1), 2800m, "Shortfalls and Roadmap", 2), (item.Due, item.Rank!.Value, item.From, item.Rows.Count));
        Assert.Equal("Boats are not invoiced: Invoice on arrival", item.Action);
    }

    [Fact]
    public void An_action_without_a_date_counts_once_and_not_at_all_where_its_other_row_has_one() =>
        Assert.Equal(2, Agenda.WithoutDate(Given.Facts(Given.Entity("one") with
        {
            Shortfalls = [Gap("Dated in the roadmap", 4, Given.Money(1)), Gap("In both", 4, Given.Money(1)), Gap("Alone", 4, Given.Money(1)), Gap("Done", 4, Given.Money(1), null, WorkState.Done)],
            Roadmap = [Step("dated in the roadmap", Given.Day(2026, 12, 1), null), Step("in both", null, null)],
        })));

    [Fact]
    public void Milestones_fall_into_30_60_and_90_days_with_their_last_day_in()
    {
        DateOnly In(int days) => Given.AsOf.AddDays(days);
        var spans = Milestones.Of(Given.Facts(Given.Entity("one") with
        {
            Roadmap =
            [
                Step("-1", In(-1)), Step("0", In(0)), Step("30", In(30)), Step("31", In(31)), Step("60", In(60)), Step("61", In(61)), Step("90", In(90)), Step("91", In(91)),
                Step("none", null), Step("done", In(5), state: WorkState.Done), Step("dropped", In(5), state: WorkState.Cancelled),
            ],
        }));

        Assert.Equal(
            ["Overdue: -1", "Days 0–30: 0, 30", "Days 31–60: 31, 60", "Days 61–90: 61, 90", "Later: 91", "Without a date: none", "Done: done", "Dropped: dropped"],
            spans.Select(span => $"{span.Title}: {string.Join(", ", span.Items.Select(item => item.Row.Title))}"));
    }
}
