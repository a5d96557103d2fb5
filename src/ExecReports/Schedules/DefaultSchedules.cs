using ExecReports.Reports;

namespace ExecReports.Schedules;

/// <summary>The schedules of a portfolio that sets none.</summary>
public static class DefaultSchedules
{
    /// <summary>Executive reports on Monday at 06:30, domain reports on the first of the month at 06:30.</summary>
    /// <param name="zone">The portfolio's IANA time zone.</param>
    public static IReadOnlyList<Schedule> In(string zone) =>
    [
        new Schedule { Id = "executive", Cron = "30 6 * * 1", Zone = zone, Group = ReportGroup.Executive },
        new Schedule { Id = "domain", Cron = "30 6 1 * *", Zone = zone, Group = ReportGroup.Domain },
    ];
}
