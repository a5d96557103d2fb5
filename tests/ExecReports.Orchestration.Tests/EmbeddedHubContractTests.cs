using ExecReports.Embedded.Hub;
using ExecReports.Orchestration.Tests.Contract;

namespace ExecReports.Orchestration.Tests;

/// <summary>The contract on the embedded hub.</summary>
public sealed class EmbeddedHubContractTests : OrchestrationContract
{
    protected override async Task<IContractHost> StartHostAsync()
    {
        var folder = Directory.CreateTempSubdirectory("execreports-contract-");
        var hub = EmbeddedHub.Open(new HubOptions { Folder = folder.FullName });
        foreach (var (name, create) in Work.Orchestrators)
            hub.AddOrchestrator(name, create);
        foreach (var (name, create) in Work.Activities)
            hub.AddActivity(name, create);
        await hub.StartAsync();
        return new ClientHost(hub.Client, async () =>
        {
            await hub.StopAsync();
            await hub.DisposeAsync();
            folder.Delete(recursive: true);
        });
    }
}
