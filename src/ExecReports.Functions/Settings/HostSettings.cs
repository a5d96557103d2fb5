using ExecReports.Embedded;
using ExecReports.Orchestration.Schedules;

namespace ExecReports.Functions.Settings;

/// <summary>What the app is told by its settings.</summary>
public sealed record HostSettings
{
    /// <summary>The portfolio's place and the folder for what is local.</summary>
    public required LocalOptions Local { get; init; }
    /// <summary>How far back ticks look.</summary>
    public required ScheduleTickOptions Schedules { get; init; }
    /// <summary>How long the history of a run is kept.</summary>
    public required TimeSpan HistoryRetention { get; init; }
}
