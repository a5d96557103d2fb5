using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Operations;

/// <summary>What a night is.</summary>
public enum NightState
{
    /// <summary>Neither booked nor kept.</summary>
    Free,
    /// <summary>Under a confirmed stay.</summary>
    Booked,
    /// <summary>Used by the owner or blocked: not available.</summary>
    Unavailable,
    /// <summary>Under a stay on hold: free, but named so.</summary>
    Tentative,
}

/// <summary>
/// Nights of a span by the bookings. The day of leaving is no night. A confirmed stay wins over the owner's or blocked nights, those over stays on hold; cancelled and unreadable states do not count.
/// </summary>
public sealed class RentalNights
{
    private readonly NightState[] _nights;

    /// <summary>Nights from <paramref name="from"/> on.</summary>
    /// <param name="bookings">Bookings; those without both days, or that leave before they arrive, are passed over.</param>
    /// <param name="from">First night.</param>
    /// <param name="count">Number of nights.</param>
    public RentalNights(IEnumerable<Booking> bookings, DateOnly from, int count)
    {
        From = from;
        _nights = new NightState[count];
        foreach (var (state, booking) in bookings.Where(HasNights).Select(b => (State: StateOf(b.State), b)).Where(b => b.State is not null).OrderBy(b => Precedence(b.State!.Value)))
        {
            var last = Math.Min(booking.Leave!.Value.DayNumber - from.DayNumber, count);
            for (var night = Math.Max(booking.Arrive!.Value.DayNumber - from.DayNumber, 0); night < last; night++)
                _nights[night] = state!.Value;
        }
    }

    /// <summary>First night.</summary>
    public DateOnly From { get; }

    /// <summary>Number of nights.</summary>
    public int Count => _nights.Length;

    /// <summary>Nights booked.</summary>
    public int Booked => _nights.Count(n => n == NightState.Booked);

    /// <summary>Nights that are available: all but the owner's and the blocked ones.</summary>
    public int Available => _nights.Count(n => n != NightState.Unavailable);

    /// <summary>Nights that are not available.</summary>
    public int Unavailable => _nights.Count(n => n == NightState.Unavailable);

    /// <summary>Whether a booking has both days and at least one night.</summary>
    public static bool HasNights(Booking booking) => booking is { Arrive: { } arrive, Leave: { } leave } && leave > arrive;

    /// <summary>Nights of a stay that lie in the span.</summary>
    public int Within(Booking booking) =>
        Math.Max(0, Math.Min(booking.Leave!.Value.DayNumber, From.DayNumber + Count) - Math.Max(booking.Arrive!.Value.DayNumber, From.DayNumber));

    /// <summary>State of a night, counted from 0.</summary>
    public NightState this[int night] => _nights[night];

    /// <summary>Runs of nights that are free or on hold, in order: first night and number.</summary>
    public IEnumerable<(DateOnly From, int Nights, int OnHold)> Gaps()
    {
        for (var night = 0; night < Count; night++)
        {
            var first = night;
            var onHold = 0;
            while (night < Count && _nights[night] is NightState.Free or NightState.Tentative)
            {
                onHold += _nights[night] == NightState.Tentative ? 1 : 0;
                night++;
            }

            if (night > first)
                yield return (From.AddDays(first), night - first, onHold);
        }
    }

    private static NightState? StateOf(BookingState state) => state switch
    {
        BookingState.Confirmed => NightState.Booked,
        BookingState.Owner or BookingState.Blocked => NightState.Unavailable,
        BookingState.Tentative => NightState.Tentative,
        _ => null,
    };

    private static int Precedence(NightState state) => state switch
    {
        NightState.Tentative => 0,
        NightState.Unavailable => 1,
        _ => 2,
    };
}
