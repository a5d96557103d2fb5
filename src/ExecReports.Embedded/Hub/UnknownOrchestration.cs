using DurableTask.Core;

namespace ExecReports.Embedded.Hub;

/// <summary>Stands in for an orchestrator that is not registered: its instances fail.</summary>
internal sealed class UnknownOrchestration(string name) : TaskOrchestration
{
    public override Task<string> Execute(OrchestrationContext context, string input) =>
        throw new InvalidOperationException($"There is no orchestrator '{name}' in this program.");

    public override void RaiseEvent(OrchestrationContext context, string name, string input)
    {
    }

    public override string? GetStatus() => null;
}
