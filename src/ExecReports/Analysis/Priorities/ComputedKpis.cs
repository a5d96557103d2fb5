using ExecReports.Operations;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Priorities;

/// <summary>
/// KPIs that need no actual in a handoff, because a report computes them from the handoff's own tables or from its operations records. Each names what must be there.
/// </summary>
public static class ComputedKpis
{
    /// <summary>The report that computes a KPI of this name for the entity, in words; null where none does, or its tables do not suffice.</summary>
    public static string? ReportFor(PortfolioFacts facts, Handoff entity, string name)
    {
        var folded = Folded.Of(name);
        bool Says(params string[] words) => words.Any(word => folded.Contains(word, StringComparison.Ordinal));

        if (entity.Kind == EntityKind.Rental && entity.Bookings.Any(stay => stay.Arrive is not null && stay.Leave is not null)
            && Says("occupancy", "nightsbooked", "revpan", "revpar", "availablenight", "revenueperbooking"))
            return "the rental report";
        if (entity.Kind == EntityKind.Delivery)
        {
            if (Says("ontime") && entity.Deliveries.Any(one => one.Agreed is not null && one.Arrived is not null))
                return "the delivery report";
            if (Says("satisfaction") && entity.Deliveries.Any(one => one.Satisfaction is not null))
                return "the delivery report";
            if (Says("marginperdelivery") && entity.Deliveries.Any(one => one is { State: VesselDeliveryState.Delivered, Price: not null, Cost: not null }))
                return "the delivery report";
        }

        if (entity.Kind == EntityKind.Agency)
        {
            if (Says("dso", "salesoutstanding", "receivables", "paymentvelocity", "daystopay") && entity.Invoices.Any(one => one is { Sent: not null, Amount: not null }))
                return "the client report";
            if (Says("billinggap", "unbilled") && entity.Clients.Any(one => one is { WorkDone: not null, Invoiced: not null }))
                return "the client report";
        }

        if (Says("grossburn", "monthlyburn", "burnrate") && entity.Costs.Any(cost => cost.Monthly is not null))
            return "the CFO's report";
        if (Says("waiver") && Trips(facts, entity).Any(trip => trip is { State: CharterState.Done, Guests: > 0, WaiversSigned: not null }))
            return "this report, under trips";
        return Says("boatutilisation", "boatutilization", "utilisation", "utilization") && entity.Kind == EntityKind.Charter
            && facts.Operations.Any(snapshot => snapshot.Boats.Any(boat => boat.Entity == entity.Id))
            ? "this report, under trips"
            : null;
    }

    static IEnumerable<CharterEvent> Trips(PortfolioFacts facts, Handoff entity) =>
        facts.Operations.SelectMany(snapshot => snapshot.Events).Where(trip => trip.Entity == entity.Id);
}
