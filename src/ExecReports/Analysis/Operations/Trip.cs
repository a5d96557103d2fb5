using ExecReports.Operations;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Operations;

/// <summary>A trip, the stream it was sold under, and where it is written.</summary>
/// <param name="Id">Its id or reference.</param>
/// <param name="Entity">The entity that runs it.</param>
/// <param name="Stream">The revenue stream; null if it belongs to none.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Source">Where it is written.</param>
public sealed record Trip(string Id, Handoff Entity, RevenueStream? Stream, DateOnly Start, DateOnly End, CharterState State, SourceRef Source)
{
    /// <summary>The operations record, where it comes from one.</summary>
    public CharterEvent? Event { get; init; }
    /// <summary>Money for the trip, in the portfolio's currency; null if unknown.</summary>
    public Bounds? Value { get; init; }
}

/// <summary>Trips of the portfolio, and what could not be placed.</summary>
/// <param name="All">Trips by start, then id.</param>
/// <param name="Unplaced">A sentence for each trip whose entity or stream is not known, with its place.</param>
public sealed record TripBook(IReadOnlyList<Trip> All, IReadOnlyList<SourceGap> Unplaced);

/// <summary>
/// Which trips there are. An operations record belongs to the stream whose name equals its kind, folded; else to the entity's only stream; else it is unplaced, and said so.
/// An entity that runs charters and has no operations record at all is read from its Bookings: confirmed ones, done when their last day is before the report's.
/// </summary>
public static class Trips
{
    /// <summary>All trips of the portfolio.</summary>
    public static TripBook Of(PortfolioFacts facts)
    {
        var byId = facts.Handoffs.GroupBy(h => h.Id, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
        var trips = new List<Trip>();
        var unplaced = new List<SourceGap>();
        foreach (var snapshot in facts.Operations)
        {
            foreach (var record in snapshot.Events)
            {
                if (!byId.TryGetValue(record.Entity, out var entity))
                {
                    unplaced.Add(new("operations", snapshot.Source, $"Trip {record.Id} names the entity \"{record.Entity}\", which has no handoff; it is left out."));
                    continue;
                }

                var stream = StreamOf(entity, record.Kind);
                if (stream is null)
                    unplaced.Add(new("operations", snapshot.Source, $"Trip {record.Id} of kind \"{record.Kind}\" matches no revenue stream of {entity.Name}; it counts towards none.", entity.Id));
                trips.Add(new(record.Id, entity, stream, record.Start, record.End, record.State, SourceOf(snapshot, record))
                {
                    Event = record,
                    Value = record.Value is { } value ? Bounds.Of(value) : null,
                });
            }
        }

        var recorded = trips.Select(t => t.Entity.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var entity in facts.Handoffs.Where(h => h.Kind == EntityKind.Charter && h.Bookings.Count > 0 && !recorded.Contains(h.Id)))
            trips.AddRange(entity.Bookings.Where(b => b.Arrive is not null).Select(b => OfBooking(entity, b, facts.AsOf)).OfType<Trip>());

        return new([.. trips.OrderBy(t => t.Start).ThenBy(t => t.Id, StringComparer.Ordinal)], unplaced);
    }

    /// <summary>The stream that a kind of trip belongs to: the same name folded, else the entity's only stream, else null.</summary>
    public static RevenueStream? StreamOf(Handoff entity, string? kind) =>
        entity.Revenue.FirstOrDefault(s => Folded.Same(s.Name, kind)) ?? (entity.Revenue.Count == 1 ? entity.Revenue[0] : null);

    /// <summary>Where an operations record stands.</summary>
    public static SourceRef SourceOf(OperationsSnapshot snapshot, CharterEvent record) => new("operations", $"{snapshot.Source}#{record.Id}", snapshot.CollectedAt);

    private static Trip? OfBooking(Handoff entity, Booking booking, DateOnly asOf)
    {
        var start = booking.Arrive!.Value;
        var end = booking.Leave is { } leave && leave > start ? leave : start;
        CharterState? state = booking.State switch
        {
            BookingState.Confirmed => end < asOf ? CharterState.Done : CharterState.Booked,
            BookingState.Tentative => CharterState.Tentative,
            BookingState.Cancelled => CharterState.Cancelled,
            _ => null,
        };
        return state is null ? null : new(booking.Reference, entity, StreamOf(entity, booking.Stream), start, end, state.Value, SourceRef.Of(booking)) { Value = booking.Total?.Bounds };
    }
}
