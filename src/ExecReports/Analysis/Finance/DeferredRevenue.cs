using ExecReports.Analysis.Operations;
using ExecReports.Operations;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Finance;

/// <summary>How a deposit stands at the report's date.</summary>
public enum DepositStanding
{
    /// <summary>Held for a service not yet rendered.</summary>
    Held,
    /// <summary>The service was rendered.</summary>
    Earned,
    /// <summary>Given back in full.</summary>
    Refunded,
    /// <summary>Cancelled, and not (or not in full) given back: still held.</summary>
    CancelledHeld,
    /// <summary>Taken after the report's date: not yet counted.</summary>
    Later,
}

/// <summary>A deposit and what it does in the month. Money; null where the amount taken is unknown.</summary>
public sealed record DeferredLine
{
    /// <summary>The entity.</summary>
    public required Handoff Entity { get; init; }
    /// <summary>What it is for.</summary>
    public required string Reference { get; init; }
    /// <summary>Stream, as written or as the trip's kind says.</summary>
    public string? Stream { get; init; }
    /// <summary>Money taken.</summary>
    public Bounds? Taken { get; init; }
    /// <summary>The day it was taken; null if unknown: then it counts as taken before the month.</summary>
    public DateOnly? TakenOn { get; init; }
    /// <summary>The day of the service; null if unknown: then it is not earned unless the handoff says so.</summary>
    public DateOnly? ServiceOn { get; init; }
    /// <summary>Money given back out of what was held, by the report's date; a refund after the service was rendered is none.</summary>
    public Bounds Refund { get; init; }
    /// <summary>The day that <see cref="Refund"/> was given back, for the month it counts in; null without one.</summary>
    public DateOnly? RefundedOn { get; init; }
    /// <summary>The day it was earned: that of the service, or of the taking where that came later; null if it is not.</summary>
    public DateOnly? EarnedOn { get; init; }
    /// <summary>How it stands.</summary>
    public required DepositStanding Standing { get; init; }
    /// <summary>The handoff's row; null for an operations record.</summary>
    public Deposit? Row { get; init; }
    /// <summary>Where it is written.</summary>
    public required SourceRef Source { get; init; }
    /// <summary>Where the day, or the cancelling, of the service is written, if elsewhere.</summary>
    public SourceRef? ServiceSource { get; init; }

    /// <summary>What is held of it at the end of a day; null if the amount is unknown and something is held.</summary>
    public Bounds? HeldAt(DateOnly day)
    {
        if (TakenOn > day || EarnedOn <= day)
            return Bounds.Zero;
        return Taken is { } taken ? RefundedOn <= day ? new Bounds(taken.Low - Refund.Low, taken.High - Refund.High) : taken : null;
    }

    /// <summary>What is earned of it once it is earned.</summary>
    public Bounds? Earnings => Taken is { } taken ? new Bounds(taken.Low - Refund.Low, taken.High - Refund.High) : null;

    /// <summary>How it stands, in words.</summary>
    public string Words => Standing switch
    {
        DepositStanding.Held => "held",
        DepositStanding.Earned => "earned",
        DepositStanding.Refunded => "refunded",
        DepositStanding.CancelledHeld => "cancelled, not given back",
        _ => "taken later",
    };
}

/// <summary>Deferred revenue from the first day of a month to the report's date. Money.</summary>
public sealed record DeferredMonth
{
    /// <summary>First day of the month.</summary>
    public required DateOnly From { get; init; }
    /// <summary>The report's date, that day in.</summary>
    public required DateOnly Through { get; init; }
    /// <summary>Held when the month began.</summary>
    public required Total Opening { get; init; }
    /// <summary>Taken in the month.</summary>
    public required Total Taken { get; init; }
    /// <summary>Earned in the month.</summary>
    public required Total Earned { get; init; }
    /// <summary>Given back in the month.</summary>
    public required Total Refunded { get; init; }
    /// <summary>Held at the report's date: opening + taken − earned − refunded.</summary>
    public required Total Closing { get; init; }
    /// <summary>All deposits, by day of service.</summary>
    public required IReadOnlyList<DeferredLine> Lines { get; init; }

    /// <summary>Deposits held for services not yet rendered.</summary>
    public IReadOnlyList<DeferredLine> Waiting => [.. Lines.Where(l => l.Standing == DepositStanding.Held)];
    /// <summary>Deposits of cancelled services that were not given back.</summary>
    public IReadOnlyList<DeferredLine> CancelledHeld => [.. Lines.Where(l => l.Standing == DepositStanding.CancelledHeld)];
}

