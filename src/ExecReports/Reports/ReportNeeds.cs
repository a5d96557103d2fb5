using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Reports;

/// <summary>The chief inputs of each built-in report.</summary>
internal static class ReportNeeds
{
    private static readonly Dictionary<string, IReadOnlyList<ReportNeed>> s_needs = new(StringComparer.Ordinal)
    {
        ["ceo"] =
        [
            ReportNeed.Rows<Shortfall>(SectionKind.Shortfalls, "Shortfalls", "what to decide first", h => h.Shortfalls, row => row.Title,
                ("Urgency", row => row.Urgency is not null), ("Money per month", row => row.MoneyPerMonth is not null)),
            ReportNeed.Rows<Kpi>(SectionKind.Kpis, "KPIs", "the measures that each company is led by", h => h.Kpis, row => row.Name, ("Actual", row => row.Actual is not null)),
            ReportNeed.Rows<RoadmapItem>(SectionKind.Roadmap, "Roadmap", "the agenda of the next weeks", h => h.Roadmap, row => row.Title, ("Due", row => row.Due is not null)),
        ],
        ["cto"] =
        [
            ReportNeed.Rows<StackItem>(SectionKind.TechStack, "Tech stack", "the stack audit", h => h.TechStack, row => row.Layer, ("Technology", row => row.Technology.Length > 0)),
            ReportNeed.Rows<SecurityItem>(SectionKind.Security, "Security", "the security gaps", h => h.Security, row => row.Finding, ("Severity", row => row.Severity is not null)),
            new ReportNeed("how software is made and shipped", h => h.Repositories.Count > 0, _ => null, "repositories in the front matter of a handoff"),
        ],
        ["accounting"] = [Costs("the expense audit"), Revenue("the way to profit")],
        ["cmo"] =
        [
            ReportNeed.Rows<Channel>(SectionKind.Channels, "Channels", "the channels that bring customers", h => h.Channels, row => row.Name, ("State", row => row.State is not null)),
            ReportNeed.Rows<Campaign>(SectionKind.Campaigns, "Campaigns", "the worth of a mailing", h => h.Campaigns, row => row.Name,
                ("Audience", row => row.Audience is not null), ("Deliverable", row => row.Deliverable is not null), ("Open", row => row.Open is not null),
                ("Click", row => row.Click is not null), ("Booking", row => row.Booking is not null), ("Value", row => row.Value is not null)),
        ],
        ["cfo"] = [Costs("burn"), Revenue("break-even"), Cash("the runway")],
        ["rental"] =
        [
            ReportNeed.Rows<Booking>(SectionKind.Bookings, "Bookings", "occupancy and revenue per night", h => h.Bookings, row => row.Reference,
                ("Arrive", row => row.Arrive is not null), ("Leave", row => row.Leave is not null), ("Total", row => row.Total is not null)),
            Costs("the net yield"),
            ReportNeed.Rows<Asset>(SectionKind.Assets, "Property", "the net yield", h => h.Assets, row => row.Name, ("Value", row => row.Value is not null)),
        ],
        ["delivery"] =
        [
            ReportNeed.Rows<VesselDelivery>(SectionKind.Deliveries, "Deliveries", "the queue, the on-time rate and the margin", h => h.Deliveries, row => row.Vessel,
                ("State", row => row.State != VesselDeliveryState.Unknown), ("Agreed", row => row.Agreed is not null), ("Price", row => row.Price is not null)),
        ],
        ["clients"] =
        [
            ReportNeed.Rows<Client>(SectionKind.Clients, "Clients", "the billing gap", h => h.Clients, row => row.Name,
                ("Work done", row => row.WorkDone is not null), ("Invoiced", row => row.Invoiced is not null)),
            ReportNeed.Rows<Invoice>(SectionKind.Invoices, "Invoices", "receivables, and whom to call", h => h.Invoices, row => row.Number,
                ("Sent", row => row.Sent is not null), ("Due", row => row.Due is not null), ("Amount", row => row.Amount is not null)),
        ],
    };

    /// <summary>The needs of a report, the chief one first; none for a report that was dropped into a portfolio.</summary>
    public static IReadOnlyList<ReportNeed> Of(string report) => s_needs.GetValueOrDefault(report, []);

    private static ReportNeed Costs(string gives) =>
        ReportNeed.Rows<CostLine>(SectionKind.Costs, "Costs", gives, h => h.Costs, row => row.Item, ("Expected", row => row.Monthly is not null));

    private static ReportNeed Revenue(string gives) =>
        ReportNeed.Rows<RevenueStream>(SectionKind.Revenue, "Revenue", gives, h => h.Revenue, row => row.Name,
            ("Price per unit", row => row.Price is not null), ("Variable cost per unit", row => row.VariableCost is not null),
            ("Units per month", row => row.UnitsPerMonth is not null || row.UnitsByMonth.Count > 0));

    private static ReportNeed Cash(string gives) =>
        ReportNeed.Rows<CashPosition>(SectionKind.Cash, "Cash", gives, h => h.Cash, row => row.Account, ("Balance", row => row.Balance is not null));
}
