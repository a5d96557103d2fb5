namespace ExecReports.Tests.Schedules;

/// <summary>
/// When a local time of day comes, worked out apart from the product: from the zone's offsets alone, a minute at a time around the day. A time that exists is its first instant;
/// a time in a gap is the first instant after the gap.
/// </summary>
internal static class ExpectedTimes
{
    /// <summary>The instant of a local time; null: the whole day is left out of the zone's calendar, and the gap ends after it.</summary>
    public static DateTimeOffset Of(TimeZoneInfo zone, DateTime local)
    {
        // The local clock as a function of the instant is monotonous but for steps back; its first instant at or past the wanted reading is what is looked for.
        var low = new DateTimeOffset(local, TimeSpan.Zero).AddHours(-15);
        var offsetLow = zone.GetUtcOffset(low);
        var plain = new DateTimeOffset(local, offsetLow);
        // No change of the clocks between there and the plain reading: that is it.
        if (zone.GetUtcOffset(plain) == offsetLow && zone.GetUtcOffset(plain.AddHours(-3)) == offsetLow && zone.GetUtcOffset(plain.AddHours(3)) == offsetLow)
            return plain.ToUniversalTime();

        for (var at = low; ; at = at.AddMinutes(1))
        {
            if (at.UtcDateTime + zone.GetUtcOffset(at) >= local)
                return at.ToUniversalTime();
        }
    }
}
