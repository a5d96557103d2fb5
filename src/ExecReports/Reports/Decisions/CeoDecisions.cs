using ExecReports.Analysis;
using ExecReports.Analysis.Operations;
using ExecReports.Analysis.Priorities;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports.Decisions;

/// <summary>What the CEO decides: critical shortfalls (urgency at least <see cref="Thresholds.DecisionUrgency"/>), overdue actions, trips that are not ready.</summary>
internal static class CeoDecisions
{
    /// <summary>The drafts.</summary>
    public static IEnumerable<DecisionDraft> Of(PortfolioFacts facts)
    {
        var currency = facts.Settings.Currency;
        var shortfalls = ShortfallRanking.Of(facts).Where(one => one.IsOpen && one.Row.Urgency >= facts.Thresholds.DecisionUrgency).ToList();
        foreach (var one in shortfalls)
        {
            var cost = one.Row.MoneyPerMonth is { } money ? $"It costs {Formats.Money(money.Bounds, currency)} every month." : "What it costs is not known.";
            yield return new DecisionDraft("critical shortfall", one.Entity, $"{one.Row.Title} ({one.Entity.Name})",
                one.Row.Action is { Length: > 0 } action ? $"The handoff proposes: {DecisionWords.Inner(action)}. {cost}" : $"The handoff proposes nothing yet. {cost}",
                one.Row.Urgency!.Value, [SourceRef.Of(one.Row)])
            {
                AtStake = one.Row.MoneyPerMonth?.Bounds, PerMonth = true, Owner = one.Row.Owner, Due = one.Row.Due, Matters = [one.Row.Title, one.Row.Action],
            };
        }

        var drafted = shortfalls.Select(one => (HandoffRow)one.Row).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var item in Agenda.Of(facts).Where(item => item.DaysOverdue > 0 && !item.Rows.Any(drafted.Contains)))
            yield return new DecisionDraft("overdue action", item.Entity, $"{item.Action} ({item.Entity.Name})",
                $"It was due on {Formats.Date(item.Due)} and is {Formats.Days(item.DaysOverdue)} overdue. Set a new date, or drop it.", 4, [.. item.Rows.Select(SourceRef.Of)])
            {
                AtStake = item.MoneyPerMonth?.Bounds, PerMonth = true, Owner = item.Owner, Due = item.Due, Matters = [item.Action],
            };

        foreach (var check in TripReadiness.Of(facts).Where(check => check is { NotReady: true, Tentative: false }))
        {
            var entity = facts.Handoffs.FirstOrDefault(one => string.Equals(one.Id, check.Trip.Entity, StringComparison.OrdinalIgnoreCase));
            yield return new DecisionDraft("trip not ready", entity, $"Trip {check.Trip.Id} on {Formats.Date(check.Trip.Start)} is not ready{(entity is null ? "" : $" ({entity.Name})")}",
                $"It lacks: {TripWords.Lacks(check)}. Complete it, or tell the guests.", 4, [check.Source])
            {
                AtStake = check.Trip.Value is { } value ? Bounds.Of(value) : null, Due = check.Trip.Start < facts.AsOf ? facts.AsOf : check.Trip.Start,
            };
        }
    }
}
