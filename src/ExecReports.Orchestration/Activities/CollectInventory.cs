using ExecReports.Workspace;
using Microsoft.DurableTask;

namespace ExecReports.Orchestration.Activities;

/// <summary>Collects AWS resources from one place and freezes them.</summary>
public sealed class CollectInventory(RunSources sources, IRunWorkspace workspace) : TaskActivity<CollectInput, SnapshotRef>
{
    /// <inheritdoc/>
    public override async Task<SnapshotRef> RunAsync(TaskActivityContext context, CollectInput input)
    {
        var snapshot = await sources.InventoryOf(input.Source.Name).CollectAsync(CancellationToken.None);
        var content = await workspace.PutJsonAsync(input.RunId, "inventory", snapshot, SnapshotJson.Default.InventorySnapshot);
        return new SnapshotRef(input.Source.Kind, input.Source.Name, input.Source.Entity, content, snapshot.Gaps.Count);
    }
}
