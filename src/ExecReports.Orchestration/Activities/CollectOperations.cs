using ExecReports.Workspace;
using Microsoft.DurableTask;

namespace ExecReports.Orchestration.Activities;

/// <summary>Reads operations data from one place and freezes it.</summary>
public sealed class CollectOperations(RunSources sources, IRunWorkspace workspace) : TaskActivity<CollectInput, SnapshotRef>
{
    /// <inheritdoc/>
    public override async Task<SnapshotRef> RunAsync(TaskActivityContext context, CollectInput input)
    {
        var snapshot = await sources.OperationsOf(input.Source.Name).ReadAsync(CancellationToken.None);
        var content = await workspace.PutJsonAsync(input.RunId, "operations", snapshot, SnapshotJson.Default.OperationsSnapshot);
        return new SnapshotRef(input.Source.Kind, input.Source.Name, input.Source.Entity, content, snapshot.Gaps.Count);
    }
}
