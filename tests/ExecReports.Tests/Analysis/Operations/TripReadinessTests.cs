using ExecReports.Analysis.Operations;
using ExecReports.Operations;

namespace ExecReports.Tests.Analysis.Operations;

public class TripReadinessTests
{
    static CharterEvent Trip(string id, int inDays, CharterState state = CharterState.Booked) => Given.Trip(id, Given.AsOf.AddDays(inDays), state) with { Guests = 4, WaiversSigned = 4, Crew = [new("Captain", true)] };

    static IReadOnlyList<TripCheck> Of(params CharterEvent[] trips) => TripReadiness.Of(Given.Facts(Given.Entity("one")) with { Operations = [Given.Operations(trips)] });

    [Fact]
    public void Trips_from_today_to_the_fourteenth_day_are_checked() =>
        Assert.Equal(["0", "14"], Of(Trip("-1", -1), Trip("0", 0), Trip("14", 14), Trip("15", 15), Trip("done", 1, CharterState.Done), Trip("off", 1, CharterState.Cancelled)).Select(check => check.Trip.Id));

    [Fact]
    public void A_trip_lacks_unsigned_waivers_and_unfilled_roles()
    {
        var check = Assert.Single(Of(Trip("a", 1) with { WaiversSigned = 1, Crew = [new("Captain", true), new("Mate", false)] }));

        Assert.Equal((3, true), (check.Unsigned!.Value, check.NotReady));
        Assert.Equal(["Mate"], check.Unfilled);
        Assert.False(Assert.Single(Of(Trip("b", 1))).NotReady);
    }

    [Fact]
    public void What_is_not_known_is_not_ready()
    {
        Assert.True(Assert.Single(Of(Trip("a", 1) with { WaiversSigned = null })) is { NotReady: true, Unsigned: null });
        Assert.True(Assert.Single(Of(Trip("b", 1) with { Crew = [] })) is { NotReady: true, CrewUnknown: true });
    }

    [Fact]
    public void A_tentative_trip_is_marked() => Assert.True(Assert.Single(Of(Trip("a", 1, CharterState.Tentative))).Tentative);
}
