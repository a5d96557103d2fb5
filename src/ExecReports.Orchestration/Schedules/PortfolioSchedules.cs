using ExecReports.Orchestration.Planning;
using ExecReports.Portfolio;
using ExecReports.Reports;
using ExecReports.Schedules;

namespace ExecReports.Orchestration.Schedules;

/// <summary>The schedules that a portfolio sets, else the default ones as far as the portfolio has reports for them. They follow the portfolio: an edit counts from the next look.</summary>
public sealed class PortfolioSchedules(IPortfolioSource portfolio, ReportCatalog catalog) : ISchedules
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Schedule>> ReadAsync(CancellationToken cancellationToken)
    {
        var outline = await portfolio.OutlineAsync(cancellationToken);
        var settings = outline.Settings;
        var faults = settings.Diagnostics.Where(diagnostic => diagnostic.Code == PortfolioSettingsReader.ScheduleFault).Select(diagnostic => diagnostic.ToString()).ToList();
        if (settings.Schedules is not { } set)
        {
            return faults.Count > 0
                ? throw new ScheduleException(faults)
                : [.. DefaultSchedules.In(settings.TimeZone).Where(schedule => RequestFaults(schedule, outline).Count == 0)];
        }

        faults.AddRange(ScheduleRules.Faults(set));
        faults.AddRange(set.SelectMany(schedule => RequestFaults(schedule, outline).Select(fault => $"Schedule '{schedule.Id}': {fault}")));
        return faults.Count > 0 ? throw new ScheduleException(faults) : set;
    }

    private IReadOnlyList<string> RequestFaults(Schedule schedule, PortfolioOutline outline)
    {
        try
        {
            ReportSelection.Resolve(ScheduledRuns.RequestOf(schedule), catalog.Templates, outline.Entities);
            return [];
        }
        catch (RunRequestException refused)
        {
            return refused.Faults;
        }
    }
}
