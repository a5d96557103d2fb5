using ExecReports.Analysis;
using ExecReports.Portfolio;

namespace ExecReports.Reports.Decisions;

/// <summary>The rules that draft decisions, by the report that they belong to. Each is stated in <c>docs/figures.md</c>, with its limit in <see cref="Thresholds"/>.</summary>
internal static class DecisionRules
{
    /// <summary>Drafts of a built-in report, in no order.</summary>
    public static IEnumerable<DecisionDraft> Of(string report, PortfolioFacts facts, Handoff? entity) => (report, entity) switch
    {
        ("ceo", _) => CeoDecisions.Of(facts),
        ("cto", _) => CtoDecisions.Of(facts),
        ("accounting", _) => AccountingDecisions.Of(facts),
        ("cmo", _) => CmoDecisions.Of(facts),
        ("cfo", _) => CfoDecisions.Of(facts),
        ("rental", { } property) => RentalDecisions.Of(facts, property),
        ("delivery", { } business) => DeliveryDecisions.Of(facts, business),
        ("clients", { } agency) => ClientDecisions.Of(facts, agency),
        _ => [],
    };
}
