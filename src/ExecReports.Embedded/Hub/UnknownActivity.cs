using DurableTask.Core;

namespace ExecReports.Embedded.Hub;

/// <summary>Stands in for an activity that is not registered: every call of it fails.</summary>
internal sealed class UnknownActivity(string name) : TaskActivity
{
    public override string Run(TaskContext context, string input) =>
        throw new InvalidOperationException($"There is no activity '{name}' in this program.");
}
