using ExecReports.Analysis;
using ExecReports.Analysis.Engineering;
using ExecReports.Analysis.Evidence;
using ExecReports.Analysis.Finance;
using ExecReports.Analysis.Operations;
using ExecReports.Analysis.Priorities;
using ExecReports.Portfolio;

namespace ExecReports.Reports.Changes;

/// <summary>
/// What each built-in report follows from one report to the next. CEO: open shortfalls, actions of the agenda, claims that disagree. CTO: security gaps. Accounting: costs outside their range.
/// CFO: cost lines, broken guardrails. Rental: open repairs. Delivery: arrived and not invoiced, past the agreed date. Clients: unpaid invoices. CMO: campaigns.
/// </summary>
internal static class OpenItems
{
    /// <summary>The kinds that are work to be closed; the others (cost lines, campaigns) only come, go and change.</summary>
    public static bool IsWork(OpenItem item) => item.Kind is not ("cost" or "campaign");

    /// <summary>The items of a report, each key once.</summary>
    public static IReadOnlyList<OpenItem> Of(string report, PortfolioFacts facts, Handoff? entity)
    {
        var items = Drafts(report, facts, entity);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var numbered = new List<OpenItem>();
        foreach (var item in items)
        {
            var times = seen[item.Key] = seen.GetValueOrDefault(item.Key) + 1;
            numbered.Add(times == 1 ? item : item with { Key = $"{item.Key}#{times}" });
        }

        return numbered;
    }

    private static IEnumerable<OpenItem> Drafts(string report, PortfolioFacts facts, Handoff? entity) => (report, entity) switch
    {
        ("ceo", _) =>
        [
            .. ShortfallRanking.Of(facts).Where(one => one.IsOpen).Select(one => Item("shortfall", one.Entity, one.Row.Title, one.Row.MoneyPerMonth?.Bounds, true, SourceRef.Of(one.Row))),
            // An action that is a shortfall's own is followed as the shortfall.
            .. Agenda.Of(facts).Where(item => item.From == "Roadmap").Select(item => Item("action", item.Entity, item.Action, item.MoneyPerMonth?.Bounds, true, [.. item.Rows.Select(SourceRef.Of)])),
            .. ClaimsAgainstEvidence.Of(facts).Where(claim => claim.Verdict == Verdict.Disagrees)
                .Select(claim => Item("finding", claim.Entity, $"{claim.Claim}: {claim.Rule}", null, false, [.. new[] { claim.Source }.OfType<SourceRef>(), new SourceRef("handoff", claim.At)])),
        ],
        ("cto", _) => SecurityGaps.Of(facts)
            .Select(gap => Item("finding", gap.Entity, gap.Resource is null ? gap.Finding : $"{gap.Finding}, {gap.Resource}", null, false, [.. gap.Sources])),
        ("accounting", _) => ExpenseAudit.Of(facts.Handoffs, facts.Thresholds).Variances
            .Select(cost => Item("finding", cost.Entity, $"{cost.Line.Item} is {cost.Word} its range", Bounds.Of(cost.Unexplained + cost.Below), true, SourceRef.Of(cost.Line))),
        ("cmo", _) => facts.Handoffs.SelectMany(one => one.Campaigns.Select(row => Item("campaign", one, row.Name, new Analysis.Marketing.CampaignCase(one, row).Upside, false, SourceRef.Of(row)))),
        ("cfo", _) =>
        [
            .. facts.Handoffs.SelectMany(one => one.Costs.Select(row => Item("cost", one, row.Item, row.Monthly?.Bounds, true, SourceRef.Of(row)))),
            .. Guardrails.Of(facts).Where(check => check.State == GuardrailState.Broken)
                .Select(check => Item("guardrail", check.Entity, check.Guardrail.Rule, null, false, SourceRef.Of(check.Guardrail))),
        ],
        ("rental", { } property) => MaintenancePipeline.Of(property, facts.AsOf).Open.Select(open => Item("repair", property, open.Item.Title, open.Item.Cost?.Bounds, false, SourceRef.Of(open.Item))),
        ("delivery", { } business) => Deliveries(DeliveryPerformance.Of(business, facts.AsOf)),
        ("clients", { } agency) => ClientPortfolio.Of(agency, facts.AsOf, facts.Thresholds).Unpaid
            .Select(unpaid => Item("invoice", agency, $"{unpaid.Invoice.Number}, {unpaid.Invoice.Client}", unpaid.Invoice.Amount?.Bounds, false, SourceRef.Of(unpaid.Invoice))),
        _ => [],
    };

    private static IEnumerable<OpenItem> Deliveries(DeliveryResult result) =>
    [
        .. result.NotInvoiced.Select(one => Item("delivery", result.Entity, $"{one.Row.Vessel}: arrived, not invoiced", one.Row.Price?.Bounds, false, SourceRef.Of(one.Row))),
        .. result.LateNow.Select(one => Item("delivery", result.Entity, $"{one.Row.Vessel}: past the agreed date", one.Row.Price?.Bounds, false, SourceRef.Of(one.Row))),
    ];

    private static OpenItem Item(string kind, Handoff? entity, string what, Bounds? money, bool perMonth, params SourceRef[] sources) => new()
    {
        Kind = kind,
        Key = $"{kind}:{entity?.Id}:{Folded.Of(what)}",
        What = what,
        Entity = entity?.Name,
        Low = money?.Low,
        High = money?.High,
        PerMonth = perMonth && money is not null,
        Sources = [.. sources.Distinct()],
    };
}
