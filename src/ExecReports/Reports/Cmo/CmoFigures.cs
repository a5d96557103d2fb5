using ExecReports.Analysis;
using ExecReports.Analysis.Marketing;
using ExecReports.Analysis.Operations;
using ExecReports.Operations;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;
using ExecReports.Rendering;

namespace ExecReports.Reports.Cmo;

/// <summary>The CMO report's figures.</summary>
internal static class CmoFigures
{
    const string UpsideFormula = "Audience × deliverable × open × click × booking × value per booking, low and high separately, not rounded before the end.";

    /// <summary>All figures, tiles first.</summary>
    public static IReadOnlyList<Figure> Of(PortfolioFacts facts, CmoModel model)
    {
        var complete = model.Campaigns.Complete;
        var terms = complete.SelectMany(one => Terms(one.Row)).ToList();
        var free = model.Fit.Known.Select(one => FreeDays(facts, one)).ToList();
        var largest = model.Campaigns.Largest;
        var figures = new List<Figure>
        {
            FigureOf.Range("campaign.recipients", largest is null ? "Recipients" : $"Recipients of “{largest.Row.Name}”", FigureUnit.Count, largest?.Row.Audience?.Bounds,
                "Audience of the campaign with the largest one, every term of it known.", largest is null ? [] : FigureOf.Rows([largest.Row], row => row.Audience)) with { Kpi = true, Better = Better.Higher, Entity = largest?.Entity.Id },
            FigureOf.Sum("campaign.upside", "Upside of all campaigns", FigureUnit.Money, model.Campaigns.Upside, UpsideFormula + " Summed over campaigns with every term known; audiences may overlap.", terms) with { Kpi = true, Better = Better.Higher },
            FigureOf.Range("campaign.upside.capped", "Upside that fits the calendar", FigureUnit.Money, model.Fit.Entities.Count > 0 ? model.Fit.Capped : null,
                "Upside with each entity's bookings capped at its free boat days, where operations know them.", [.. terms, .. FigureOf.Figures(free)]) with { Kpi = model.Fit.Known.Count > 0, Better = Better.Higher },
            FigureOf.Sum("campaign.audience", "Addresses in all campaigns", FigureUnit.Count, model.Campaigns.Audience, "Sum of the audiences of campaigns with every term known; they may overlap.", FigureOf.Rows(complete.Select(one => one.Row), row => row.Audience)),
            FigureOf.Range("campaign.bookings", "Bookings implied by all campaigns", FigureUnit.Number, complete.Count > 0 ? complete.Aggregate(Bounds.Zero, (sum, one) => sum + one.Bookings!.Value) : null,
                "Audience × deliverable × open × click × booking, summed.", complete.SelectMany(one => Terms(one.Row).SkipLast(1))),
            State(model, ChannelState.Converting, "Channels that convert") with { Kpi = true, Better = Better.Higher },
            State(model, ChannelState.Active, "Channels that are active"),
            State(model, ChannelState.Listed, "Channels that are listed"),
            State(model, ChannelState.Absent, "Channels that are absent") with { Better = Better.Lower },
        };
        figures.AddRange(model.Fit.Entities.Select(one => FigureOf.Range($"campaign.upside:{one.Entity.Id}", $"Upside, {one.Entity.Name}", FigureUnit.Money, one.Raw, UpsideFormula,
            complete.Where(campaign => ReferenceEquals(campaign.Entity, one.Entity)).SelectMany(campaign => Terms(campaign.Row))) with { Entity = one.Entity.Id, Better = Better.Higher }));
        figures.AddRange(free);
        return figures;
    }

    static Figure State(CmoModel model, ChannelState state, string label)
    {
        var rows = model.Channels.Where(one => one.Row.State == state).Select(one => one.Row).ToList();
        return FigureOf.Count($"channels.{state.ToString().ToLowerInvariant()}", label, rows.Count, "Channels of all entities in that state; those whose state is unknown are counted apart.", FigureOf.Rows(rows, row => row.StateAsWritten)) with
        {
            Unknown = model.Grid.CountUnknown,
        };
    }

    static IEnumerable<FigureInput> Terms(Campaign row) => FigureOf.Cells(row,
        ("audience", row.Audience), ("deliverable", row.Deliverable), ("open", row.Open), ("click", row.Click), ("booking", row.Booking), ("value", row.Value));

    static Figure FreeDays(PortfolioFacts facts, EntityFit fit) => FigureOf.Range($"boats.free:{fit.Entity.Id}", $"Free boat days, {fit.Entity.Name}", FigureUnit.Days, Bounds.Of(fit.FreeDays!.Value),
        "Days ahead on which a boat can be had and is not booked, by operations.", facts.Operations.SelectMany(snapshot => Calendar(facts, snapshot, fit.Entity))) with { Entity = fit.Entity.Id };

    static IEnumerable<FigureInput> Calendar(PortfolioFacts facts, OperationsSnapshot snapshot, Handoff entity)
    {
        bool Is(string id) => string.Equals(id, entity.Id, StringComparison.OrdinalIgnoreCase);
        return
        [
            .. snapshot.Boats.Where(boat => Is(boat.Entity)).Select(boat => FigureOf.Record(boat.Name, new SourceRef("operations", $"{snapshot.Source}#{boat.Name}", snapshot.CollectedAt),
                Formats.Count(boat.Unavailable.Count, "span not available", "spans not available"))),
            .. snapshot.Events.Where(trip => Is(trip.Entity) && (trip.State is CharterState.Booked or CharterState.Done) && trip.End > facts.AsOf && trip.Start <= facts.AsOf.AddDays(facts.Thresholds.AheadDays))
                .Select(trip => FigureOf.Record($"{trip.Id}, {trip.Kind}", Trips.SourceOf(snapshot, trip), trip.Start)),
        ];
    }
}
