using ExecReports.Analysis;
using ExecReports.Portfolio;

namespace ExecReports.Reports.Decisions;

/// <summary>
/// The decisions of all reports over one run's facts. Rules draft them from rows (<see cref="DecisionRules"/>); what is at stake for less than
/// <see cref="Thresholds.DecisionMoney"/> is none. A report takes at most <see cref="Thresholds.Decisions"/> (three at most): by middle of the money × urgency (a sum at stake
/// once counts like a month's), then those without an amount by urgency, then by due date. A matter is taken once: domain reports choose first, then CEO, CFO, CTO, Accounting, CMO; a later
/// report that drafts the same row, or the same matter of the same entity by name, points to the one that has it.
/// </summary>
public sealed class DecisionBook
{
    /// <summary>Most decisions that a report opens with, whatever the settings say.</summary>
    public const int Most = 3;

    private static readonly OncePerFacts<DecisionBook> s_books = new(facts => new DecisionBook(facts));
    private static readonly string[] s_officers = ["ceo", "cfo", "cto", "accounting", "cmo"];

    private readonly Dictionary<string, ReportDecisions> _reports = new(StringComparer.Ordinal);

    private DecisionBook(PortfolioFacts facts)
    {
        var taken = new List<Decision>();
        var pointed = new List<(string Type, string? Entity, int More, List<Decision> Others)>();
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        var templates = ReportCatalog.BuiltIn.OrderBy(template => template.Group == ReportGroup.Domain ? -1 : Array.IndexOf(s_officers, template.Id) is var at && at < 0 ? s_officers.Length : at);
        foreach (var template in templates)
        {
            foreach (var (type, entity) in ReportCatalog.ReportsOf(template, facts.Handoffs))
            {
                var title = facts.Settings.Titles.GetValueOrDefault(template.Id, template.Title);
                titles[type] = entity is null ? title : $"{entity.Name}: {title}";
                var drafts = WeightiestFirst(DecisionRules.Of(template.Id, facts, entity)
                    .Where(draft => draft.AtStake is not { } money || money.High >= facts.Thresholds.DecisionMoney)
                    .Select(draft => Filled(draft, type, template.Audience, facts)));
                var others = new List<Decision>();
                var own = new List<Decision>();
                foreach (var draft in drafts)
                {
                    if (taken.Find(one => SameMatter(one, draft)) is { } elsewhere)
                        others.Add(elsewhere);
                    else
                        own.Add(draft);
                }

                var most = MostOf(facts.Thresholds);
                taken.AddRange(own.Take(most));
                pointed.Add((type, entity?.Id, Math.Max(0, own.Count - most), others));
            }
        }

        foreach (var (type, entity, more, others) in pointed)
        {
            // The CEO is told the first decision of every other report; a domain is told what others decide about it.
            IEnumerable<Decision> told = type == "ceo" ? taken.Where(one => one.Report != type).DistinctBy(one => one.Report)
                : entity is not null ? taken.Where(one => one.Report != type && one.Entity == entity)
                : others;
            _reports[type] = new ReportDecisions(
                [.. taken.Where(one => one.Report == type)], more,
                [.. told.Concat(others).Where(one => one.Report != type).Distinct().Select(one => new PointedDecision(one.What, titles[one.Report]))]);
        }
    }

    /// <summary>The book over a run's facts; worked out once for the same facts.</summary>
    public static DecisionBook Of(PortfolioFacts facts) => s_books.Of(facts);

    /// <summary>The decisions of a built-in report; null for another.</summary>
    public ReportDecisions? For(string reportType) => _reports.GetValueOrDefault(reportType);

    /// <summary>The weightiest decisions of all reports, for a report that was dropped in: those about an entity, or all of them.</summary>
    /// <param name="entity">The entity; null: the group.</param>
    /// <param name="thresholds">How many a report opens with.</param>
    public ReportDecisions Concerning(Handoff? entity, Thresholds thresholds)
    {
        var all = WeightiestFirst(_reports.Values.SelectMany(report => report.Here).Where(one => entity is null || one.Entity == entity.Id)).ThenBy(one => one.What, StringComparer.Ordinal).ToList();
        var most = MostOf(thresholds);
        return new ReportDecisions([.. all.Take(most)], Math.Max(0, all.Count - most), []);
    }

    private static int MostOf(Thresholds thresholds) => Math.Min(thresholds.Decisions, Most);

    private static IOrderedEnumerable<Decision> WeightiestFirst(IEnumerable<Decision> decisions) =>
        decisions.OrderByDescending(one => one.Weight.HasValue).ThenByDescending(one => one.Weight).ThenByDescending(one => one.Urgency).ThenBy(one => one.Due);

    private static Decision Filled(DecisionDraft draft, string type, string audience, PortfolioFacts facts) => new()
    {
        Report = type,
        What = draft.What,
        Why = draft.Why,
        Low = draft.AtStake?.Low,
        High = draft.AtStake?.High,
        PerMonth = draft.PerMonth,
        Owner = draft.Owner ?? audience,
        OwnerProposed = draft.Owner is null,
        Due = draft.Due ?? facts.AsOf.AddDays(facts.Thresholds.DecisionDays),
        DueProposed = draft.Due is null,
        DaysOverdue = draft.Due is { } due ? Math.Max(0, facts.AsOf.DayNumber - due.DayNumber) : 0,
        Urgency = draft.Urgency,
        Rule = draft.Rule,
        Entity = draft.Entity?.Id,
        Sources = [.. draft.Sources.Distinct()],
        Matters = [.. draft.Matters.Select(Folded.Of).Where(name => name.Length > 0).Distinct()],
    };

    private static bool SameMatter(Decision a, Decision b) =>
        a.Sources.Count > 0 && b.Sources.Count > 0 && a.Sources[0].Location == b.Sources[0].Location
        || (a.Entity == b.Entity && a.Matters.Intersect(b.Matters, StringComparer.Ordinal).Any());
}
