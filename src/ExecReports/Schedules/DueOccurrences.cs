using Cronos;

namespace ExecReports.Schedules;

/// <summary>
/// What schedules mean at a moment: pure functions of the schedules, two moments and the system's time zone data. An expression names readings of the zone's clock, and
/// each comes once: where the clock skips one, right after the gap; where the clock shows one twice, the first time.
/// </summary>
public static class DueOccurrences
{
    // A reading and its instant are never further apart than an offset (14 hours) and a gap (a day, at the date line).
    private static readonly TimeSpan Reach = TimeSpan.FromHours(39);

    /// <summary>The occurrences after <paramref name="since"/>, up to and with <paramref name="now"/>, the oldest first; none if the clock went back. So two calls whose moments follow on each other share none and leave none out.</summary>
    /// <exception cref="ScheduleException">A schedule is wrong.</exception>
    public static IReadOnlyList<ScheduleOccurrence> Of(IReadOnlyList<Schedule> schedules, DateTimeOffset since, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        return
        [
            .. schedules
                .SelectMany(schedule => After(schedule, since).TakeWhile(at => at <= now).Select(at => new ScheduleOccurrence(schedule, at)))
                .OrderBy(occurrence => occurrence.At).ThenBy(occurrence => occurrence.Schedule.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The next occurrence of a schedule after a moment; null: it never comes again.</summary>
    /// <exception cref="ScheduleException">The schedule is wrong.</exception>
    public static ScheduleOccurrence? Next(Schedule schedule, DateTimeOffset after)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return After(schedule, after).Select(at => new ScheduleOccurrence(schedule, at)).FirstOrDefault();
    }

    /// <summary>The newest occurrence of a schedule up to and with <paramref name="now"/>, after <paramref name="oldest"/>; null: there is none.</summary>
    /// <exception cref="ScheduleException">The schedule is wrong.</exception>
    public static ScheduleOccurrence? Last(Schedule schedule, DateTimeOffset oldest, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return Of([schedule], oldest, now) is [.., var last] ? last : null;
    }

    private static IEnumerable<DateTimeOffset> After(Schedule schedule, DateTimeOffset since)
    {
        var (cron, zone) = Read(schedule);
        return Enumerate();

        IEnumerable<DateTimeOffset> Enumerate()
        {
            var last = since;
            // Readings are found as if the clock were UTC, which skips and repeats nothing.
            for (var reading = cron.GetNextOccurrence((since - Reach).UtcDateTime, inclusive: true); reading is { } at; reading = cron.GetNextOccurrence(at))
            {
                var instant = LocalTime.FirstInstant(at, zone);
                // Readings within one gap share an instant.
                if (instant > last)
                    yield return last = instant;
            }
        }
    }

    private static (CronExpression Cron, TimeZoneInfo Zone) Read(Schedule schedule)
    {
        if (!Ncrontab.TryParse(schedule.Cron, out var cron, out var fault))
            throw new ScheduleException([$"Schedule '{schedule.Id}': {fault}."]);
        return TimeZoneInfo.TryFindSystemTimeZoneById(schedule.Zone, out var zone)
            ? (cron, zone)
            : throw new ScheduleException([$"Schedule '{schedule.Id}': there is no time zone \"{schedule.Zone}\"; write an IANA name such as America/Los_Angeles."]);
    }
}
