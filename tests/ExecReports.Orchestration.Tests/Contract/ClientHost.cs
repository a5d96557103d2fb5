using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ExecReports.Orchestration.Tests.Contract;

/// <summary>A host that is used through the client library.</summary>
public sealed class ClientHost(DurableTaskClient client, Func<ValueTask> dispose) : IContractHost
{
    public Task StartAsync(string id, string orchestrator, object? input) =>
        client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(id), TestContext.Current.CancellationToken);

    public async Task<Outcome> WaitAsync(string id, CancellationToken cancellation)
    {
        var end = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, cancellation);
        return new Outcome(end.RuntimeStatus.ToString(), end.SerializedOutput, end.SerializedCustomStatus, end.FailureDetails?.ToString());
    }

    public Task RaiseAsync(string id, string name, object? payload) => client.RaiseEventAsync(id, name, payload);

    public Task TerminateAsync(string id, string reason) => client.TerminateInstanceAsync(id, reason, TestContext.Current.CancellationToken);

    public async Task WaitForCustomStatusAsync(string id, string json, CancellationToken cancellation)
    {
        while ((await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellation))?.SerializedCustomStatus != json)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, cancellation);
    }

    public ValueTask DisposeAsync() => dispose();
}
