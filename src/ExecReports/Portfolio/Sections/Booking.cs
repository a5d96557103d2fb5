namespace ExecReports.Portfolio.Sections;

/// <summary>What a booking's nights (or day) count as.</summary>
public enum BookingState
{
    /// <summary>Confirmed, done, or nothing said.</summary>
    Confirmed,
    /// <summary>Tentative, on hold: does not count.</summary>
    Tentative,
    /// <summary>Cancelled: does not count.</summary>
    Cancelled,
    /// <summary>Used by the owner: not available.</summary>
    Owner,
    /// <summary>Blocked, for repairs for example: not available.</summary>
    Blocked,
    /// <summary>A word that is not known; a diagnostic names it; does not count.</summary>
    Unknown,
}

/// <summary>A stay or a trip that was booked (section Bookings). The day of leaving is no night.</summary>
public sealed record Booking : HandoffRow
{
    /// <summary>Guest, reference or trip, as written.</summary>
    public required string Reference { get; init; }
    /// <summary>First night, or the day of the trip.</summary>
    public DateOnly? Arrive { get; init; }
    /// <summary>Day of leaving; for a trip, its last day or null.</summary>
    public DateOnly? Leave { get; init; }
    /// <summary>Total, gross, without fees if those stand beside.</summary>
    public Amount? Total { get; init; }
    /// <summary>Fees of the platform, cleaning and so on.</summary>
    public Amount? Fees { get; init; }
    /// <summary>Whether it counts.</summary>
    public BookingState State { get; init; }
    /// <summary>Where it came from.</summary>
    public string? Channel { get; init; }
    /// <summary>The day it was booked.</summary>
    public DateOnly? BookedOn { get; init; }
    /// <summary>The stream it belongs to, as written.</summary>
    public string? Stream { get; init; }
    /// <summary>Number of guests.</summary>
    public Amount? Guests { get; init; }
}
