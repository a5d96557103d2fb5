using System.Collections.Concurrent;
using DurableTask.Core.Exceptions;
using ExecReports.Embedded.Hub;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Time.Testing;

namespace ExecReports.Embedded.Tests.Hub;

public sealed class EmbeddedHubTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly ConcurrentBag<string> _effects = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_orchestration_runs_to_its_end_and_each_activity_ran_once()
    {
        await using var hub = Open();
        await hub.StartAsync();

        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("sum", 8, Ct);
        var end = await hub.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, Ct);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.Equal(204, end.ReadOutputAs<int>()); // 1 + 4 + 9 + 16 + 25 + 36 + 49 + 64
        Assert.Equal("fan in", end.ReadCustomStatusAs<string>());
        Assert.Equal(["deliver 204", .. Enumerable.Range(1, 8).Select(x => $"square {x}")], _effects.Order());
    }

    [Fact]
    public async Task The_history_names_what_each_result_belongs_to()
    {
        await using var hub = Open();
        await hub.StartAsync();
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("sum", 2, Ct);
        await hub.Client.WaitForInstanceCompletionAsync(id, Ct);

        var history = hub.History(id);

        Assert.Equal(Enumerable.Range(0, history.Count), history.Select(x => x.Sequence));
        Assert.Equal("sum", history.Single(x => x.Type == "ExecutionStarted").Name);
        Assert.Equal(["square", "square", "deliver"], history.Where(x => x.Type == "TaskCompleted").Select(x => x.Name));
        Assert.Equal("5", history.Single(x => x.Type == "TaskCompleted" && x.Name == "deliver").Details);
        Assert.Equal("Completed", history.Single(x => x.Type == "ExecutionCompleted").Name);
    }

    private EmbeddedHub Open(Func<HubOptions, HubOptions>? change = null)
    {
        var options = new HubOptions { Folder = _folder.Path };
        return Work.AddTo(EmbeddedHub.Open(change is null ? options : change(options)), _effects);
    }
}
