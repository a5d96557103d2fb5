using System.Diagnostics;
using ExecReports.Schedules;

namespace ExecReports.Tests.Schedules;

/// <summary>
/// Schedules over every zone of the system's time zone data and ten years: no occurrence is lost or comes twice, whatever ticks are missed, doubled or out of order.
/// The everyday run takes the zones with uncommon changes of the clocks and some others; the full one all of them.
/// </summary>
public class EveryZoneTests(ITestOutputHelper log)
{
    // Half an hour of summer time; two hours; changes at midnight; negative summer time; changes around Ramadan; offsets of 45 minutes; the line of date.
    private static readonly string[] Uncommon =
    [
        "Australia/Lord_Howe", "Antarctica/Troll", "America/Santiago", "Asia/Beirut", "Africa/Cairo", "America/Havana", "America/Asuncion", "Europe/Dublin",
        "Africa/Casablanca", "Africa/El_Aaiun", "Asia/Kathmandu", "Pacific/Chatham", "Pacific/Apia", "Pacific/Kiritimati", "America/Scoresbysund", "America/Nuuk",
        "Asia/Gaza", "Asia/Tehran", "Asia/Amman", "America/Los_Angeles", "America/New_York", "Europe/London", "Etc/UTC", "Australia/Sydney", "Africa/Juba", "Europe/Volgograd",
    ];

