using ExecReports.Analysis;
using ExecReports.Operations;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Tests.Analysis;

/// <summary>Rows and facts as a handoff's reader would give them, for tests that work values out by hand.</summary>
internal static class Given
{
    private static int s_line;

    public static readonly DateOnly AsOf = new(2026, 11, 24);

    public static Amount Money(decimal value) => new(value, value, AmountUnit.Money);

    public static Amount Money(decimal low, decimal high) => new(low, high, AmountUnit.Money);

    public static Amount Number(decimal value) => new(value, value, AmountUnit.Number);

    public static Amount Percent(decimal fraction) => new(fraction, fraction, AmountUnit.Percent);

    public static DateOnly Day(int year, int month, int day) => new(year, month, day);

    public static SourceLine Line(string file = "agent_handoffs/projects/one.md") => new(file, Interlocked.Increment(ref s_line));

    public static Handoff Entity(string id, EntityKind kind = EntityKind.Charter) => new() { Id = id, Name = id.ToUpperInvariant(), Kind = kind, File = $"agent_handoffs/projects/{id}.md" };

    public static CostLine Cost(string item, Amount? expected, string category = "Running", Amount? actual = null, string? vendor = null, bool isFixed = true) =>
        new() { At = Line(), Item = item, Category = category, Expected = expected, Actual = actual, Vendor = vendor, Fixed = isFixed };

    public static RevenueStream Stream(string name, Amount? price, Amount? variableCost, Amount? units, Amount? contracted = null) =>
        new() { At = Line(), Name = name, Price = price, VariableCost = variableCost, UnitsPerMonth = units, Contracted = contracted };

    public static Booking Stay(string reference, DateOnly arrive, DateOnly leave, decimal? total = null, decimal? fees = null, BookingState state = BookingState.Confirmed, DateOnly? bookedOn = null) => new()
    {
        At = Line(),
        Reference = reference,
        Arrive = arrive,
        Leave = leave,
        Total = total is { } t ? Money(t) : null,
        Fees = fees is { } f ? Money(f) : null,
        State = state,
        BookedOn = bookedOn,
    };

    public static CharterEvent Trip(string id, DateOnly day, CharterState state, string entity = "one", string kind = "Charters", DateOnly? end = null) =>
        new(id, entity, kind, "Boat", day, end ?? day, state);

    public static OperationsSnapshot Operations(params CharterEvent[] events) =>
        new() { CollectedAt = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero), Source = "operations/trips.json", Events = events };

    public static PortfolioFacts Facts(params Handoff[] handoffs) => new()
    {
        AsOf = AsOf,
        Settings = new PortfolioSettings { Name = "Two boats" },
        Handoffs = handoffs,
        CollectedAt = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero),
    };
}
