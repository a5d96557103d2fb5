using ExecReports.Embedded.Hub;
using ExecReports.Orchestration.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Time.Testing;

namespace ExecReports.Orchestration.Tests.History;

public sealed class HistoryPurgeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("execreports-test-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Only_runs_that_ended_and_are_older_than_the_retention_are_forgotten()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));
        await using var hub = EmbeddedHub.Open(new HubOptions { Folder = folder, Time = time });
        hub.AddOrchestrator("ends", () => new Waits(false)).AddOrchestrator("waits", () => new Waits(true));
        await hub.StartAsync();
        await RunAsync("old");
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("waits", null, new StartOrchestrationOptions("old-and-at-work"), Token);
        time.Advance(TimeSpan.FromDays(20));
        await RunAsync("young");
        time.Advance(TimeSpan.FromDays(11));
        var purge = new HistoryPurge(time, TimeSpan.FromDays(30));

        Assert.Equal(1, await purge.RunAsync(hub.Client, Token));
        Assert.Equal(0, await purge.RunAsync(hub.Client, Token));

        Assert.Null(await hub.Client.GetInstanceAsync("old", Token));
        Assert.NotNull(await hub.Client.GetInstanceAsync("young", Token));
        Assert.NotNull(await hub.Client.GetInstanceAsync("old-and-at-work", Token));

        async Task RunAsync(string id)
        {
            await hub.Client.ScheduleNewOrchestrationInstanceAsync("ends", null, new StartOrchestrationOptions(id), Token);
            await hub.Client.WaitForInstanceCompletionAsync(id, Token);
        }
    }

    private sealed class Waits(bool forever) : TaskOrchestrator<string?, string>
    {
        public override async Task<string> RunAsync(TaskOrchestrationContext context, string? input) => forever ? await context.WaitForExternalEvent<string>("never") : "done";
    }
}
