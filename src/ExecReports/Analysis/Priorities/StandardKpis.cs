using ExecReports.Portfolio;

namespace ExecReports.Analysis.Priorities;

/// <summary>A KPI that any entity of a kind should know, and the words by which a handoff may name it.</summary>
/// <param name="Name">Its usual name.</param>
/// <param name="Words">Folded words; a handoff's KPI whose folded name holds one of them is this KPI.</param>
public sealed record StandardKpi(string Name, IReadOnlyList<string> Words)
{
    /// <summary>Whether a handoff's name for a KPI means this one.</summary>
    public bool IsNamedBy(string name)
    {
        var folded = Folded.Of(name);
        return Words.Any(word => folded.Contains(word, StringComparison.Ordinal));
    }
}

/// <summary>The KPIs that are standard for each kind of entity.</summary>
public static class StandardKpis
{
    /// <summary>Standard KPIs of a kind; none for a kind that is not known.</summary>
    public static IReadOnlyList<StandardKpi> Of(EntityKind kind) => kind switch
    {
        EntityKind.Charter =>
        [
            new("Trips per month", ["charterspermonth", "tripspermonth", "sailspermonth", "charters", "tripssold"]),
            new("Boat utilisation", ["utilisation", "utilization", "daysout"]),
            new("Waiver compliance", ["waiver"]),
            new("Enquiries that become bookings", ["enquiry", "enquiries", "inquiry", "inquiries", "conversion"]),
            new("Repeat guests", ["repeat", "again", "return"]),
            new("Review score", ["review", "rating"]),
        ],
        EntityKind.School =>
        [
            new("Places filled", ["filled", "utilisation", "utilization", "occupancy", "fillrate"]),
            new("Completion rate", ["complet", "finish"]),
            new("Students who come again", ["again", "repeat", "return"]),
            new("Review score", ["review", "rating"]),
        ],
        EntityKind.Rental =>
        [
            new("Occupancy", ["occupancy", "nightsbooked"]),
            new("Price per night", ["pernight", "adr", "nightlyrate"]),
            new("Revenue per available night", ["revpan", "revpar", "availablenight"]),
            new("Guest rating", ["rating", "review"]),
            new("Share of direct bookings", ["direct"]),
        ],
        EntityKind.Delivery =>
        [
            new("On-time rate", ["ontime", "punctual"]),
            new("Margin per delivery", ["margin"]),
            new("Quotes that become deliveries", ["quote", "conversion"]),
            new("Client satisfaction", ["satisfaction", "rating", "review"]),
            new("Claims", ["claim"]),
        ],
        EntityKind.Agency =>
        [
            new("Hours billed of hours worked", ["billed", "billable", "utilisation", "utilization"]),
            new("Days sales outstanding", ["dso", "salesoutstanding", "paymentvelocity"]),
            new("Monthly recurring revenue", ["recurring", "mrr", "retainer"]),
            new("Client satisfaction", ["satisfaction", "nps", "rating"]),
            new("Clients kept", ["kept", "retention", "churn", "renew"]),
        ],
        EntityKind.EquipmentRental =>
        [
            new("Utilisation", ["utilisation", "utilization", "daysout"]),
            new("Bookings per week", ["bookingsperweek", "bookings", "rentals"]),
            new("Revenue per unit", ["revenueper"]),
            new("Damage", ["damage"]),
            new("Customers who come again", ["again", "repeat", "return"]),
        ],
        EntityKind.Shop =>
        [
            new("Orders per month", ["orders", "sales"]),
            new("Average order", ["averageorder", "basket", "aov"]),
            new("Gross margin", ["margin"]),
            new("Conversion", ["conversion"]),
            new("Returns", ["return", "refund"]),
        ],
        _ => [],
    };
}
