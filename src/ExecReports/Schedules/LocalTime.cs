namespace ExecReports.Schedules;

/// <summary>What a reading of a zone's clock means in UTC.</summary>
internal static class LocalTime
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>
    /// The first instant at which the zone's clock shows a reading or a later one: the reading's own instant; where the clock shows it twice, the first; where the clock skips it, the end of the gap.
    /// A later reading never has an earlier instant.
    /// </summary>
    /// <remarks>Only offsets of instants are asked for. What the framework says about skipped readings is wrong by an hour for a zone that changes at midnight (America/Scoresbysund).</remarks>
    public static DateTimeOffset FirstInstant(DateTime reading, TimeZoneInfo zone)
    {
        // Offsets lie within 14 hours of UTC, so these two are before and after whatever change the reading may meet.
        var asUtc = new DateTimeOffset(reading, TimeSpan.Zero);
        var before = zone.GetUtcOffset(asUtc - Day);
        var after = zone.GetUtcOffset(asUtc + Day);

        var byBefore = asUtc - before;
        if (zone.GetUtcOffset(byBefore) == before)
            return byBefore;

        var byAfter = asUtc - after;
        return zone.GetUtcOffset(byAfter) == after ? byAfter : Change(zone, byAfter, byBefore);
    }

    private static DateTimeOffset Change(TimeZoneInfo zone, DateTimeOffset low, DateTimeOffset high)
    {
        var old = zone.GetUtcOffset(low);
        while (high - low > TimeSpan.FromSeconds(1))
        {
            var middle = low.AddSeconds(Math.Floor((high - low).TotalSeconds / 2));
            (low, high) = zone.GetUtcOffset(middle) == old ? (middle, high) : (low, middle);
        }

        return high;
    }
}
