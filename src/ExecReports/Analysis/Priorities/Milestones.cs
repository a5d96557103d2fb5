using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Priorities;

/// <summary>A roadmap item of an entity.</summary>
public sealed record Milestone(Handoff Entity, RoadmapItem Row);

/// <summary>A span of the roadmap, and the items that fall into it by due date.</summary>
/// <param name="Title">What a reader calls it.</param>
/// <param name="Items">Its items, by due date.</param>
public sealed record MilestoneSpan(string Title, IReadOnlyList<Milestone> Items);

/// <summary>
/// Roadmap items by the days from the report's date to their due date: overdue (below 0), 0–30, 31–60, 61–90, later, without a date; those done or cancelled apart.
/// </summary>
public static class Milestones
{
    /// <summary>All spans, in that order; a span may be empty.</summary>
    public static IReadOnlyList<MilestoneSpan> Of(PortfolioFacts facts)
    {
        var all = facts.Handoffs.SelectMany(entity => entity.Roadmap.Select(row => new Milestone(entity, row))).ToList();
        var open = all.Where(item => item.Row.State is WorkState.Open or WorkState.Unknown).ToLookup(item => SpanOf(facts.AsOf, item.Row.Due));
        return
        [
            Span("Overdue"), Span("Days 0–30"), Span("Days 31–60"), Span("Days 61–90"), Span("Later"), Span("Without a date"),
            new("Done", [.. all.Where(item => item.Row.State == WorkState.Done)]),
            new("Dropped", [.. all.Where(item => item.Row.State == WorkState.Cancelled)]),
        ];

        MilestoneSpan Span(string title) => new(title, [.. open[title].OrderBy(item => item.Row.Due)]);
    }

    static string SpanOf(DateOnly asOf, DateOnly? due) => due is not { } day ? "Without a date" : (day.DayNumber - asOf.DayNumber) switch
    {
        < 0 => "Overdue",
        <= 30 => "Days 0–30",
        <= 60 => "Days 31–60",
        <= 90 => "Days 61–90",
        _ => "Later",
    };
}