    private static readonly DateTimeOffset From = new(2018, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = new(2028, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static bool Full => Environment.GetEnvironmentVariable("EXECREPORTS_FULL") == "1";

    private static IReadOnlyList<TimeZoneInfo> Zones
    {
        get
        {
            var all = TimeZoneInfo.GetSystemTimeZones();
            return Full ? [.. all.Select(zone => zone.Id).Union(Files()).Order(StringComparer.Ordinal).Select(TimeZoneInfo.FindSystemTimeZoneById)]
                : [.. all.Where((zone, index) => index % 100 == 0 || Uncommon.Contains(zone.Id))];
        }
    }

    // The framework lists a zone for each place; the data holds more: Etc/GMT+12, and older names.
    private static IEnumerable<string> Files()
    {
        const string Top = "/usr/share/zoneinfo";
        return !Directory.Exists(Top) ? [] : Directory.EnumerateFiles(Top, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Top, file))
            .Where(name => !name.StartsWith("posix/", StringComparison.Ordinal) && !name.StartsWith("right/", StringComparison.Ordinal) && char.IsAsciiLetterUpper(name[0]))
            .Where(name => TimeZoneInfo.TryFindSystemTimeZoneById(name, out _));
    }

    // Times in the night, when clocks change, and the default one.
    private static readonly (int Hour, int Minute)[] Times = [(0, 0), (0, 30), (1, 0), (1, 30), (2, 0), (2, 30), (3, 0), (6, 30), (23, 59)];

    [Fact]
    public void Each_local_day_has_its_one_occurrence_at_the_time_that_an_independent_reckoning_gives()
    {
        var count = Watch(zone =>
        {
            var occurrences = 0;
            foreach (var (hour, minute) in Times)
            {
                var schedule = new Schedule { Id = "daily", Cron = $"{minute} {hour} * * *", Zone = zone.Id };
                var due = DueOccurrences.Of([schedule], From, To).Select(occurrence => occurrence.At).ToList();
                var first = TimeZoneInfo.ConvertTime(From, zone).Date;
                var expected = Enumerable.Range(-1, (int)(To - From).TotalDays + 3)
                    .Select(day => ExpectedTimes.Of(zone, first.AddDays(day).AddHours(hour).AddMinutes(minute)))
                    .Where(at => at > From && at <= To)
                    .ToList();
                Assert.True(expected.SequenceEqual(due), $"{zone.Id} {hour:00}:{minute:00}: {Difference(expected, due)}");
                occurrences += due.Count;
            }

            return occurrences;
        });
        Assert.True(count > 100_000);
    }

    [Fact]
    public void Whatever_ticks_are_missed_doubled_or_out_of_order_each_occurrence_is_found_and_started_once()
    {
        var limit = TimeSpan.FromDays(3);
        Watch(zone =>
        {
            Schedule[] schedules =
            [
                .. DefaultSchedules.In(zone.Id),
                new Schedule { Id = "night", Cron = "30 2 * * *", Zone = zone.Id },
                new Schedule { Id = "midnight", Cron = "0 0 0 * * *", Zone = zone.Id },
                new Schedule { Id = "hourly", Cron = "0 */6 * * *", Zone = zone.Id },
            ];
            // The zone's own seed, so that a failure can be repeated.
            var dice = new Dice(zone.Id);
            var started = new HashSet<string>();
            var startedAt = new List<ScheduleOccurrence>();
            var now = From;
            while (now < To)
            {
                // On time, late, or after an outage that is just within the limit.
                now += dice.Next(10) switch { < 6 => TimeSpan.FromHours(6), < 9 => TimeSpan.FromMinutes(dice.Next(2880)), _ => limit };
                foreach (var tick in (DateTimeOffset[])[now, now, now - TimeSpan.FromMinutes(dice.Next(4000))])
                {
                    foreach (var occurrence in DueOccurrences.Of(schedules, tick - limit, tick))
                    {
                        if (started.Add(occurrence.RunId))
                            startedAt.Add(occurrence);
                    }
                }
            }

            // Ticks of the first days look back to before the ten years.
            var expected = DueOccurrences.Of(schedules, From, now).Select(occurrence => occurrence.RunId).Order().ToList();
            Assert.Equal(expected, startedAt.Where(occurrence => occurrence.At > From).Select(occurrence => occurrence.RunId).Order());
            Assert.Equal(startedAt.Count, startedAt.Select(occurrence => (occurrence.Schedule.Id, occurrence.At)).Distinct().Count());
            return startedAt.Count;
        });
    }

    [Fact]
    public void However_time_is_cut_into_pieces_the_pieces_together_hold_the_same_occurrences()
    {
        Watch(zone =>
        {
            Schedule[] schedules = [new Schedule { Id = "night", Cron = "30 1 * * *", Zone = zone.Id }, new Schedule { Id = "often", Cron = "*/30 * * * *", Zone = zone.Id }];
            var dice = new Dice(zone.Id);
            var end = From.AddYears(1);
            var pieces = new List<string>();
            for (var at = From; at < end;)
            {
                var next = at + TimeSpan.FromMinutes(1 + dice.Next(6000));
                next = next < end ? next : end;
                pieces.AddRange(DueOccurrences.Of(schedules, at, next).Select(occurrence => occurrence.RunId));
                at = next;
            }

            Assert.Equal(DueOccurrences.Of(schedules, From, end).Select(occurrence => occurrence.RunId).Order(), pieces.Order());
            return pieces.Count;
        });
    }

    [Fact]
    public void Every_hour_each_reading_of_the_clock_comes_once()
    {
        Watch(zone =>
        {
            var due = DueOccurrences.Of([new Schedule { Id = "hourly", Cron = "0 * * * *", Zone = zone.Id }], From, From.AddYears(2)).Select(occurrence => occurrence.At).ToList();
            var expected = Enumerable.Range(-20, (365 * 2 * 24) + 40)
                .Select(hour => ExpectedTimes.Of(zone, From.DateTime.AddHours(hour)))
                .Where(at => at > From && at <= From.AddYears(2))
                .Distinct();
            Assert.Equal(expected, due);
            return due.Count;
        });
    }

    private int Watch(Func<TimeZoneInfo, int> check)
    {
        var watch = Stopwatch.StartNew();
        var zones = Zones;
        var counts = new int[zones.Count];
        Parallel.For(0, zones.Count, index => counts[index] = check(zones[index]));
        log.WriteLine($"{zones.Count} zones, {counts.Sum()} occurrences, {watch.Elapsed.TotalSeconds:0.0} s");
        return counts.Sum();
    }

    private static string Difference(List<DateTimeOffset> expected, List<DateTimeOffset> due) =>
        $"lost {string.Join(", ", expected.Except(due).Take(5).Select(at => at.ToString("u")))}; more {string.Join(", ", due.Except(expected).Take(5).Select(at => at.ToString("u")))}; {due.Count - due.Distinct().Count()} twice";

    /// <summary>Numbers that follow from a name.</summary>
    private sealed class Dice(string name)
    {
        private uint state = name.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u) | 1;

        public int Next(int below)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return (int)(state % (uint)below);
        }
    }
}
