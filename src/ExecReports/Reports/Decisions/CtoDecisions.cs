using ExecReports.Analysis;
using ExecReports.Analysis.Engineering;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports.Decisions;

/// <summary>What the CTO decides: all savings that count together as one; security gaps and UX deficits of severity high (3) and above.</summary>
internal static class CtoDecisions
{
    private const decimal High = 3;

    /// <summary>The drafts.</summary>
    public static IEnumerable<DecisionDraft> Of(PortfolioFacts facts)
    {
        var currency = facts.Settings.Currency;
        var savings = Savings.Of(facts).Where(saving => saving is { Counted: true, PerMonth: not null }).ToList();
        if (savings.Count > 0)
        {
            var sum = Savings.Sum(savings);
            yield return new DecisionDraft("saving", null, $"Stop paying for {Formats.Count(savings.Count, "thing that is", "things that are")} not needed",
                $"{Wording.Capital(Wording.List([.. savings.Take(3).Select(saving => saving.What), .. savings.Count > 3 ? [$"{Formats.Number(savings.Count - 3)} more"] : Array.Empty<string>()]))}: {Formats.Money(sum, currency)} a month {(savings.Count == 1 ? "" : "together")}".TrimEnd() + ".",
                2, [.. savings.Select(saving => saving.Source)])
            {
                AtStake = sum.Known, PerMonth = true,
            };
        }

        foreach (var gap in SecurityGaps.Of(facts).Where(gap => gap.Severity >= High))
            yield return new DecisionDraft("security gap", gap.Entity, $"{DecisionWords.Inner(gap.Finding)}{(gap.Resource is null ? "" : $", {gap.Resource}")} ({gap.Entity?.Name ?? "no entity"}): close it",
                $"Its severity is {UrgencyWords.Of(gap.Severity)}, {(gap.Row is null ? $"found by the rule “{gap.Rule}”" : "listed in the handoff")}. What a breach would cost is not written down.", gap.Severity!.Value, gap.Sources)
            {
                Owner = gap.Owner, Due = gap.Due, Matters = [gap.Finding],
            };
        foreach (var (entity, row) in facts.Handoffs.SelectMany(one => one.Ux.Select(row => (one, row))).Where(pair => pair.row is { Severity: >= High, State: WorkState.Open or WorkState.Unknown }))
            yield return new DecisionDraft("UX deficit", entity, $"{DecisionWords.Inner(row.Title)} ({entity.Name}{(row.Where is null ? "" : $", {row.Where}")}): mend it",
                row.Impact is { Length: > 0 } impact ? $"What it does: {DecisionWords.Inner(impact)}." : "What it does to sales is not written down.", row.Severity!.Value, [SourceRef.Of(row)])
            {
                Owner = row.Owner, Due = row.Due, Matters = [row.Title],
            };
    }
}
