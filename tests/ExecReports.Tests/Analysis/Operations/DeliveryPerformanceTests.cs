using ExecReports.Analysis.Operations;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Tests.Analysis.Operations;

public class DeliveryPerformanceTests
{
    private static VesselDelivery Row(string vessel, VesselDeliveryState state, DateOnly? agreed = null, DateOnly? departed = null, DateOnly? arrived = null) =>
        new() { At = Given.Line(), Vessel = vessel, State = state, Agreed = agreed, Departed = departed, Arrived = arrived, Crew = Given.Number(2) };

    private static DeliveryResult Of(params VesselDelivery[] rows) => DeliveryPerformance.Of(Given.Entity("movers", EntityKind.Delivery) with { Deliveries = rows }, Given.AsOf);

    [Fact]
    public void Arriving_on_the_agreed_day_is_on_time_and_rows_without_both_dates_are_counted_apart()
    {
        var result = Of(
            Row("on the day", VesselDeliveryState.Delivered, Given.Day(2026, 11, 1), arrived: Given.Day(2026, 11, 1)),
            Row("a day late", VesselDeliveryState.Delivered, Given.Day(2026, 11, 1), arrived: Given.Day(2026, 11, 2)),
            Row("no agreed date", VesselDeliveryState.Delivered, arrived: Given.Day(2026, 11, 2)),
            Row("cancelled", VesselDeliveryState.Cancelled, Given.Day(2026, 11, 1)));

        Assert.Equal((0.5m, 1), (result.OnTimeRate, result.WithoutDates));
    }

    [Fact]
    public void What_is_under_way_or_queued_past_its_date_is_late_now()
    {
        var result = Of(
            Row("under way", VesselDeliveryState.UnderWay, Given.Day(2026, 11, 20), Given.Day(2026, 11, 18)),
            Row("due today", VesselDeliveryState.UnderWay, Given.AsOf, Given.Day(2026, 11, 20)),
            Row("waiting", VesselDeliveryState.Queued, Given.Day(2026, 11, 23)));

        Assert.Equal([("under way", 4), ("waiting", 1)], result.LateNow.Select(d => (d.Row.Vessel, d.DaysLate!.Value)));
    }

    [Fact]
    public void Utilisation_cuts_days_out_at_the_window_s_edge()
    {
        // The window begins on 26 Aug: five of the first trip's days lie in it, and four of the one under way; two people each. 64 weekdays.
        var result = Of(
            Row("first", VesselDeliveryState.Delivered, departed: Given.Day(2026, 8, 20), arrived: Given.Day(2026, 8, 31)),
            Row("second", VesselDeliveryState.UnderWay, departed: Given.Day(2026, 11, 20)),
            Row("long ago", VesselDeliveryState.Delivered, departed: Given.Day(2026, 7, 1), arrived: Given.Day(2026, 7, 9)));

        Assert.Equal(64, result.Weekdays);
        Assert.Equal(18, result.CrewDays);
        Assert.Equal(18m / 128, result.Utilisation);
    }

    [Fact]
    public void Margin_counts_only_what_has_price_and_cost()
    {
        var result = Of(
            Row("both", VesselDeliveryState.Delivered) with { Price = Given.Money(1000), Cost = Given.Money(600, 700) },
            Row("no cost", VesselDeliveryState.Delivered) with { Price = Given.Money(500) },
            Row("queued", VesselDeliveryState.Queued) with { Price = Given.Money(9000), Cost = Given.Money(1) });

        Assert.Equal((300m, 400m, 1), (result.Margin.Known.Low, result.Margin.Known.High, result.Margin.Unknown));
    }

    [Fact]
    public void Delivered_and_not_invoiced_stands_longest_first()
    {
        var result = Of(
            Row("new", VesselDeliveryState.Delivered, arrived: Given.Day(2026, 11, 20)) with { Price = Given.Money(100), Invoiced = false },
            Row("old", VesselDeliveryState.Delivered, arrived: Given.Day(2026, 10, 20)) with { Price = Given.Money(200), Invoiced = false },
            Row("not said", VesselDeliveryState.Delivered, arrived: Given.Day(2026, 10, 20)) with { Price = Given.Money(400) },
            Row("invoiced", VesselDeliveryState.Delivered, arrived: Given.Day(2026, 10, 20)) with { Price = Given.Money(800), Invoiced = true, Paid = false });

        Assert.Equal(["old", "new"], result.NotInvoiced.Select(d => d.Row.Vessel));
        Assert.Equal((300m, 1, 800m), (result.NotInvoicedMoney.Known.Low, result.InvoicedUnknown, result.Unpaid.Known.Low));
    }

    [Fact]
    public void Marks_of_one_scale_are_averaged_and_the_rest_counted()
    {
        var result = Of(
            Row("a", VesselDeliveryState.Delivered) with { Satisfaction = Given.Number(5) with { Whole = 5 } },
            Row("b", VesselDeliveryState.Delivered) with { Satisfaction = Given.Number(4) with { Whole = 5 } },
            Row("c", VesselDeliveryState.Delivered) with { Satisfaction = Given.Number(9) with { Whole = 10 } },
            Row("d", VesselDeliveryState.Delivered));

        Assert.Equal((4.5m, 5m, 2), (result.Satisfaction, result.SatisfactionOf, result.WithoutMark));
    }
}
