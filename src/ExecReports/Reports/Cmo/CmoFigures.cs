using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Reports.Cmo;

/// <summary>The CMO report's figures.</summary>
internal static class CmoFigures
{
    const string UpsideFormula = "Audience × deliverable × open × click × booking × value per booking, low and high separately, not rounded before the end.";

    /// <summary>All figures, tiles first.</summary>
    public static IReadOnlyList<Figure> Of(PortfolioFacts facts, CmoModel model)
    {
        var complete = model.Campaigns.Complete;
        var rows = FigureOf.Rows(complete.Select(one => one.Row)).ToList();
        var largest = model.Campaigns.Largest;
        var figures = new List<Figure>
        {
            FigureOf.Range("campaign.recipients", largest is null ? "Recipients" : $"Recipients of “{largest.Row.Name}”", FigureUnit.Count, largest?.Row.Audience?.Bounds,
                "Audience of the campaign with the largest one, every term of it known.", largest is null ? [] : [SourceRef.Of(largest.Row)]) with { Kpi = true, Better = Better.Higher, Entity = largest?.Entity.Id },
            FigureOf.Sum("campaign.upside", "Upside of all campaigns", FigureUnit.Money, model.Campaigns.Upside, UpsideFormula + " Summed over campaigns with every term known; audiences may overlap.", rows) with { Kpi = true, Better = Better.Higher },
            FigureOf.Range("campaign.upside.capped", "Upside that fits the calendar", FigureUnit.Money, model.Fit.Entities.Count > 0 ? model.Fit.Capped : null,
                "Upside with each entity's bookings capped at its free boat days, where operations know them.", rows.Concat(Snapshots(facts))) with { Kpi = model.Fit.Known.Count > 0, Better = Better.Higher },
            FigureOf.Sum("campaign.audience", "Addresses in all campaigns", FigureUnit.Count, model.Campaigns.Audience, "Sum of the audiences of campaigns with every term known; they may overlap.", rows),
            FigureOf.Range("campaign.bookings", "Bookings implied by all campaigns", FigureUnit.Number, complete.Count > 0 ? complete.Aggregate(Bounds.Zero, (sum, one) => sum + one.Bookings!.Value) : null,
                "Audience × deliverable × open × click × booking, summed.", rows),
            State(model, ChannelState.Converting, "Channels that convert") with { Kpi = true, Better = Better.Higher },
            State(model, ChannelState.Active, "Channels that are active"),
            State(model, ChannelState.Listed, "Channels that are listed"),
            State(model, ChannelState.Absent, "Channels that are absent") with { Better = Better.Lower },
        };
        figures.AddRange(model.Fit.Entities.Select(one => FigureOf.Range($"campaign.upside:{one.Entity.Id}", $"Upside, {one.Entity.Name}", FigureUnit.Money, one.Raw, UpsideFormula,
            FigureOf.Rows(complete.Where(campaign => ReferenceEquals(campaign.Entity, one.Entity)).Select(campaign => campaign.Row))) with { Entity = one.Entity.Id, Better = Better.Higher }));
        figures.AddRange(model.Fit.Known.Select(one => FigureOf.Range($"boats.free:{one.Entity.Id}", $"Free boat days, {one.Entity.Name}", FigureUnit.Days, Bounds.Of(one.FreeDays!.Value),
            "Days ahead on which a boat can be had and is not booked, by operations.", Snapshots(facts)) with { Entity = one.Entity.Id }));
        return figures;
    }

    static Figure State(CmoModel model, ChannelState state, string label)
    {
        var rows = model.Channels.Where(one => one.Row.State == state).Select(one => one.Row).ToList();
        return FigureOf.Count($"channels.{state.ToString().ToLowerInvariant()}", label, rows.Count, "Channels of all entities in that state; those whose state is unknown are counted apart.", FigureOf.Rows(rows)) with
        {
            Unknown = model.Grid.CountUnknown,
        };
    }

    static IEnumerable<SourceRef> Snapshots(PortfolioFacts facts) => facts.Operations.Select(snapshot => new SourceRef("operations", snapshot.Source, snapshot.CollectedAt));
}
