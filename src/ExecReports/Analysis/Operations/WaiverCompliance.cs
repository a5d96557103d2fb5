using ExecReports.Operations;

namespace ExecReports.Analysis.Operations;

/// <summary>Signed waivers over guests of the trips done.</summary>
/// <param name="Trips">Trips done whose guests and waivers are both known.</param>
/// <param name="Unknown">Trips done that lack either.</param>
/// <param name="Guests">Guests on them.</param>
/// <param name="Signed">Waivers signed.</param>
public sealed record WaiverCompliance(int Trips, int Unknown, int Guests, int Signed)
{
    /// <summary>Signed / guests, a share; null without guests.</summary>
    public decimal? Share => Guests > 0 ? (decimal)Signed / Guests : null;

    /// <summary>Compliance over a set of trips.</summary>
    public static WaiverCompliance Of(IEnumerable<CharterEvent> trips)
    {
        var done = trips.Where(t => t.State == CharterState.Done).ToList();
        var known = done.Where(t => t is { Guests: not null, WaiversSigned: not null }).ToList();
        return new(known.Count, done.Count - known.Count, known.Sum(t => t.Guests!.Value), known.Sum(t => t.WaiversSigned!.Value));
    }
}
