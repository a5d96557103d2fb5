using DurableTask.Core.Exceptions;
using ExecReports.Orchestration;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ExecReports.Api.Runs;

/// <summary>Starts a run under an id of its own, once: an instance of that id that exists, in whatever state, stays as it is.</summary>
public static class RunStarter
{
    private static readonly OrchestrationRuntimeStatus[] Any =
    [
        OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended,
        OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated,
    ];

    /// <summary>Starts it.</summary>
    /// <returns>Whether it was started now.</returns>
    public static async Task<bool> StartOnceAsync(DurableTaskClient client, string runId, RunRequest request, CancellationToken cancellationToken)
    {
        // Most second starts come long after the first; the statuses below decide those that come together.
        if (await client.GetInstanceAsync(runId, cancellationToken) is not null)
            return false;

        try
        {
            var options = new StartOrchestrationOptions(runId).WithDedupeStatuses(Any);
            await client.ScheduleNewOrchestrationInstanceAsync(nameof(ReportRunOrchestrator), request, options, cancellationToken);
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
        catch (RpcException exists) when (exists.StatusCode == StatusCode.AlreadyExists)
        {
            return false;
        }
    }
}
