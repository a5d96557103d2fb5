using ExecReports.Schedules;

namespace ExecReports.Orchestration.Schedules;

/// <summary>The schedules that are in force now.</summary>
public interface ISchedules
{
    /// <summary>Reads them.</summary>
    /// <exception cref="ScheduleException">One of them is wrong; the message names it.</exception>
    Task<IReadOnlyList<Schedule>> ReadAsync(CancellationToken cancellationToken);
}
