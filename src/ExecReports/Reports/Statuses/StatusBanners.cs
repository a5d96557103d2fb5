using ExecReports.Analysis;
using ExecReports.Analysis.Evidence;
using ExecReports.Analysis.Finance;
using ExecReports.Analysis.Operations;
using ExecReports.Analysis.Priorities;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports.Statuses;

/// <summary>
/// One banner per entity. Attention: it has a critical shortfall, a broken guardrail, a claim that the evidence disagrees with, or a booked trip of the coming days that is not ready; the banner
/// counts them. Note: none of these, but its handoff states no status. Good: else.
/// </summary>
internal static class StatusBanners
{
    private const int Most = 12;

    /// <summary>The banners of the CEO report (all entities, those that need attention first, the others in one line) or of a domain report (its entity's); none for other officers.</summary>
    public static IReadOnlyList<StatusBanner> Of(string report, PortfolioFacts facts, Handoff? entity)
    {
        if (entity is null && report != "ceo")
            return [];
        var broken = Guardrails.Of(facts).Where(check => check.State == GuardrailState.Broken).ToList();
        var claims = ClaimsAgainstEvidence.Of(facts).Where(claim => claim.Verdict == Verdict.Disagrees).ToList();
        var trips = TripReadiness.Of(facts).Where(check => check is { NotReady: true, Tentative: false }).ToList();
        var critical = ShortfallRanking.Of(facts).Where(one => one.IsCritical).ToList();
        var all = (entity is null ? facts.Handoffs : [entity]).Select(one =>
        {
            var found = Wording.Counted(
                (critical.Count(shortfall => shortfall.Entity == one), "critical shortfall", "critical shortfalls"),
                (broken.Count(check => check.Entity == one), "broken guardrail", "broken guardrails"),
                (claims.Count(claim => claim.Entity == one), "claim that the evidence disagrees with", "claims that the evidence disagrees with"),
                (trips.Count(check => string.Equals(check.Trip.Entity, one.Id, StringComparison.OrdinalIgnoreCase)), "trip not ready", "trips not ready"));
            var word = found.Count > 0 ? "Attention" : one.Status is null ? "Note" : "Good";
            return (Weight: found.Count, Banner: new StatusBanner(word, one.Name, $"{one.Status ?? "status not stated"}{(found.Count > 0 ? $"; {Wording.List(found)}" : "")}"));
        }).ToList();
        if (entity is not null)
            return [.. all.Select(one => one.Banner)];
        var attention = all.Where(one => one.Banner.Word == "Attention").OrderByDescending(one => one.Weight).Select(one => one.Banner).ToList();
        var rest = all.Select(one => one.Banner).Where(banner => banner.Word != "Attention").GroupBy(banner => (banner.Word, banner.Text))
            .Select(group => new StatusBanner(group.Key.Word, Wording.List([.. group.Select(banner => banner.Name)]), group.Key.Text));
        return attention.Count <= Most ? [.. attention, .. rest]
            : [.. attention.Take(Most), new StatusBanner("Attention", $"{Formats.Number(attention.Count - Most)} more entities", "see their shortfalls, guardrails and claims below"), .. rest];
    }
}
