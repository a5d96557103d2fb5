using ExecReports.Schedules;

namespace ExecReports.Portfolio;

/// <summary>What <c>portfolio.yaml</c> beside the handoffs sets; each has a default, and the file itself is optional.</summary>
public sealed record PortfolioSettings
{
    /// <summary>The group's name, as titles show it.</summary>
    public string Name { get; init; } = "Portfolio";
    /// <summary>IANA time zone in which days begin. Default UTC.</summary>
    public string TimeZone { get; init; } = "Etc/UTC";

    /// <summary>The day of a moment in that zone; in UTC where this system does not know the zone.</summary>
    internal DateOnly DayOf(DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc).DateTime);

    /// <summary>ISO 4217 code of the only currency. Default USD.</summary>
    public string Currency { get; init; } = "USD";
    /// <summary>The day that reports speak about when none is asked for; null: the day of the run.</summary>
    public DateOnly? AsOf { get; init; }
    /// <summary>The stream whose units break-even counts for the group, for example "charters"; null: the mix.</summary>
    public string? BreakEvenStream { get; init; }
    /// <summary>Titles by report id that replace the templates' own.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();
    /// <summary>Recipients' addresses by report id (<c>rental-cove</c>, or <c>rental</c> for all of a kind, or <c>default</c>).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Recipients { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    /// <summary>Address that gets a blind copy of each mail; null: none.</summary>
    public string? AuditBcc { get; init; }
    /// <summary>The sender's address.</summary>
    public string? Sender { get; init; }
    /// <summary>Operators' addresses: failures go to them, never to executives.</summary>
    public IReadOnlyList<string> Operators { get; init; } = [];
    /// <summary>Reports that are held, and operators told, when their sources have gaps; others are sent with the gaps shown.</summary>
    public IReadOnlyList<string> HoldOnGaps { get; init; } = [];
    /// <summary>When reports are made by themselves; null: <see cref="DefaultSchedules"/>. An empty list: never.</summary>
    public IReadOnlyList<Schedule>? Schedules { get; init; }
    /// <summary>Limits of the rules.</summary>
    public Thresholds Thresholds { get; init; } = new();
    /// <summary>What could not be taken as it stands.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
