using ExecReports.Analysis;
using ExecReports.Analysis.Finance;
using ExecReports.Analysis.Operations;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports.Decisions;

/// <summary>What the accountant decides: costs above their range, money of cancelled bookings still held, vendors paid by several entities.</summary>
internal static class AccountingDecisions
{
    /// <summary>The drafts.</summary>
    public static IEnumerable<DecisionDraft> Of(PortfolioFacts facts)
    {
        var currency = facts.Settings.Currency;
        var audit = ExpenseAudit.Of(facts.Handoffs, facts.Thresholds);
        foreach (var cost in audit.Variances.Where(cost => cost.State == CostState.Over))
            yield return new DecisionDraft("cost above its range", cost.Entity, $"{cost.Line.Item} ({cost.Entity.Name}): explain the excess, or change what is expected",
                $"It cost {Formats.Money(cost.Line.Actual!.Bounds, currency)} a month against {Formats.Money(cost.Line.Expected!.Bounds, currency)} expected.", 3, [SourceRef.Of(cost.Line)])
            {
                AtStake = Bounds.Of(cost.Unexplained), PerMonth = true, Matters = [cost.Line.Item],
            };
        // Where no amount is known, one contract instead of several is nothing to decide yet: the table of duplicates says it.
        foreach (var duplicate in audit.Duplicates.Where(duplicate => duplicate.Monthly.Terms > 0))
            yield return new DecisionDraft("paid by several", null, $"{duplicate.Name}: ask for one contract instead of {Formats.Number(duplicate.Lines.Count)}",
                $"{Wording.List(duplicate.Entities)} pay {Formats.Money(duplicate.Monthly, currency)} a month together; what one contract would save is not known.", 1, [.. duplicate.Lines.Select(line => SourceRef.Of(line.Line))]);
        var deferred = DeferredRevenue.Of(facts, Trips.Of(facts), facts.Handoffs);
        foreach (var line in deferred.CancelledHeld)
            yield return new DecisionDraft("cancelled, money kept", line.Entity, $"{line.Reference} ({line.Entity.Name}) is cancelled: give the money back, or say why it is kept",
                $"{Formats.Money(line.HeldAt(deferred.Through), currency)} is still held.", 3, [line.Source])
            {
                AtStake = line.HeldAt(deferred.Through), Matters = [line.Reference],
            };
    }
}
