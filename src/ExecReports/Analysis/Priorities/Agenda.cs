using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Priorities;

/// <summary>An item of the 30-day agenda: a shortfall, a planned step, or both where they are the same action.</summary>
public sealed record AgendaItem
{
    /// <summary>The entity.</summary>
    public required Handoff Entity { get; init; }
    /// <summary>What is to be done.</summary>
    public required string Action { get; init; }
    /// <summary>Who does it; null where nobody is named.</summary>
    public string? Owner { get; init; }
    /// <summary>Until when.</summary>
    public required DateOnly Due { get; init; }
    /// <summary>Days past due at the report's date; 0 where it is not overdue.</summary>
    public required int DaysOverdue { get; init; }
    /// <summary>Money per month that it brings or stops losing; null if unknown.</summary>
    public Amount? MoneyPerMonth { get; init; }
    /// <summary>Urgency from 0 to 4; null if unknown.</summary>
    public decimal? Urgency { get; init; }
    /// <summary>Middle of money per month × urgency; null where either is unknown.</summary>
    public decimal? Rank { get; init; }
    /// <summary>The rows it comes from.</summary>
    public required IReadOnlyList<HandoffRow> Rows { get; init; }
    /// <summary>Where it stands: Shortfalls, Roadmap, or both.</summary>
    public required string From { get; init; }
}

/// <summary>
/// The 30-day agenda: shortfalls and roadmap items that are not done, due on or before as_of + 30 days (that day in); overdue ones first, then by rank
/// (middle of money per month × urgency; unknown last), then by due date. The same action in both stands once: one entity, and the shortfall's title or its action
/// equals the step's title, folded; it then has the shortfall's money, urgency and rank, and the earlier date.
/// </summary>
public static class Agenda
{
    private static readonly OncePerFacts<IReadOnlyList<AgendaItem>> s_all = new(Find);

    /// <summary>The agenda over all entities.</summary>
    public static IReadOnlyList<AgendaItem> Of(PortfolioFacts facts) => s_all.Of(facts);

    private static IReadOnlyList<AgendaItem> Find(PortfolioFacts facts)
    {
        var last = facts.AsOf.AddDays(facts.Thresholds.AgendaDays);
        return [.. facts.Handoffs.SelectMany(entity => Of(facts.AsOf, entity))
            .Where(item => item.Due <= last)
            .OrderByDescending(item => item.DaysOverdue > 0)
            .ThenByDescending(item => item.Rank.HasValue)
            .ThenByDescending(item => item.Rank)
            .ThenBy(item => item.Due)];
    }

    /// <summary>Open actions that can stand in no agenda, because neither their shortfall nor their roadmap item has a date; the same action in both counts once.</summary>
    public static int WithoutDate(PortfolioFacts facts) => facts.Handoffs.Sum(entity => Pairs(entity).Count(pair => Earlier(pair.Shortfall?.Due, pair.Step?.Due) is null));

    // Open shortfalls, each with the open step that is the same action, and then the other open steps.
    static IEnumerable<(Shortfall? Shortfall, RoadmapItem? Step)> Pairs(Handoff entity)
    {
        var steps = entity.Roadmap.Where(step => IsOpen(step.State)).ToList();
        foreach (var shortfall in entity.Shortfalls.Where(one => IsOpen(one.State)))
        {
            var same = steps.FirstOrDefault(step => Folded.Same(step.Title, shortfall.Title) || Folded.Same(step.Title, shortfall.Action));
            if (same is not null)
                steps.Remove(same);
            yield return (shortfall, same);
        }

        foreach (var step in steps)
            yield return (null, step);
    }

    static IEnumerable<AgendaItem> Of(DateOnly asOf, Handoff entity)
    {
        foreach (var (shortfall, step) in Pairs(entity))
        {
            if (Earlier(shortfall?.Due, step?.Due) is not { } day)
                continue;
            var money = shortfall?.MoneyPerMonth ?? step?.MonthlyWorth;
            var urgency = shortfall?.Urgency ?? step?.Urgency;
            yield return new AgendaItem
            {
                Entity = entity,
                Action = shortfall is null ? step!.Title : shortfall.Action is { } action && !Folded.Same(action, shortfall.Title) ? $"{shortfall.Title}: {action}" : shortfall.Title,
                Owner = shortfall?.Owner ?? step?.Owner,
                Due = day,
                DaysOverdue = Math.Max(0, asOf.DayNumber - day.DayNumber),
                MoneyPerMonth = money,
                Urgency = urgency,
                Rank = Rank(money, urgency),
                Rows = [.. new HandoffRow?[] { shortfall, step }.OfType<HandoffRow>()],
                From = shortfall is null ? "Roadmap" : step is null ? "Shortfalls" : "Shortfalls and Roadmap",
            };
        }
    }

    static bool IsOpen(WorkState state) => state is WorkState.Open or WorkState.Unknown;

    static decimal? Rank(Amount? money, decimal? urgency) => money is not null && urgency is { } known ? money.Bounds.Middle * known : null;

    static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null ? b : b is null || a < b ? a : b;
}
