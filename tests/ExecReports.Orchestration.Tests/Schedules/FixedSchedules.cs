using ExecReports.Orchestration.Schedules;
using ExecReports.Schedules;

namespace ExecReports.Orchestration.Tests.Schedules;

/// <summary>Schedules that a test names.</summary>
internal sealed class FixedSchedules(params IReadOnlyList<Schedule> schedules) : ISchedules
{
    public Task<IReadOnlyList<Schedule>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(schedules);
}
