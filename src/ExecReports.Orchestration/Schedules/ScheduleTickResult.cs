using ExecReports.Schedules;

namespace ExecReports.Orchestration.Schedules;

/// <summary>What a tick did.</summary>
/// <param name="Started">Ids of the runs that it started, the oldest occurrence first.</param>
/// <param name="Waiting">How many more were due and are left for the next tick.</param>
/// <param name="Schedules">The schedules that it went by.</param>
public sealed record ScheduleTickResult(IReadOnlyList<string> Started, int Waiting, IReadOnlyList<Schedule> Schedules);
