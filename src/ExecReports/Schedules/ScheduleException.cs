namespace ExecReports.Schedules;

/// <summary>Schedules that cannot be: one message per fault, each with the schedule's name and what would be right.</summary>
public sealed class ScheduleException(IReadOnlyList<string> faults) : Exception(string.Join(' ', faults))
{
    /// <summary>The faults.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
