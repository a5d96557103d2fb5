using DurableTask.Core;

namespace ExecReports.Embedded.Hub;

/// <summary>Stands in for an orchestrator that is not registered: its instances fail.</summary>
internal sealed class UnknownOrchestration(string name) : TaskOrchestration
{
    // As a task: what is thrown before there is one, the framework takes for a fault of its own and tries again for ever.
    public override Task<string> Execute(OrchestrationContext context, string input) =>
        Task.FromException<string>(new InvalidOperationException($"There is no orchestrator '{name}' in this program."));

    public override void RaiseEvent(OrchestrationContext context, string name, string input)
    {
    }

    public override string? GetStatus() => null;
}
