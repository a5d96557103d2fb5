using DurableTask.AzureStorage;
using DurableTask.Core;
using DurableTask.Core.History;
using ExecReports.Orchestration.Tests.Azurite;
using ExecReports.Orchestration.Tests.Contract;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Worker.Shims;

namespace ExecReports.Orchestration.Tests;

/// <summary>The contract on the storage that the product uses in Azure. Runs with EXECREPORTS_FULL=1, against Azurite on loopback.</summary>
public sealed class AzureStorageContractTests(AzuriteProcess azurite) : OrchestrationContract, IClassFixture<AzuriteProcess>
{
    private static int s_hubs;

    // A queue message becomes visible at a whole second.
    protected override TimeSpan TimerGranularity => TimeSpan.FromSeconds(1);

    protected override async Task<IContractHost> StartHostAsync()
    {
        Assert.SkipUnless(AzuriteProcess.IsWanted, "set EXECREPORTS_FULL=1 to run on Azure Storage (Azurite)");
        var service = new AzureStorageOrchestrationService(new AzureStorageOrchestrationServiceSettings
        {
            StorageAccountClientProvider = new StorageAccountClientProvider(await azurite.StartAsync()),
            TaskHubName = $"contract{Interlocked.Increment(ref s_hubs)}",
            PartitionCount = 1,
            MaxQueuePollingInterval = TimeSpan.FromMilliseconds(100),
            // One worker, so nobody else can hold a partition.
            UseTablePartitionManagement = false,
        });
        await service.CreateIfNotExistsAsync();
        var worker = new TaskHubWorker(service) { ErrorPropagationMode = ErrorPropagationMode.UseFailureDetails };
        foreach (var (name, create) in Work.Orchestrators)
            worker.AddTaskOrchestrations(new Creator<TaskOrchestration>(name, () => DurableTaskShimFactory.Default.CreateOrchestration(name, create())));
        foreach (var (name, create) in Work.Activities)
            worker.AddTaskActivities(new Creator<TaskActivity>(name, () => DurableTaskShimFactory.Default.CreateActivity(name, create())));
        await worker.StartAsync();
        return new Host(service, worker);
    }

    private sealed class Creator<T> : ObjectCreator<T>
    {
        private readonly Func<T> _create;

        public Creator(string name, Func<T> create)
        {
            Name = name;
            Version = "";
            _create = create;
        }

        public override T Create() => _create();
    }

    private sealed class Host(AzureStorageOrchestrationService service, TaskHubWorker worker) : IContractHost
    {
        public Task StartAsync(string id, string orchestrator, object? input)
        {
            var instance = new OrchestrationInstance { InstanceId = id, ExecutionId = $"{id}-execution" };
            return service.CreateTaskOrchestrationAsync(new TaskMessage
            {
                OrchestrationInstance = instance,
                Event = new ExecutionStartedEvent(-1, JsonDataConverter.Default.Serialize(input))
                {
                    OrchestrationInstance = instance,
                    Name = orchestrator,
                    Version = "",
                },
            });
        }

        public async Task<Outcome> WaitAsync(string id, CancellationToken cancellation)
        {
            var end = await service.WaitForOrchestrationAsync(id, "", TimeSpan.FromMinutes(1), cancellation)
                ?? throw new TimeoutException($"{id} did not end");
            // This store keeps the failure of an instance as its output.
            return new Outcome(end.OrchestrationStatus.ToString(), end.Output, end.Status, end.OrchestrationStatus == OrchestrationStatus.Failed ? end.Output : null);
        }

        public Task RaiseAsync(string id, string name, object? payload) =>
            SendAsync(id, new EventRaisedEvent(-1, JsonDataConverter.Default.Serialize(payload)) { Name = name });

        public Task TerminateAsync(string id, string reason) => service.ForceTerminateTaskOrchestrationAsync(id, reason);

        public async Task WaitForCustomStatusAsync(string id, string json, CancellationToken cancellation)
        {
            while ((await service.GetOrchestrationStateAsync(id, executionId: null))?.Status != json)
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellation);
        }

        public async ValueTask DisposeAsync()
        {
            await worker.StopAsync(isForced: true);
            worker.Dispose();
        }

        private Task SendAsync(string id, HistoryEvent e) => service.SendTaskOrchestrationMessageAsync(new TaskMessage
        {
            OrchestrationInstance = new OrchestrationInstance { InstanceId = id },
            Event = e,
        });
    }
}
