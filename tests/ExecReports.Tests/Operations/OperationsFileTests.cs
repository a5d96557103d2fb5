using System.Text;
using ExecReports.Operations;

namespace ExecReports.Tests.Operations;

public class OperationsFileTests
{
    static OperationsSnapshot Read(string events, string boats = "[]") => OperationsFile.Parse(
        Encoding.UTF8.GetBytes($$"""{ "collectedAt": "2026-11-24T06:00:00Z", "events": {{events}}, "boats": {{boats}} }"""), "operations/charters.json", default);

    [Fact]
    public void A_trip_is_read_with_its_crew_waivers_and_money()
    {
        var snapshot = Read("""
            [{ "id": "T-1", "entity": "harbor", "kind": "Day charter", "boat": "Petrel", "start": "2026-11-28", "end": "2026-11-29", "state": "booked", "guests": 6,
               "waiversSigned": 4, "value": 1200, "deposit": 400.50, "bookedOn": "2026-11-02", "crew": [{ "role": "Captain", "filled": true }, { "role": "Mate", "filled": false }] }]
            """);

        Assert.Empty(snapshot.Gaps);
        var trip = Assert.Single(snapshot.Events);
        Assert.Equal(("T-1", CharterState.Booked, new DateOnly(2026, 11, 29), 6, 4, 1200m, 400.50m),
            (trip.Id, trip.State, trip.End, trip.Guests, trip.WaiversSigned, trip.Value, trip.Deposit));
        Assert.Equal([new("Captain", true), new("Mate", false)], trip.Crew);
    }

    [Fact]
    public void A_trip_without_an_end_is_of_one_day_and_what_it_does_not_say_is_unknown()
    {
        var trip = Assert.Single(Read("""[{ "id": "T-1", "entity": "h", "kind": "k", "start": "2026-11-28", "state": "done" }]""").Events);

        Assert.Equal(trip.Start, trip.End);
        Assert.Null(trip.Guests);
        Assert.Null(trip.WaiversSigned);
        Assert.Null(trip.Value);
        Assert.Empty(trip.Crew);
    }

    [Fact]
    public void Dates_out_of_order_cost_the_trip_and_are_told()
    {
        var snapshot = Read("""
            [{ "id": "T-1", "entity": "h", "kind": "k", "start": "2026-11-28", "end": "2026-11-27", "state": "done" },
             { "id": "T-2", "entity": "h", "kind": "k", "start": "2026-11-28", "state": "done" }]
            """);

        Assert.Equal("T-2", Assert.Single(snapshot.Events).Id);
        Assert.Equal("/events/0/end: found 2026-11-27; expected a day on or after the start, 2026-11-28; left out: { \"id\": \"T-1\", \"entity\": \"h\", \"kind\": \"k\", \"start\": \"2026-11-28\", \"end\": \"2026-11-27\", \"state\": \"done\" }", Assert.Single(snapshot.Gaps));
    }

    [Theory]
    [InlineData("""{ "id": "T-1", "entity": "h", "kind": "k", "start": "28.11.2026", "state": "done" }""", "/events/0/start: found \"28.11.2026\"; expected a day, such as 2026-11-24")]
    [InlineData("""{ "id": "T-1", "entity": "h", "kind": "k", "start": "2026-11-28", "state": "sailed" }""", "/events/0/state: found \"sailed\"; expected one of booked, done, cancelled, tentative")]
    [InlineData("""{ "id": "T-1", "entity": "h", "kind": "k", "start": "2026-11-28", "state": "done", "guests": -1 }""", "/events/0/guests: found -1; expected at least 0")]
    [InlineData("""{ "id": "T-1", "entity": "h", "kind": "k", "start": "2026-11-28", "state": "done", "crew": [{ "role": "Mate" }] }""", "/events/0/crew/0: found no “filled”; expected a property “filled”")]
    [InlineData("\"a trip\"", "/events/0: found \"a trip\"; expected an object { … }")]
    public void A_trip_that_breaks_the_schema_is_told_by_path_found_and_expected(string trip, string gap)
    {
        var snapshot = Read($$"""[{{trip}}, { "id": "T-2", "entity": "h", "kind": "k", "start": "2026-11-28", "state": "done" }]""");

        Assert.Equal("T-2", Assert.Single(snapshot.Events).Id);
        Assert.Equal(trip[0] == '{' ? $"{gap}; left out: {trip}" : gap, Assert.Single(snapshot.Gaps));
    }

    [Fact]
    public void A_trip_told_twice_is_counted_once()
    {
        var snapshot = Read("""
            [{ "id": "T-1", "entity": "h", "kind": "k", "start": "2026-11-28", "state": "done", "value": 1 },
             { "id": "T-1", "entity": "h", "kind": "k", "start": "2026-11-28", "state": "done", "value": 2 }]
            """);

        Assert.Equal(1, Assert.Single(snapshot.Events).Value);
        Assert.Contains("\"value\": 2", Assert.Single(snapshot.Gaps));
    }

    [Fact]
    public void More_waivers_than_guests_are_told_and_the_trip_stays()
    {
        var snapshot = Read("""[{ "id": "T-1", "entity": "h", "kind": "k", "start": "2026-11-28", "state": "done", "guests": 2, "waiversSigned": 3 }]""");

        Assert.Single(snapshot.Events);
        Assert.Contains("3 waivers for 2 guests", Assert.Single(snapshot.Gaps));
    }

    [Fact]
    public void A_boat_keeps_its_good_spans_when_one_ends_before_it_begins()
    {
        var snapshot = Read("[]", """
            [{ "name": "Petrel", "entity": "h", "unavailable": [{ "from": "2026-12-10", "to": "2026-12-14", "why": "haul-out" }, { "from": "2026-12-20", "to": "2026-12-19" }] },
             { "name": "Tern", "entity": "h" }]
            """);

        Assert.Equal([new DaySpan(new(2026, 12, 10), new(2026, 12, 14), "haul-out")], snapshot.Boats[0].Unavailable);
        Assert.Empty(snapshot.Boats[1].Unavailable);
        Assert.Contains("2026-12-20 to 2026-12-19", Assert.Single(snapshot.Gaps));
    }
}
