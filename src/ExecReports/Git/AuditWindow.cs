namespace ExecReports.Git;

/// <summary>The window of an audit as instants: from 00:00 of the first day to the end of the last one, in the portfolio's zone.</summary>
/// <param name="Since">First day: the report's date less the window's days.</param>
/// <param name="Until">Last day: the report's date.</param>
/// <param name="SinceSeconds">First second of <paramref name="Since"/>, seconds since 1970 UTC.</param>
/// <param name="UntilSeconds">Last second of <paramref name="Until"/>, seconds since 1970 UTC.</param>
/// <param name="StaleSeconds">A branch whose tip is older than this second is stale.</param>
/// <param name="Zone">Zone in which days begin.</param>
internal sealed record AuditWindow(DateOnly Since, DateOnly Until, long SinceSeconds, long UntilSeconds, long StaleSeconds, TimeZoneInfo Zone)
{
    private static readonly long _first = DateTimeOffset.MinValue.AddDays(2).ToUnixTimeSeconds();
    private static readonly long _last = DateTimeOffset.MaxValue.AddDays(-2).ToUnixTimeSeconds();

    /// <summary>The window that <paramref name="request"/> asks for.</summary>
    public static AuditWindow Of(GitAuditRequest request)
    {
        var since = request.AsOf.AddDays(-request.WindowDays);
        return new AuditWindow(
            since,
            request.AsOf,
            StartOf(since, request.TimeZone),
            StartOf(request.AsOf.AddDays(1), request.TimeZone) - 1,
            StartOf(request.AsOf.AddDays(-request.StaleBranchDays), request.TimeZone),
            request.TimeZone);
    }

    /// <summary>First second of the day a year before <see cref="Until"/>, seconds since 1970 UTC.</summary>
    public long YearAgoSeconds => StartOf(Until.AddYears(-1), Zone);

    /// <summary>Whether an instant lies in the window.</summary>
    public bool Holds(long seconds) => seconds >= SinceSeconds && seconds <= UntilSeconds;

    /// <summary>The calendar day of an instant in the zone.</summary>
    public DateOnly DayOf(long seconds) => DateOnly.FromDateTime(InstantOf(seconds).DateTime);

    /// <summary>An instant in the zone. A date that no calendar holds (git allows any number) becomes the nearest one.</summary>
    public DateTimeOffset InstantOf(long seconds) =>
        TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, _first, _last)), Zone);

    private static long StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        // Where summer time begins at midnight, the day begins an hour later.
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(30);
        }

        // Where a midnight happens twice, the day begins with the first: that of the larger offset.
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUnixTimeSeconds();
    }
}
