using ExecReports.Analysis.Operations;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Tests.Analysis.Operations;

public class RentalPerformanceTests
{
    private static RentalResult Of(params Booking[] bookings) => RentalPerformance.Of(Given.Entity("house", EntityKind.Rental) with { Bookings = bookings }, Given.AsOf, new Thresholds());

    [Fact]
    public void The_window_is_the_90_nights_before_the_date_and_stays_are_cut_at_its_edges()
    {
        // 24 Nov − 90 days is 26 Aug. Six nights from the 23rd, three of them inside; five nights up to the 27th, two of them inside.
        var result = Of(
            Given.Stay("before", Given.Day(2026, 8, 23), Given.Day(2026, 8, 29), 600),
            Given.Stay("across", Given.Day(2026, 11, 22), Given.Day(2026, 11, 27), 1000));

        Assert.Equal(Given.Day(2026, 8, 26), result.From);
        Assert.Equal((5, 90), (result.Booked, result.Available));
        Assert.Equal(700, result.Revenue.Known.Low);
        Assert.Equal(3, result.AheadBooked);
        // Only the second arrives in the window.
        Assert.Equal(1000, result.RevenuePerBooking!.Value.Low);
    }

    [Fact]
    public void Owner_and_blocked_nights_are_not_available_and_cancelled_and_tentative_ones_do_not_count()
    {
        var result = Of(
            Given.Stay("owner", Given.Day(2026, 11, 1), Given.Day(2026, 11, 6), state: BookingState.Owner),
            Given.Stay("blocked", Given.Day(2026, 11, 5), Given.Day(2026, 11, 11), state: BookingState.Blocked),
            Given.Stay("cancelled", Given.Day(2026, 10, 1), Given.Day(2026, 10, 5), 400, state: BookingState.Cancelled),
            Given.Stay("hold", Given.Day(2026, 10, 1), Given.Day(2026, 10, 5), 400, state: BookingState.Tentative),
            Given.Stay("guest", Given.Day(2026, 10, 10), Given.Day(2026, 10, 18), 800));

        // 1–10 November: ten nights.
        Assert.Equal((8, 80), (result.Booked, result.Available));
        Assert.Equal(0.1m, result.Occupancy);
        Assert.Equal(10, result.RevPan!.Value.Low);
    }

    [Fact]
    public void An_unknown_total_is_left_out_and_counted()
    {
        var result = Of(Given.Stay("a", Given.Day(2026, 10, 1), Given.Day(2026, 10, 3), 300), Given.Stay("b", Given.Day(2026, 10, 5), Given.Day(2026, 10, 6)));

        Assert.Equal((300m, 1), (result.Revenue.Known.Low, result.Revenue.Unknown));
        Assert.Equal(300, result.RevenuePerBooking!.Value.Low);
        Assert.False(result.RateFromStays);
    }

    [Fact]
    public void Without_bookings_nothing_is_known_rather_than_zero()
    {
        var result = Of();

        Assert.Null(result.Occupancy);
        Assert.Null(result.RevPan);
        Assert.Null(result.Net);
    }

    [Fact]
    public void Net_yield_takes_fees_running_costs_and_repairs_off_and_is_a_year_s()
    {
        var house = Given.Entity("house", EntityKind.Rental) with
        {
            Bookings = [Given.Stay("a", Given.Day(2026, 10, 1), Given.Day(2026, 10, 11), 2000, 200)],
            Costs = [Given.Cost("Tax", Given.Money(73))],
            Maintenance =
            [
                new() { At = Given.Line(), Title = "Heater", Repaired = Given.Day(2026, 10, 2), Cost = Given.Money(300), State = WorkState.Done },
                new() { At = Given.Line(), Title = "Fence, before the window", Repaired = Given.Day(2026, 8, 25), Cost = Given.Money(999), State = WorkState.Done },
            ],
            Assets = [new() { At = Given.Line(), Name = "House", Category = "property", Value = Given.Money(100000) }],
        };

        var result = RentalPerformance.Of(house, Given.AsOf, new Thresholds());

        // 73 × 12 / 365 × 90 = 216; 2,000 − 200 − 216 − 300 = 1,284; × 365 / 90 / 100,000 = 0.0520733…
        Assert.Equal(1284, result.Net!.Value.Low, 6);
        Assert.Equal(0.052073m, result.NetYield!.Value.Low, 6);
    }

    [Fact]
    public void A_repair_of_unknown_cost_leaves_the_yield_unknown_and_the_net_without_it()
    {
        var house = Given.Entity("house", EntityKind.Rental) with
        {
            Bookings = [Given.Stay("a", Given.Day(2026, 10, 1), Given.Day(2026, 10, 11), 2000, 200)],
            Maintenance = [new() { At = Given.Line(), Title = "Heater", Repaired = Given.Day(2026, 10, 2), State = WorkState.Done }],
            Assets = [new() { At = Given.Line(), Name = "House", Category = "property", Value = Given.Money(100000) }],
        };

        var result = RentalPerformance.Of(house, Given.AsOf, new Thresholds());

        Assert.Equal((1800m, 1), (result.Net!.Value.Low, result.NetUnknown));
        Assert.Null(result.NetYield);
        Assert.Null(result.NetShare);
    }

    [Fact]
    public void Without_any_known_total_there_is_no_net_to_speak_of() =>
        Assert.Null(Of(Given.Stay("a", Given.Day(2026, 10, 1), Given.Day(2026, 10, 11))).Net);

    [Fact]
    public void Last_year_counts_what_was_booked_by_the_same_day_then()
    {
        var result = Of(
            Given.Stay("early", Given.Day(2025, 12, 1), Given.Day(2025, 12, 5), 1, bookedOn: Given.Day(2025, 11, 24)),
            Given.Stay("late", Given.Day(2025, 12, 10), Given.Day(2025, 12, 15), 1, bookedOn: Given.Day(2025, 11, 25)),
            Given.Stay("unsaid", Given.Day(2026, 1, 3), Given.Day(2026, 1, 4), 1),
            Given.Stay("ahead", Given.Day(2026, 12, 1), Given.Day(2026, 12, 3), 1));

        Assert.Equal((4, 1, 2), (result.LastYearBooked, result.LastYearUnknown, result.AheadBooked));
    }

    [Fact]
    public void On_a_leap_day_last_year_is_the_28th()
    {
        var house = Given.Entity("house", EntityKind.Rental) with
        {
            Bookings = [Given.Stay("then", Given.Day(2027, 2, 28), Given.Day(2027, 3, 2), 1, bookedOn: Given.Day(2027, 2, 28))],
        };

        Assert.Equal(2, RentalPerformance.Of(house, Given.Day(2028, 2, 29), new Thresholds()).LastYearBooked);
    }

    [Fact]
    public void Gaps_ahead_end_at_stays_and_at_nights_that_are_not_available()
    {
        var result = Of(
            Given.Stay("stay", Given.Day(2026, 11, 26), Given.Day(2026, 11, 28), 400),
            Given.Stay("hold", Given.Day(2026, 11, 29), Given.Day(2026, 11, 30), state: BookingState.Tentative),
            Given.Stay("rest", Given.Day(2026, 12, 1), Given.Day(2027, 3, 1), state: BookingState.Blocked));

        Assert.Equal(
            [(Given.Day(2026, 11, 24), 2, 0), (Given.Day(2026, 11, 28), 3, 1)],
            result.Gaps.Select(g => (g.From, g.Nights, g.OnHold)));
    }
}
