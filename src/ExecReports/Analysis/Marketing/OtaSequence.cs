using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Marketing;

/// <summary>A channel to open, and what stands before it.</summary>
/// <param name="Place">Its place in the order, from 1.</param>
/// <param name="Entity">The entity.</param>
/// <param name="Row">The channel.</param>
/// <param name="After">The prerequisite in words, and how it stands; null: none.</param>
/// <param name="Ready">Whether it can be begun now: no prerequisite, or one that is active or converting; null where that is only words.</param>
public sealed record OtaStep(int Place, Handoff Entity, Channel Row, string? After, bool? Ready);

/// <summary>
/// The order in which to open channels that take a commission (OTAs): those with a commission above 0 that are absent or listed; each after its prerequisite, if that is one of them; then
/// effort low first, commission low first, reach high first (a grade before a number, unknown last each time), then by entity and name. A prerequisite is another channel's name within the entity, or words.
/// </summary>
public static class OtaSequence
{
    /// <summary>The order over all entities.</summary>
    public static IReadOnlyList<OtaStep> Of(PortfolioFacts facts)
    {
        var waiting = facts.Handoffs.SelectMany(entity => entity.Channels
                .Where(channel => channel is { Commission.High: > 0, State: ChannelState.Absent or ChannelState.Listed })
                .Select(channel => (Entity: entity, Row: channel)))
            .OrderBy(one => one.Row.Effort is { } effort ? (int)effort : int.MaxValue)
            .ThenBy(one => one.Row.Commission!.Bounds.Middle)
            .ThenByDescending(one => one.Row.ReachLevel is { } level ? (int)level : 0)
            .ThenByDescending(one => one.Row.Reach?.High)
            .ToList();
        var order = new List<OtaStep>();
        while (waiting.Count > 0)
        {
            // The best one whose prerequisite does not wait itself; a circle of prerequisites is broken at its best member.
            var next = waiting.FindIndex(one => !waiting.Any(other => !ReferenceEquals(other.Row, one.Row) && ReferenceEquals(other.Entity, one.Entity) && Folded.Same(other.Row.Name, one.Row.Prerequisite)));
            var (entity, row) = waiting[Math.Max(0, next)];
            waiting.RemoveAt(Math.Max(0, next));
            var first = entity.Channels.FirstOrDefault(channel => Folded.Same(channel.Name, row.Prerequisite));
            order.Add(new OtaStep(order.Count + 1, entity, row,
                row.Prerequisite is null ? null : first is null ? row.Prerequisite : $"{first.Name} ({State(first)})",
                row.Prerequisite is null ? true : first is null ? null : first.State is ChannelState.Active or ChannelState.Converting));
        }

        return order;
    }

    static string State(Channel channel) => channel.State?.ToString().ToLowerInvariant() ?? "state unknown";
}
