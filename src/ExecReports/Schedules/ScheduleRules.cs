using Cronos;

namespace ExecReports.Schedules;

/// <summary>What a schedule must keep to: pure functions.</summary>
public static class ScheduleRules
{
    /// <summary>The time between two looks at what is due; no schedule may be denser.</summary>
    public static TimeSpan Tick { get; } = TimeSpan.FromMinutes(5);

    private const int LongestId = 40;

    // Far enough to meet every pattern that repeats within a day, and some that do not.
    private const int OccurrencesLookedAt = 400;

    private static readonly DateTime Anchor = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>What is wrong with the schedules, each fault with the schedule's name; empty: nothing.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<Schedule> schedules)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        return
        [
            .. schedules.SelectMany(schedule => Faults(schedule).Select(fault => $"Schedule '{schedule.Id}': {fault}.")),
            .. schedules.GroupBy(schedule => schedule.Id, StringComparer.Ordinal).Where(same => same.Count() > 1)
                .Select(same => $"Schedule '{same.Key}': {same.Count()} schedules have this id; give each its own."),
        ];
    }

    /// <summary>What is wrong with one schedule, in words that follow its name.</summary>
    public static IEnumerable<string> Faults(Schedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        if (schedule.Id.Length is 0 or > LongestId || schedule.Id[0] == '-' || !schedule.Id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
            yield return $"an id is lower case letters, digits and hyphens, at most {LongestId}, such as \"executive\"";

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(schedule.Zone, out _))
            yield return $"there is no time zone \"{schedule.Zone}\"; write an IANA name such as America/Los_Angeles";

        if (!Ncrontab.TryParse(schedule.Cron, out var cron, out var fault))
            yield return fault;
        else if (DensityFault(cron) is { } density)
            yield return $"cron \"{schedule.Cron}\" {density}";
    }

    private static string? DensityFault(CronExpression cron)
    {
        DateTime? last = null;
        var from = Anchor;
        for (var i = 0; i < OccurrencesLookedAt && cron.GetNextOccurrence(from) is { } next; i++)
        {
            if (next - last < Tick)
                return $"comes twice within {Tick.TotalMinutes:0} minutes; that is how often schedules are looked at";
            last = from = next;
        }

        return last is null ? "never comes; no such day exists" : null;
    }
}
