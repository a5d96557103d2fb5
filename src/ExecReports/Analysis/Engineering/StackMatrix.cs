using ExecReports.Inventory;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Engineering;

/// <summary>What an entity uses in a layer.</summary>
/// <param name="Technology">The technology, as written or found.</param>
/// <param name="Version">Its version; null if not said.</param>
/// <param name="Support">How the version stands.</param>
/// <param name="Where">Where it is told: a handoff's line, a Lambda function, a file of a repository.</param>
/// <param name="Row">The handoff's row, where it comes from one.</param>
public sealed record StackEntry(string Technology, string? Version, SupportStatus Support, string Where, StackItem? Row = null);

/// <summary>A layer across entities; a cell without an entry is blank: the entity does not say.</summary>
/// <param name="Layer">Its name.</param>
/// <param name="Cells">One cell per entity of the matrix, in its order.</param>
public sealed record StackLayer(string Layer, IReadOnlyList<IReadOnlyList<StackEntry>> Cells);

/// <summary>Layers × entities.</summary>
/// <param name="Entities">Entities that say something about their stack, or whose repositories or functions do.</param>
/// <param name="Layers">Layers as the handoffs name them, in the order of first mention, then what functions run on and what repositories pin.</param>
public sealed record Stack(IReadOnlyList<Handoff> Entities, IReadOnlyList<StackLayer> Layers)
{
    /// <summary>All entries with their entity and layer.</summary>
    public IEnumerable<(Handoff Entity, string Layer, StackEntry Entry)> Entries =>
        Layers.SelectMany(layer => layer.Cells.SelectMany((cell, index) => cell.Select(entry => (Entities[index], layer.Layer, entry))));
}

/// <summary>
/// The stack of all entities side by side: the handoffs' Tech stack by layer (folded), Lambda runtimes from the inventory, runtimes that files of the repositories pin;
/// each version held against <see cref="EndOfSupport"/>.
/// </summary>
public static class StackMatrix
{
    /// <summary>The layer of what Lambda functions run on.</summary>
    public const string LambdaLayer = "Lambda runtimes";

    /// <summary>The layer of what repositories pin.</summary>
    public const string PinnedLayer = "Pinned in the repository";

    /// <summary>The matrix at the report's date.</summary>
    public static Stack Of(PortfolioFacts facts, ResourceOwnership owners)
    {
        var soon = facts.Thresholds.EndsSoonDays;
        var entities = facts.Handoffs.Where(entity => entity.TechStack.Count > 0 || entity.Repositories.Count > 0
            || owners.Of(entity).Any(one => one.Resource is LambdaFunction)).ToList();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in entities.SelectMany(entity => entity.TechStack))
            names.TryAdd(Folded.Of(item.Layer), item.Layer);

        var layers = names.Select(layer => new StackLayer(layer.Value, Cells(entity => entity.TechStack
            .Where(item => Folded.Of(item.Layer) == layer.Key)
            .Select(item => new StackEntry(item.Technology, item.Version, EndOfSupport.Of(item.Technology, item.Version, facts.AsOf, soon), item.At.ToString(), item))))).ToList();
        layers.Add(new StackLayer(LambdaLayer, Cells(entity => owners.Of(entity)
            .Select(one => one.Resource).OfType<LambdaFunction>().Where(function => function.Runtime is not null)
            .GroupBy(function => function.Runtime!)
            .Select(group => new StackEntry(group.Key, null, EndOfSupport.OfLambda(group.Key, facts.AsOf, soon), string.Join(", ", group.Select(function => function.Name)))))));
        layers.Add(new StackLayer(PinnedLayer, Cells(entity => facts.Audits.Where(audit => audit.Entity == entity.Id)
            .SelectMany(audit => audit.Audit.Runtimes.Select(pin => new StackEntry(pin.Runtime, pin.Version,
                EndOfSupport.Of(pin.Runtime, pin.Version, facts.AsOf, soon), $"{audit.Audit.Repository}/{pin.Path}"))))));
        return new Stack(entities, [.. layers.Where(layer => layer.Cells.Any(cell => cell.Count > 0))]);

        List<IReadOnlyList<StackEntry>> Cells(Func<Handoff, IEnumerable<StackEntry>> of) => [.. entities.Select(entity => (IReadOnlyList<StackEntry>)[.. of(entity)])];
    }
}
