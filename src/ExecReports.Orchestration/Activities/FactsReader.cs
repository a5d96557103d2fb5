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
        var frozen = await workspace.GetJsonAsync(input.Frozen, RunJson.Default.FrozenRun);
        List<Handoff> handoffs = [];
        List<EntityAudit> audits = [];
        List<InventorySnapshot> inventory = [];
        List<OperationsSnapshot> operations = [];
        foreach (var snapshot in input.Snapshots)
        {
            switch (snapshot.Kind)
            {
                case SourceKind.Handoff:
                    handoffs.Add(await workspace.GetJsonAsync(snapshot.Content, SnapshotJson.Default.Handoff));
                    break;
                case SourceKind.Inventory:
                    inventory.Add(await workspace.GetJsonAsync(snapshot.Content, SnapshotJson.Default.InventorySnapshot));
                    break;
                case SourceKind.Repository:
                    audits.Add(new EntityAudit(snapshot.Entity!, await workspace.GetJsonAsync(snapshot.Content, SnapshotJson.Default.GitAudit)));
                    break;
                case SourceKind.Operations:
                    operations.Add(await workspace.GetJsonAsync(snapshot.Content, SnapshotJson.Default.OperationsSnapshot));
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

    private static string NameOf(SourceKind kind) => kind switch
    {
        SourceKind.Handoff => "handoff",
        SourceKind.Inventory => "inventory",
        SourceKind.Repository => "git",
        _ => "operations",
    };
}
