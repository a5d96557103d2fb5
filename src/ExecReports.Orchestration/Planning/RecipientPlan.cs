using ExecReports.Delivery;
using ExecReports.Portfolio;

namespace ExecReports.Orchestration.Planning;

/// <summary>Who gets a report.</summary>
public static class RecipientPlan
{
    /// <summary>Recipients by report type, else by template id, else the default ones; an override stands in for all of them.</summary>
    public static IReadOnlyList<Recipient> For(SelectedReport report, PortfolioSettings settings, IReadOnlyList<Recipient>? replaced)
    {
        if (replaced is not null)
            return replaced;

        foreach (var key in report.Names.Append("default"))
        {
            if (settings.Recipients.TryGetValue(key, out var addresses))
                return Delivery.Recipients.ParseAll(addresses);
        }

        return [];
    }
}
