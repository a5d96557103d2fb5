using ExecReports.Analysis;
using ExecReports.Analysis.Engineering;
using ExecReports.Analysis.Evidence;
using ExecReports.Analysis.Marketing;
using ExecReports.Analysis.Operations;
using ExecReports.Analysis.Priorities;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports.Ceo;

/// <summary>The CEO report: shortfalls, agenda, claims against evidence, trips, KPIs, and all that the group has.</summary>
public sealed class CeoReport : IReportBuilder
{
    /// <inheritdoc/>
    public string Id => "ceo";

    /// <inheritdoc/>
    public ReportContent Build(PortfolioFacts facts, Handoff? entity)
    {
        var owners = ResourceOwners.Of(facts);
        var ranking = ShortfallRanking.Of(facts);
        var claims = ClaimsAgainstEvidence.Of(facts);
        var kpis = MissingKpis.Named(facts);
        var trips = facts.Operations.SelectMany(snapshot => snapshot.Events).ToList();
        var model = new CeoModel
        {
            Open = [.. ranking.Where(one => one.IsOpen).Select((one, index) => Line(facts, one, index + 1))],
            Closed = [.. ranking.Where(one => !one.IsOpen).Select(one => Line(facts, one, 0))],
            Agenda = Agenda.Of(facts),
            AgendaDays = facts.Thresholds.AgendaDays,
            WithoutDate = Agenda.WithoutDate(facts),
            Disagreements = [.. claims.Where(claim => claim.Verdict == Verdict.Disagrees)],
            OtherClaims = [.. claims.Where(claim => claim.Verdict != Verdict.Disagrees)],
            Trips = [.. TripReadiness.Of(facts).Select(check => new TripLine(check, NameOf(facts, check.Trip.Entity), TripWords.Lacks(check)))],
            TripDays = facts.Thresholds.TripCheckDays,
            Boats = Boats(facts),
            AllTrips = [.. trips.OrderBy(trip => trip.Start).ThenBy(trip => trip.Id, StringComparer.Ordinal).Select(trip => new TripRecord(trip, NameOf(facts, trip.Entity)))],
            Unavailable = [.. facts.Operations.SelectMany(snapshot => snapshot.Boats).SelectMany(boat => boat.Unavailable.Select(span => new BoatSpan(boat.Name, span)))],
            BoatDays = facts.Thresholds.AheadDays,
            Waivers = WaiverCompliance.Of(trips),
            MissingKpis = [.. kpis.Where(kpi => kpi.Standing == KpiStanding.Missing)],
            KnownKpis = [.. kpis.Where(kpi => kpi.Standing != KpiStanding.Missing)],
            Untracked = [.. MissingKpis.Untracked(facts).GroupBy(kpi => kpi.Entity).Select(group => new UntrackedLine(group.Key, [.. group.Select(kpi => kpi.Name)]))],
            Assets = [.. facts.Handoffs.Select(one => new EntityAssets(one, ResourceWords(owners.Of(one)), FactAge.OldSince(facts, [.. one.Assets, .. one.Team])))],
            Unowned = [.. owners.Of(null)],
            Elsewhere = Elsewhere(facts),
            Limits = RuleLimits.Of(facts.Settings),
            AsWritten = AsWritten.Of(facts.Handoffs),
        };
        return new ReportContent
        {
            Title = facts.Settings.Titles.GetValueOrDefault(Id, "CEO report"),
            Summary = CeoSummary.Of(model, facts.Settings.Currency),
            Figures = LookedThrough.Complete(CeoFigures.Of(facts, model), facts, null),
            Gaps =
            [
                .. ReportGaps.Of(facts, null),
                .. owners.Clashes.Select(clash => new DataGap(clash.Source, clash.Reason)),
                .. model.MissingKpis.Select(kpi => new DataGap(kpi.Row.At.ToString(), $"{kpi.Entity.Name}: “{kpi.Row.Name}” has no actual value.")),
                .. model.Untracked.Select(line => new DataGap(line.Entity.File, $"{line.Entity.Name} does not track: {string.Join(", ", line.Names)}.")),
            ],
            Sources = ReportSources.Of(facts, null),
            Model = model,
        };
    }

    static ShortfallLine Line(PortfolioFacts facts, RankedShortfall one, int place) =>
        new(place, one, UrgencyWords.Of(one.Row.Urgency, one.Row.UrgencyAsWritten));

    static string NameOf(PortfolioFacts facts, string id) => facts.Handoffs.FirstOrDefault(one => string.Equals(one.Id, id, StringComparison.OrdinalIgnoreCase))?.Name ?? id;

    // Use over the past days = days out / days that the boat could be had.
    static List<BoatLine> Boats(PortfolioFacts facts)
    {
        var behind = BoatCalendar.Over(facts, facts.AsOf.AddDays(1 - facts.Thresholds.AheadDays), facts.AsOf).Boats;
        return [.. BoatCalendar.Ahead(facts).Boats.Zip(behind, (ahead, past) =>
            new BoatLine(NameOf(facts, ahead.Boat.Entity), ahead, past.Days - past.Unavailable is > 0 and var could ? (decimal)past.Booked / could : null))];
    }

    static string ResourceWords(IEnumerable<OwnedResource> resources)
    {
        var words = resources.GroupBy(one => one.Kind).Select(group => Formats.Count(group.Count(), group.Key, group.Key + "s")).ToList();
        return words.Count == 0 ? "none" : string.Join(", ", words);
    }

    static List<string> Elsewhere(PortfolioFacts facts)
    {
        var said = new List<string>();
        var gaps = SecurityGaps.Of(facts).Count;
        if (gaps > 0)
            said.Add($"{Formats.Count(gaps, "security gap is", "security gaps are")} open: CTO report.");
        var savings = Savings.Sum(Savings.Of(facts));
        if (savings.Terms > 0)
            said.Add($"Possible savings of {Formats.Money(savings, facts.Settings.Currency)} a month: CTO report.");
        var campaigns = CampaignUpside.Of(facts);
        if (campaigns.Complete.Count > 0)
            said.Add($"Campaigns may bring {Formats.MoneyShort(campaigns.Upside.Known, facts.Settings.Currency)}: CMO report.");
        if (facts.Handoffs.Any(one => one.Costs.Count > 0))
            said.Add("Burn, break-even, cash and capital: CFO report.");
        return said;
    }
}
