using ExecReports.Analysis.Operations;
using ExecReports.Operations;
using ExecReports.Portfolio;

namespace ExecReports.Tests.Analysis.Operations;

public class TripsTests
{
    [Fact]
    public void A_trip_belongs_to_the_stream_of_its_kind_else_to_the_only_one_else_to_none()
    {
        var two = Given.Entity("two") with { Revenue = [Given.Stream("Day sails", null, null, null), Given.Stream("Lessons", null, null, null)] };
        var one = Given.Entity("one") with { Revenue = [Given.Stream("Charters", null, null, null)] };
        var facts = Given.Facts(one, two) with
        {
            Operations = [Given.Operations(
                Given.Trip("a", Given.AsOf, CharterState.Booked, "two", "day-sails"),
                Given.Trip("b", Given.AsOf, CharterState.Booked, "one", "whatever"),
                Given.Trip("c", Given.AsOf, CharterState.Booked, "two", "whatever"),
                Given.Trip("d", Given.AsOf, CharterState.Booked, "nobody", "Charters"))],
        };

        var book = Trips.Of(facts);

        Assert.Equal([("a", "Day sails"), ("b", "Charters"), ("c", null)], book.All.Select(t => (t.Id, t.Stream?.Name)));
        Assert.Equal(2, book.Unplaced.Count);
        Assert.Contains("\"nobody\"", book.Unplaced[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Free_days_leave_out_booked_and_unavailable_ones_once()
    {
        // 90 days from 25 Nov. Unavailable 30 Nov–4 Dec: five days. Booked 4–6 Dec: two more. On hold and cancelled: none.
        var facts = Given.Facts(Given.Entity("one")) with
        {
            Operations = [Given.Operations(
                Given.Trip("a", Given.Day(2026, 12, 4), CharterState.Booked, end: Given.Day(2026, 12, 6)),
                Given.Trip("b", Given.Day(2026, 12, 10), CharterState.Tentative),
                Given.Trip("c", Given.Day(2026, 12, 11), CharterState.Cancelled),
                Given.Trip("d", Given.Day(2026, 11, 24), CharterState.Booked)) with
            {
                Boats = [new Boat("Boat", "one", [new DaySpan(Given.Day(2026, 11, 30), Given.Day(2026, 12, 4))])],
            }],
        };

        Assert.Equal(83, BoatCalendar.Ahead(facts).Free);
        Assert.Null(BoatCalendar.Ahead(facts, "two").Free);
    }

    [Fact]
    public void Waivers_are_counted_over_trips_done_that_know_guests_and_waivers()
    {
        var compliance = WaiverCompliance.Of(
        [
            Given.Trip("a", Given.AsOf, CharterState.Done) with { Guests = 10, WaiversSigned = 7 },
            Given.Trip("b", Given.AsOf, CharterState.Done) with { Guests = 10 },
            Given.Trip("c", Given.AsOf, CharterState.Booked) with { Guests = 10, WaiversSigned = 0 },
        ]);

        Assert.Equal((0.7m, 1), (compliance.Share, compliance.Unknown));
    }
}
