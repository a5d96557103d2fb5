namespace ExecReports.Operations;

/// <summary>Charter events, crew roles and waivers, and when boats can be had.</summary>
public sealed record OperationsSnapshot
{
    /// <summary>When the data was taken, UTC.</summary>
    public required DateTimeOffset CollectedAt { get; init; }
    /// <summary>The file or table it comes from, for Sources.</summary>
    public required string Source { get; init; }
    /// <summary>What the file says of where it comes from; null if nothing.</summary>
    public string? Origin { get; init; }
    /// <summary>Trips.</summary>
    public IReadOnlyList<CharterEvent> Events { get; init; } = [];
    /// <summary>Boats and the days on which they cannot be had.</summary>
    public IReadOnlyList<Boat> Boats { get; init; } = [];
    /// <summary>What could not be read: path in the file and reason.</summary>
    public IReadOnlyList<string> Gaps { get; init; } = [];
}

/// <summary>How far a trip has come.</summary>
public enum CharterState
{
    /// <summary>Booked, not yet sailed.</summary>
    Booked,
    /// <summary>Sailed.</summary>
    Done,
    /// <summary>Cancelled.</summary>
    Cancelled,
    /// <summary>On hold, not sure.</summary>
    Tentative,
}

/// <summary>One trip.</summary>
/// <param name="Id">Its id in the source.</param>
/// <param name="Entity">Id of the entity that runs it.</param>
/// <param name="Kind">What was sold: the name of a revenue stream.</param>
/// <param name="Boat">The boat.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day, that day in.</param>
/// <param name="State">How far it has come.</param>
public sealed record CharterEvent(string Id, string Entity, string Kind, string? Boat, DateOnly Start, DateOnly End, CharterState State)
{
    /// <summary>Guests; null if unknown.</summary>
    public int? Guests { get; init; }
    /// <summary>Signed waivers; null if unknown.</summary>
    public int? WaiversSigned { get; init; }
    /// <summary>Money for the trip, in the portfolio's currency; null if unknown.</summary>
    public decimal? Value { get; init; }
    /// <summary>Deposit held, in the portfolio's currency; null if unknown.</summary>
    public decimal? Deposit { get; init; }
    /// <summary>The day it was booked.</summary>
    public DateOnly? BookedOn { get; init; }
    /// <summary>Crew roles and whether each is filled.</summary>
    public IReadOnlyList<CrewRole> Crew { get; init; } = [];
}

/// <summary>A role that a trip needs.</summary>
/// <param name="Role">The role, such as captain.</param>
/// <param name="Filled">Whether somebody has it.</param>
public sealed record CrewRole(string Role, bool Filled);

/// <summary>A boat of an entity, and the spans of days on which it cannot be had.</summary>
/// <param name="Name">The boat's name.</param>
/// <param name="Entity">Id of its entity.</param>
/// <param name="Unavailable">Spans on which it cannot be had.</param>
public sealed record Boat(string Name, string Entity, IReadOnlyList<DaySpan> Unavailable);

/// <summary>Days from <paramref name="From"/> to <paramref name="To"/>, both in.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Why">The reason, where one is given.</param>
public sealed record DaySpan(DateOnly From, DateOnly To, string? Why = null);
