using ExecReports.Analysis.Operations;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Reports.Rental;

/// <summary>A booking, its nights, and what it counts as.</summary>
/// <param name="Booking">The handoff's row.</param>
/// <param name="Nights">Nights of the stay; null if a day is unknown.</param>
/// <param name="Remark">Whether it counts, and what the handoff remarks.</param>
public sealed record BookingRow(Booking Booking, int? Nights, string Remark);

/// <summary>What a rental report says.</summary>
public sealed record RentalModel
{
    /// <summary>The property's result.</summary>
    public required RentalResult Result { get; init; }
    /// <summary>Repairs, open and closed.</summary>
    public required MaintenanceView Maintenance { get; init; }
    /// <summary>All bookings.</summary>
    public required IReadOnlyList<BookingRow> Bookings { get; init; }
    /// <summary>Nights booked against last year, in a sentence.</summary>
    public required string LastYearSentence { get; init; }
    /// <summary>Net yield in a sentence.</summary>
    public required string NetSentence { get; init; }
    /// <summary>Cost lines of the entity.</summary>
    public required IReadOnlyList<CostLine> Costs { get; init; }
}
