using ExecReports.Analysis;
using ExecReports.Inventory;
using ExecReports.Operations;
using ExecReports.Portfolio;
using ExecReports.Workspace;

namespace ExecReports.Orchestration.Activities;

/// <summary>
/// Puts a run's frozen snapshots together again. Eight reports render from the same facts, in one process or in eight: the facts read last are kept,
/// so that where they render side by side the snapshots are read once.
/// </summary>
public sealed class FactsReader(IRunWorkspace workspace)
{
    private readonly Lock gate = new();
    private (string Key, Task<PortfolioFacts> Facts)? latest;

    /// <summary>Reads the facts that the references name.</summary>
    public Task<PortfolioFacts> ReadAsync(RenderInput input)
    {
        var key = string.Join('\n', [input.Frozen.Key, input.AsOf.ToString("O"), .. input.Snapshots.Select(snapshot => snapshot.Content.Key), .. input.FailedSources.Select(source => source.Name)]);
        lock (gate)
        {
            if (latest is { } kept && kept.Key == key && !kept.Facts.IsFaulted)
                return kept.Facts;

            var facts = AssembleAsync(input);
            latest = (key, facts);
            return facts;
        }
    }

    private async Task<PortfolioFacts> AssembleAsync(RenderInput input)
    {
        var frozen = await workspace.GetPlanAsync(input.Frozen);
        List<Handoff> handoffs = [];
        List<EntityAudit> audits = [];
        List<InventorySnapshot> inventory = [];
        List<OperationsSnapshot> operations = [];

        // Side by side, since every report waits for all of them; put together in the order of the references.
        foreach (var document in await Task.WhenAll(input.Snapshots.Select(snapshot => Task.Run(() => ReadAsync(snapshot)))))
        {
            switch (document)
            {
                case Handoff handoff:
                    handoffs.Add(handoff);
                    break;
                case InventorySnapshot resources:
                    inventory.Add(resources);
                    break;
                case EntityAudit audit:
                    audits.Add(audit);
                    break;
                case OperationsSnapshot events:
                    operations.Add(events);
                    break;
            }
        }

        return new PortfolioFacts
        {
            AsOf = input.AsOf,
            CollectedAt = input.GeneratedTimestamp,
            Settings = frozen.Settings,
            Handoffs = handoffs,
            Audits = audits,
            Inventory = inventory,
            Operations = operations,
            Gaps = [.. input.FailedSources.Select(source => new SourceGap(NameOf(source.Kind), source.Name, source.Reason, source.Entity))],
        };
    }

    private async Task<object> ReadAsync(SnapshotRef snapshot) => snapshot.Kind switch
    {
        SourceKind.Handoff => await workspace.GetJsonAsync(snapshot.Content, SnapshotJson.Default.Handoff),
        SourceKind.Inventory => await workspace.GetJsonAsync(snapshot.Content, SnapshotJson.Default.InventorySnapshot),
        SourceKind.Repository => new EntityAudit(snapshot.Entity!, await workspace.GetJsonAsync(snapshot.Content, SnapshotJson.Default.GitAudit)),
        SourceKind.Operations => await workspace.GetJsonAsync(snapshot.Content, SnapshotJson.Default.OperationsSnapshot),
        _ => throw new ArgumentOutOfRangeException(nameof(snapshot), snapshot.Kind, "no report reads this kind of source"),
    };

    private static string NameOf(SourceKind kind) => kind switch
    {
        SourceKind.Handoff => "handoff",
        SourceKind.Inventory => "inventory",
        SourceKind.Repository => "git",
        _ => "operations",
    };
}
