using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Marketing;

/// <summary>A channel across entities; a cell is null where an entity does not name the channel.</summary>
/// <param name="Name">The channel's name, as first written.</param>
/// <param name="Cells">What each entity says of it, in the order of the entities.</param>
public sealed record ChannelRow(string Name, IReadOnlyList<Channel?> Cells);

/// <summary>Channels × entities: absent, listed, active, converting, or unknown.</summary>
/// <param name="Entities">Entities that name a channel.</param>
/// <param name="Rows">Channels by name (folded), those named by most entities first.</param>
public sealed record ChannelGrid(IReadOnlyList<Handoff> Entities, IReadOnlyList<ChannelRow> Rows)
{
    /// <summary>How many channels stand in a state; a blank cell counts as none.</summary>
    public int Count(ChannelState state) => Rows.Sum(row => row.Cells.Count(cell => cell?.State == state));

    /// <summary>How many are named with a state that is not known.</summary>
    public int CountUnknown => Rows.Sum(row => row.Cells.Count(cell => cell is { State: null }));
}

/// <summary>The channel visibility matrix. A channel that an entity does not name stays blank and counts as neither absent nor present.</summary>
public static class ChannelMatrix
{
    /// <summary>The matrix.</summary>
    public static ChannelGrid Of(PortfolioFacts facts)
    {
        var entities = facts.Handoffs.Where(entity => entity.Channels.Count > 0).ToList();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var channel in entities.SelectMany(entity => entity.Channels))
            names.TryAdd(Folded.Of(channel.Name), channel.Name);
        return new ChannelGrid(entities, [.. names
            .Select(name => new ChannelRow(name.Value, [.. entities.Select(entity => entity.Channels.FirstOrDefault(channel => Folded.Of(channel.Name) == name.Key))]))
            .OrderByDescending(row => row.Cells.Count(cell => cell is not null))]);
    }
}
