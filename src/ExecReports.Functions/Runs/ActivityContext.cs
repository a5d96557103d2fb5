using Microsoft.DurableTask;

namespace ExecReports.Functions.Runs;

/// <summary>What an activity class may know of the instance that called it.</summary>
internal sealed class ActivityContext(TaskName name, string instanceId) : TaskActivityContext
{
    /// <inheritdoc/>
    public override TaskName Name { get; } = name;

    /// <inheritdoc/>
    public override string InstanceId { get; } = instanceId;
}
