using ExecReports.Analysis;
using ExecReports.Analysis.Evidence;
using ExecReports.Analysis.Operations;
using ExecReports.Analysis.Priorities;
using ExecReports.Operations;
using ExecReports.Portfolio;

namespace ExecReports.Reports.Ceo;

/// <summary>The CEO report's figures.</summary>
internal static class CeoFigures
{
    const string CriticalFormula = "Open shortfalls with urgency critical (4 of 4); those whose urgency is not known are counted apart.";

    /// <summary>All figures, tiles first.</summary>
    public static IReadOnlyList<Figure> Of(PortfolioFacts facts, CeoModel model)
    {
        var critical = model.Open.Where(line => line.Shortfall.IsCritical).Select(line => line.Shortfall).ToList();
        var overdue = model.Agenda.Where(item => item.DaysOverdue > 0).ToList();
        var sailing = model.Trips.Where(line => !line.Check.Tentative).ToList();
        var figures = new List<Figure>
        {
            FigureOf.Count("shortfalls.critical", "Critical shortfalls", critical.Count, CriticalFormula, FigureOf.Rows(critical.Select(one => one.Row), row => row.UrgencyAsWritten)) with
            {
                Unknown = model.Open.Count(line => line.Shortfall.Row.Urgency is null), Kpi = true, Better = Better.Lower,
            },
            FigureOf.Sum("shortfalls.critical.money", "Cost of the critical shortfalls", FigureUnit.MoneyPerMonth, Total.Sum(critical.Select(one => one.Row.MoneyPerMonth)),
                "Sum of money per month over the critical shortfalls, low and high.", FigureOf.Rows(critical.Select(one => one.Row), row => row.MoneyPerMonth), noneIsZero: true) with { Kpi = true, Better = Better.Lower },
            FigureOf.Count("kpis.missing", "Missing KPIs", model.MissingKpis.Count, "KPIs that a handoff names, without an actual, and not computed from its tables.",
                FigureOf.Rows(model.MissingKpis.Select(kpi => kpi.Row))) with { Kpi = true, Better = Better.Lower },
            FigureOf.Count("agenda.due", "Actions due in 30 days", model.Agenda.Count, "Open shortfalls and roadmap items due on or before the report's date + the agenda's days; the same action once.",
                Items(model.Agenda)) with { Label = $"Actions due in {model.AgendaDays} days", Kpi = true },
            FigureOf.Count("agenda.overdue", "Overdue actions", overdue.Count, "Those of the agenda whose due date is before the report's date.",
                Items(overdue)) with { Better = Better.Lower },
            FigureOf.Count("claims.disagree", "Claims that disagree", model.Disagreements.Count, "Claims of the handoffs that a named rule finds against AWS, git or operations.",
                model.Disagreements.SelectMany(Claim)) with { Kpi = true, Better = Better.Lower },
            FigureOf.Count("trips.unready", "Trips not ready", sailing.Count(line => line.Check.NotReady),
                "Booked trips of the coming days with unsigned waivers, unfilled roles, or neither known.", sailing.Select(line => FigureOf.Record($"{line.Check.Trip.Id}, {line.Check.Trip.Kind}", line.Check.Source, line.Check.NotReady ? line.Lacks : "ready"))) with
            {
                Label = $"Trips not ready, next {model.TripDays} days", Kpi = sailing.Count > 0, Better = Better.Lower,
            },
            FigureOf.Range("waivers.compliance", "Waivers signed", FigureUnit.Share, model.Waivers.Share is { } share ? Bounds.Of(share) : null,
                "Signed waivers / guests over trips done whose guests and waivers are both known.", Waivers(facts)) with { Unknown = model.Waivers.Unknown, Better = Better.Higher },
        };
        foreach (var group in critical.GroupBy(one => one.Entity))
            figures.Add(FigureOf.Count($"shortfalls.critical:{group.Key.Id}", $"Critical shortfalls, {group.Key.Name}", group.Count(), CriticalFormula, FigureOf.Rows(group.Select(one => one.Row), row => row.UrgencyAsWritten)) with
            {
                Entity = group.Key.Id, Better = Better.Lower,
            });
        return figures;
    }

    static IEnumerable<FigureInput> Items(IEnumerable<AgendaItem> items) => items.SelectMany(item => item.Rows.Select(row => FigureOf.Record(item.Action, SourceRef.Of(row), item.Due)));

    // What is claimed, then what speaks against it.
    static IEnumerable<FigureInput> Claim(ClaimCheck claim) =>
        [FigureOf.Record(claim.Claim, new SourceRef("handoff", claim.At), claim.Rule), .. claim.Source is { } source ? [FigureOf.Record("against it", source, claim.Evidence)] : (FigureInput[])[]];

    static IEnumerable<FigureInput> Waivers(PortfolioFacts facts) => facts.Operations.SelectMany(snapshot => snapshot.Events
        .Where(trip => trip is { State: CharterState.Done, Guests: not null, WaiversSigned: not null })
        .Select(trip => FigureOf.Record($"{trip.Id}, {trip.Kind}", Trips.SourceOf(snapshot, trip), $"{trip.WaiversSigned} of {trip.Guests} signed")));
}