/// <summary>
/// Deferred revenue of a month, from its first day to the report's date: opening + deposits taken − earned (the service rendered) − refunded = closing.
/// Deposits come from the section Deposits, and from operations records that hold a deposit and whose id no deposit names. The day of service is the deposit's, else that of the booking or
/// operations record of the same reference ("C-222" of "C-222 anniversary"). A cancelled service earns nothing; what was not given back is still held.
/// Money taken after the service is earned on the day it was taken. A refund on the day of the service or before it comes out of what is held; one after it lessens revenue that was
/// earned already and moves nothing here. So a month's closing is the next one's opening.
/// </summary>
public static class DeferredRevenue
{
    /// <summary>Deferred revenue of the report's month over a set of entities.</summary>
    public static DeferredMonth Of(PortfolioFacts facts, TripBook trips, IReadOnlyList<Handoff> handoffs)
    {
        var asOf = facts.AsOf;
        var from = new DateOnly(asOf.Year, asOf.Month, 1);
        var lines = handoffs.SelectMany(h => LinesOf(h, trips, asOf)).OrderBy(l => l.ServiceOn ?? DateOnly.MaxValue).ThenBy(l => l.Reference, StringComparer.Ordinal).ToList();
        bool InMonth(DateOnly? day) => day >= from && day <= asOf;
        return new DeferredMonth
        {
            From = from,
            Through = asOf,
            Lines = lines,
            Opening = Held(lines, from.AddDays(-1)),
            Taken = Total.Sum(lines.Where(l => InMonth(l.TakenOn)).Select(l => l.Taken)),
            Earned = Total.Sum(lines.Where(l => InMonth(l.EarnedOn)).Select(l => l.Earnings)),
            Refunded = Total.Sum(lines.Where(l => InMonth(l.RefundedOn)).Select(l => (Bounds?)l.Refund)),
            Closing = Held(lines, asOf),
        };
    }

    private static Total Held(IEnumerable<DeferredLine> lines, DateOnly day) => Total.Sum(lines.Select(l => l.HeldAt(day)).Where(held => held != Bounds.Zero));

    private static IEnumerable<DeferredLine> LinesOf(Handoff entity, TripBook trips, DateOnly asOf)
    {
        var mine = trips.All.Where(t => t.Entity.Id == entity.Id).ToList();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var deposit in entity.Deposits)
        {
            var trip = mine.FirstOrDefault(t => Names(deposit.Reference, t.Id));
            if (trip is not null)
                named.Add(trip.Id);
            var booking = entity.Bookings.FirstOrDefault(b => Names(deposit.Reference, b.Reference));
            var service = deposit.ServiceOn ?? trip?.End ?? booking?.Leave ?? booking?.Arrive;
            yield return Line(entity, deposit, service, deposit.State == WorkState.Cancelled || trip?.State == CharterState.Cancelled || booking?.State == BookingState.Cancelled, asOf) with
            {
                ServiceSource = trip?.Source ?? (booking is null ? null : SourceRef.Of(booking)),
            };
        }

        foreach (var trip in mine.Where(t => t.Event?.Deposit is not null && !named.Contains(t.Id)))
        {
            var taken = Bounds.Of(trip.Event!.Deposit!.Value);
            var later = trip.Event.BookedOn > asOf;
            var standing = later ? DepositStanding.Later
                : trip.State == CharterState.Cancelled ? DepositStanding.CancelledHeld
                : trip.State == CharterState.Done && trip.End <= asOf ? DepositStanding.Earned
                : DepositStanding.Held;
            yield return new DeferredLine
            {
                Entity = entity,
                Reference = trip.Id,
                Stream = trip.Event.Kind,
                Taken = taken,
                TakenOn = trip.Event.BookedOn,
                ServiceOn = trip.End,
                EarnedOn = standing == DepositStanding.Earned ? Later(trip.End, trip.Event.BookedOn) : null,
                Standing = standing,
                Source = trip.Source,
            };
        }
    }

    private static DeferredLine Line(Handoff entity, Deposit deposit, DateOnly? service, bool cancelled, DateOnly asOf)
    {
        // A refund without a day counts on the day of service, or at the latest on the report's date; none before the money was taken.
        var refundDay = deposit.Refunded is null || deposit.Refunded.High == 0 ? (DateOnly?)null : Later(deposit.RefundedOn ?? (service < asOf ? service.Value : asOf), deposit.TakenOn);
        var taken = deposit.Taken?.Bounds;
        var inFull = refundDay <= asOf && taken is { } t && deposit.Refunded!.Bounds is var back && back.Low >= t.Low && back.High >= t.High;
        // Earned on a day that nobody wrote down: before this month, so that it moves nothing in it; but not before it was taken.
        DateOnly? earnedOn = !cancelled && (service <= asOf || (service is null && deposit.State == WorkState.Done)) ? Later(service ?? DateOnly.MinValue, deposit.TakenOn) : null;
        if (inFull && refundDay <= earnedOn)
            earnedOn = null;
        var held = refundDay <= asOf && (earnedOn is null || refundDay <= earnedOn);
        return new DeferredLine
        {
            Entity = entity,
            Reference = deposit.Reference,
            Stream = deposit.Stream,
            Taken = taken,
            TakenOn = deposit.TakenOn,
            ServiceOn = service,
            Refund = held ? deposit.Refunded!.Bounds : Bounds.Zero,
            RefundedOn = held ? refundDay : null,
            EarnedOn = earnedOn,
            Standing = deposit.TakenOn > asOf ? DepositStanding.Later
                : inFull ? DepositStanding.Refunded
                : earnedOn is not null ? DepositStanding.Earned
                : cancelled ? DepositStanding.CancelledHeld
                : DepositStanding.Held,
            Row = deposit,
            Source = SourceRef.Of(deposit),
        };
    }

    private static DateOnly Later(DateOnly day, DateOnly? other) => other > day ? other.Value : day;

    /// <summary>Whether a deposit's reference names a record: the whole of it, or its first word, folded.</summary>
    private static bool Names(string reference, string id)
    {
        var space = reference.IndexOf(' ', StringComparison.Ordinal);
        return Folded.Same(reference, id) || (space > 0 && Folded.Same(reference[..space], id));
    }
}
