using ExecReports.Portfolio;
using ExecReports.Workspace;
using Microsoft.DurableTask;

namespace ExecReports.Orchestration.Activities;

/// <summary>Reads one handoff and freezes it.</summary>
public sealed class CollectHandoff(IPortfolioSource portfolio, IRunWorkspace workspace) : TaskActivity<CollectInput, SnapshotRef>
{
    /// <inheritdoc/>
    public override async Task<SnapshotRef> RunAsync(TaskActivityContext context, CollectInput input)
    {
        var handoff = await portfolio.ReadAsync(input.Source.Name, CancellationToken.None);
        var content = await workspace.PutJsonAsync(input.RunId, $"handoff-{handoff.Id}", handoff, SnapshotJson.Default.Handoff);
        return new SnapshotRef(input.Source.Kind, input.Source.Name, input.Source.Entity, content, handoff.Diagnostics.Count);
    }
}
