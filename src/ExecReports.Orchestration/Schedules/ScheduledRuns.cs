using ExecReports.Schedules;

namespace ExecReports.Orchestration.Schedules;

/// <summary>What a schedule asks for.</summary>
public static class ScheduledRuns
{
    /// <summary>The request of any occurrence of a schedule, without the occurrence.</summary>
    public static RunRequest RequestOf(Schedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return new RunRequest { Group = schedule.Group, Reports = schedule.Reports, Entities = schedule.Entities };
    }

    /// <summary>The request of one occurrence: its time is the reports' timestamp, so that a run started twice meets its own ledger items.</summary>
    public static RunRequest RequestOf(ScheduleOccurrence occurrence)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        return RequestOf(occurrence.Schedule) with { Occurrence = occurrence.At };
    }
}
