using System.Globalization;

namespace ExecReports.Schedules;

/// <summary>One time of a schedule.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="At">When, in UTC, to the second: the timestamp of its reports.</param>
public sealed record ScheduleOccurrence(Schedule Schedule, DateTimeOffset At)
{
    /// <summary>The id of its run, <c>&lt;schedule&gt;-&lt;occurrence in UTC&gt;</c>, such as <c>executive-20261130T143000Z</c>: the same for whoever finds it due, so that it can be started only once.</summary>
    public string RunId => string.Create(CultureInfo.InvariantCulture, $"{Schedule.Id}-{At.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
}
