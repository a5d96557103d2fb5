using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Finance;

/// <summary>A cash balance and whether it is counted.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Position">The handoff's row.</param>
/// <param name="Counted">False for an older balance of an account whose newer one is stated.</param>
public sealed record CashLine(Handoff Entity, CashPosition Position, bool Counted);

/// <summary>Cash, and how long it lasts.</summary>
public sealed record CashRunway
{
    /// <summary>Balances, as stated.</summary>
    public required IReadOnlyList<CashLine> Lines { get; init; }
    /// <summary>Sum of the counted balances, money; no term at all when no cash is stated.</summary>
    public required Total Cash { get; init; }
    /// <summary>Net burn per month, money; null if no cost is known.</summary>
    public Bounds? NetBurn { get; init; }
    /// <summary>Months at the high end of net burn, not rounded; null if unknown, or if cash does not run out there.</summary>
    public decimal? LowMonths { get; init; }
    /// <summary>Months at the low end of net burn, not rounded; null if unknown, or if cash does not run out there.</summary>
    public decimal? HighMonths { get; init; }
    /// <summary>Contracted revenue covers the cost even at its high end: cash does not run out.</summary>
    public bool Endless { get; init; }
    /// <summary>Cost lines without a known amount: with them the cash lasts shorter.</summary>
    public int UnknownCosts { get; init; }
    /// <summary>Entities that state no cash.</summary>
    public IReadOnlyList<Handoff> NotStated { get; init; } = [];

    /// <summary>Whether any cash is known.</summary>
    public bool IsKnown => Cash.Terms > 0;

    /// <summary>Both ends, where both are known; not rounded.</summary>
    public Bounds? Months => LowMonths is { } low && HighMonths is { } high ? new Bounds(low, high) : null;

    /// <summary>The oldest day that a counted balance speaks about; null if none says.</summary>
    public DateOnly? OldestOn => Lines.Where(l => l.Counted).Min(l => l.Position.On);

    /// <summary>The runway in words.</summary>
    public string Words => !IsKnown ? "unknown: no cash balance is stated"
        : NetBurn is null ? "unknown: no cost is known"
        : Endless ? "does not run out at the present burn" + LeftOut
        : LowMonths is not { } low ? "unknown"
        : (HighMonths is not { } high ? $"{low:0.0} months or more" : $"{low:0.0}" == $"{high:0.0}" ? $"{low:0.0} months" : $"{low:0.0} to {high:0.0} months") + LeftOut;

    private string LeftOut => (UnknownCosts, Cash.Unknown) switch
    {
        (0, 0) => "",
        ( > 0, 0) => ", costs of unknown amount left out",
        (0, > 0) => ", balances of unknown amount left out",
        _ => ", costs and balances of unknown amount left out",
    };
}

/// <summary>
/// Runway in months = cash / net burn: low = cash low / net burn high, high = cash high / net burn low; rounded only where it is shown, to one decimal. Where net burn is not above zero the cash does not run out.
/// Of one account with several dated balances only the newest counts. No cash stated is unknown, not zero. Costs and balances of unknown amount are left out, and it is said.
/// </summary>
public static class Runway
{
    /// <summary>Runway of a set of entities.</summary>
    public static CashRunway Of(IReadOnlyList<Handoff> handoffs)
    {
        var lines = handoffs.SelectMany(LinesOf).ToList();
        var cash = Total.Sum(lines.Where(l => l.Counted).Select(l => l.Position.Balance));
        var burn = Burn.Of(handoffs).Group;
        var net = burn.NetOrUnknown;
        var known = cash.Terms > 0 && net is not null;
        return new CashRunway
        {
            Lines = lines,
            Cash = cash,
            NetBurn = net,
            LowMonths = known && net!.Value.High > 0 ? cash.Known.Low / net.Value.High : null,
            HighMonths = known && net!.Value.Low > 0 ? cash.Known.High / net.Value.Low : null,
            Endless = known && net!.Value.High <= 0,
            UnknownCosts = burn.Gross.Unknown,
            NotStated = [.. handoffs.Where(h => h.Cash.Count == 0)],
        };
    }

    private static IEnumerable<CashLine> LinesOf(Handoff entity)
    {
        var newest = entity.Cash.Where(c => c.On is not null).GroupBy(c => Folded.Of(c.Account)).ToDictionary(g => g.Key, g => g.Max(c => c.On));
        return entity.Cash.Select(c => new CashLine(entity, c, c.On is null || c.On == newest[Folded.Of(c.Account)]));
    }
}
