using ExecReports.Api.Http;
using ExecReports.Schedules;
using Microsoft.AspNetCore.Http;

namespace ExecReports.Api.Timetable;

/// <summary>When reports are made by themselves.</summary>
/// <param name="parts">What it stands on.</param>
public sealed class SchedulesApi(ApiParts parts)
{
    private const int Ahead = 3;

    /// <summary><c>GET /api/schedules</c></summary>
    public async Task<IResult> ListAsync(CancellationToken cancellationToken)
    {
        try
        {
            var schedules = await parts.Schedules.ReadAsync(cancellationToken);
            return Answer(new ScheduleList([.. schedules.Select(View)], []));
        }
        catch (ScheduleException wrong)
        {
            return Answer(new ScheduleList([], wrong.Faults));
        }
    }

    private static JsonAnswer<ScheduleList> Answer(ScheduleList list) => new(list, ApiJson.Default.ScheduleList);

    private ScheduleView View(Schedule schedule)
    {
        var next = new List<DateTimeOffset>();
        for (var from = parts.Time.GetUtcNow(); next.Count < Ahead && DueOccurrences.Next(schedule, from) is { } occurrence; from = occurrence.At)
            next.Add(occurrence.At);
        return new ScheduleView(schedule.Id, schedule.Cron, schedule.Zone, schedule.Group?.ToString().ToLowerInvariant() ?? "all", schedule.Reports, schedule.Entities, next);
    }
}
