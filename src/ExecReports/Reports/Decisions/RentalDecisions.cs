using ExecReports.Analysis;
using ExecReports.Analysis.Operations;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports.Decisions;

/// <summary>What the manager of a property decides: unsold gaps of at least <see cref="Thresholds.GapNights"/> nights; repairs that are urgent (3 and above) or open for <see cref="Thresholds.RepairDays"/> days.</summary>
internal static class RentalDecisions
{
    /// <summary>The drafts.</summary>
    public static IEnumerable<DecisionDraft> Of(PortfolioFacts facts, Handoff property)
    {
        var currency = facts.Settings.Currency;
        var result = RentalPerformance.Of(property, facts.AsOf, facts.Thresholds);
        foreach (var gap in result.HasBookings ? result.Gaps.Where(gap => gap.Nights >= facts.Thresholds.GapNights) : [])
        {
            // The stays on both sides are what makes it a gap; without any, the price is.
            var beside = property.Bookings.Where(stay => stay.Leave == gap.From || stay.Arrive == gap.Leave).Select(SourceRef.Of).ToList();
            var rows = beside.Count > 0 ? beside : [.. property.Bookings.OrderByDescending(stay => stay.Leave).Take(1).Select(SourceRef.Of)];
            yield return new DecisionDraft("unsold gap", property, $"Fill {Formats.Number(gap.Nights)} nights from {Formats.Date(gap.From)}, or lower their price",
                $"They are free until {Formats.Date(gap.Leave)}{(gap.OnHold > 0 ? $", {Formats.Number(gap.OnHold)} of them on hold" : "")}"
                    + (gap.Worth is null ? "; the usual rate is not known." : $", at the usual {Formats.Money(result.UsualRate, currency)} a night."), gap.From <= facts.AsOf.AddDays(facts.Thresholds.AgendaDays) ? 3 : 2, rows)
            {
                AtStake = gap.Worth, Due = gap.From < facts.AsOf ? facts.AsOf : gap.From,
            };
        }

        foreach (var repair in MaintenancePipeline.Of(property, facts.AsOf).Open.Where(open => open.Item.Urgency >= 3 || open.Age >= facts.Thresholds.RepairDays))
            yield return new DecisionDraft("repair", property, $"{repair.Item.Title}: order the repair",
                repair.Age is { } age ? $"It has been open for {Formats.Days(age)}{(repair.Item.Urgency is null ? "" : $"; its urgency is {UrgencyWords.Of(repair.Item.Urgency)}")}." : $"Its urgency is {UrgencyWords.Of(repair.Item.Urgency)}; when it was reported is not known.",
                repair.Item.Urgency ?? 2, [SourceRef.Of(repair.Item)])
            {
                AtStake = repair.Item.Cost?.Bounds, Owner = repair.Item.Owner, Matters = [repair.Item.Title],
            };
    }
}
