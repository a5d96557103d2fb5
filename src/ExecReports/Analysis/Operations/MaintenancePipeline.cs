using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Operations;

/// <summary>A repair that is open, and its age in days; null if the day of report is unknown.</summary>
/// <param name="Item">The handoff's row.</param>
/// <param name="Age">Days since it was reported; null: that day is unknown.</param>
public sealed record OpenRepair(MaintenanceItem Item, int? Age);

/// <summary>Open repairs, and the others.</summary>
/// <param name="Open">Open ones: most urgent first, then oldest.</param>
/// <param name="Closed">Done and cancelled ones.</param>
/// <param name="OpenCost">Sum of the open ones' costs, money.</param>
public sealed record MaintenanceView(IReadOnlyList<OpenRepair> Open, IReadOnlyList<MaintenanceItem> Closed, Total OpenCost)
{
    /// <summary>Age of the oldest open one in days; null if none is known.</summary>
    public int? Oldest => Open.Max(o => o.Age);
}

/// <summary>Maintenance: open = not done, not cancelled, no date of repair; age = report's date − day reported.</summary>
public static class MaintenancePipeline
{
    /// <summary>The pipeline of one entity.</summary>
    public static MaintenanceView Of(Handoff entity, DateOnly asOf)
    {
        var open = entity.Maintenance.Where(IsOpen)
            .Select(m => new OpenRepair(m, m.Reported is { } day ? asOf.DayNumber - day.DayNumber : null))
            .OrderByDescending(o => o.Item.Urgency ?? -1).ThenByDescending(o => o.Age ?? -1).ToList();
        return new(open, [.. entity.Maintenance.Where(m => !IsOpen(m))], Total.Sum(open.Select(o => o.Item.Cost)));
    }

    private static bool IsOpen(MaintenanceItem item) => item.State is WorkState.Open or WorkState.Unknown && item.Repaired is null;
}
