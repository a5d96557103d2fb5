using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Reports;

/// <summary>What a reader calls a row of a handoff.</summary>
internal static class RowName
{
    /// <summary>Its item, name, title or reference; of an invoice its number and client, of a delivery its vessel.</summary>
    public static string Of(HandoffRow row) => row switch
    {
        Asset one => one.Name,
        Booking one => one.Reference,
        Campaign one => one.Name,
        CapitalAction one => one.Action,
        CashPosition one => one.Account,
        Channel one => one.Name,
        Client one => one.Name,
        CostLine one => one.Item,
        DeploymentItem one => one.Target,
        Deposit one => one.Reference,
        Guardrail one => one.Rule,
        Invoice one => $"{one.Number}, {one.Client}",
        Kpi one => one.Name,
        MaintenanceItem one => one.Title,
        RevenueStream one => one.Name,
        RoadmapItem one => one.Title,
        SecurityItem one => one.Finding,
        Shortfall one => one.Title,
        StackItem one => one.Technology,
        TeamMember one => one.Role,
        UxDeficit one => one.Title,
        VesselDelivery one => one.Vessel,
        _ => row.At.ToString(),
    };
}
