namespace ExecReports.Api.Timetable;

/// <summary>The schedules in force.</summary>
/// <param name="Items">Schedules.</param>
/// <param name="Faults">Why there are none in force: a schedule is wrong; empty: they are right.</param>
public sealed record ScheduleList(IReadOnlyList<ScheduleView> Items, IReadOnlyList<string> Faults);

/// <summary>A schedule.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Cron">Its NCRONTAB expression.</param>
/// <param name="TimeZone">The IANA zone in which that is meant.</param>
/// <param name="Group">executive, domain, or all.</param>
/// <param name="Reports">Reports; empty: every one of the group.</param>
/// <param name="Entities">Entities; empty: all.</param>
/// <param name="Next">Its next times, UTC.</param>
public sealed record ScheduleView(
    string Id, string Cron, string TimeZone, string Group, IReadOnlyList<string> Reports, IReadOnlyList<string> Entities, IReadOnlyList<DateTimeOffset> Next);
