using System.Net;
using System.Net.Sockets;
using ExecReports.Orchestration.Tests.Contract;
using Microsoft.DurableTask.Testing;

namespace ExecReports.Orchestration.Tests;

/// <summary>The contract on the framework's own test host: the same worker and protocol as in Azure Functions, with storage in memory.</summary>
public sealed class InProcessTestHostContractTests : OrchestrationContract
{
    // Its server logs every request to the console, and takes its settings from nowhere else.
    static InProcessTestHostContractTests() => Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "Warning");

    protected override async Task<IContractHost> StartHostAsync()
    {
        var host = await DurableTaskTestHost.StartAsync(
            registry =>
            {
                foreach (var (name, create) in Work.Orchestrators)
                    registry.AddOrchestrator(name, create);
                foreach (var (name, create) in Work.Activities)
                    registry.AddActivity(name, _ => create());
            },
            new DurableTaskTestHostOptions { Port = FreePort() });
        return new ClientHost(host.Client, host.DisposeAsync);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
