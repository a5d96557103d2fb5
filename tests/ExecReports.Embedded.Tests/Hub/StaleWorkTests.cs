using ExecReports.Embedded.Hub;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ExecReports.Embedded.Tests.Hub;

public sealed class StaleWorkTests : IAsyncDisposable
{
    private readonly TestFolder _folder = new();
    private readonly EmbeddedHub _hub;
    private readonly Gate _gate = new();

    public StaleWorkTests()
    {
        _hub = EmbeddedHub.Open(new HubOptions { Folder = _folder.Path, MaxActivities = 2 })
            .AddOrchestrator("one", () => new OneActivity())
            .AddOrchestrator("same-child", () => new SameChild())
            .AddActivity("gated", () => new Gated(_gate));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_result_of_an_activity_of_a_replaced_instance_is_dropped()
    {
        await _hub.StartAsync();
        await _hub.Client.ScheduleNewOrchestrationInstanceAsync("one", "old", new StartOrchestrationOptions("a"), Ct);
        await _gate.EnteredAsync("old");
        await _hub.Client.ScheduleNewOrchestrationInstanceAsync("one", "new", new StartOrchestrationOptions("a"), Ct);
        await _gate.EnteredAsync("new");

        _gate.Open("old");
        _gate.Open("new");
        var end = await _hub.Client.WaitForInstanceCompletionAsync("a", true, Ct);
        await _hub.StopAsync(Ct);

        Assert.Equal("new", end.ReadOutputAs<string>());
        Assert.Equal(["\"new\""], _hub.History("a").Where(x => x.Type == "TaskCompleted").Select(x => x.Details));
    }

    [Fact]
    public async Task Stopping_waits_for_the_activity_under_way_and_the_next_hub_goes_on_behind_it()
    {
        await _hub.StartAsync();
        await _hub.Client.ScheduleNewOrchestrationInstanceAsync("one", "x", new StartOrchestrationOptions("a"), Ct);
        await _gate.EnteredAsync("x");

        var stop = _hub.StopAsync(Ct);
        Assert.False(stop.IsCompleted);
        _gate.Open("x");
        await stop;
        await _hub.DisposeAsync();

        await using var next = EmbeddedHub.Open(new HubOptions { Folder = _folder.Path }).AddOrchestrator("one", () => new OneActivity());
        await next.StartAsync();
        Assert.Equal("x", (await next.Client.WaitForInstanceCompletionAsync("a", true, Ct)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_second_sub_orchestration_of_one_id_fails_at_its_parent_and_leaves_the_first_alone()
    {
        await _hub.StartAsync();
        await _hub.Client.ScheduleNewOrchestrationInstanceAsync("same-child", null, new StartOrchestrationOptions("parent"), Ct);
        await _gate.EnteredAsync("first");
        _gate.Open("first");

        var end = await _hub.Client.WaitForInstanceCompletionAsync("parent", true, Ct);

        Assert.Equal("first; An orchestration with the instance id 'child' is under way already.", end.ReadOutputAs<string>());
    }

    private sealed class OneActivity : TaskOrchestrator<string, string>
    {
        public override Task<string> RunAsync(TaskOrchestrationContext context, string input) => context.CallActivityAsync<string>("gated", input);
    }

    private sealed class SameChild : TaskOrchestrator<object?, string>
    {
        public override async Task<string> RunAsync(TaskOrchestrationContext context, object? input)
        {
            var first = context.CallSubOrchestratorAsync<string>("one", "first", new SubOrchestrationOptions(instanceId: "child"));
            var second = context.CallSubOrchestratorAsync<string>("one", "second", new SubOrchestrationOptions(instanceId: "child"));
            string refused;
            try
            {
                refused = await second;
            }
            catch (TaskFailedException e)
            {
                refused = e.FailureDetails.ErrorMessage;
            }

            return $"{await first}; {refused}";
        }
    }

    private sealed class Gated(Gate gate) : TaskActivity<string, string>
    {
        public override async Task<string> RunAsync(TaskActivityContext context, string input)
        {
            await gate.PassAsync(input);
            return input;
        }
    }

    /// <summary>Activities stop here until the test lets each one pass.</summary>
    private sealed class Gate
    {
        private readonly Dictionary<string, (TaskCompletionSource Entered, TaskCompletionSource Open)> _doors = [];

        public Task EnteredAsync(string name) => Door(name).Entered.Task.WaitAsync(Ct);

        public void Open(string name) => Door(name).Open.TrySetResult();

        public Task PassAsync(string name)
        {
            var (entered, open) = Door(name);
            entered.TrySetResult();
            return open.Task;
        }

        private (TaskCompletionSource Entered, TaskCompletionSource Open) Door(string name)
        {
            lock (_doors)
            {
                if (!_doors.TryGetValue(name, out var door))
                    _doors[name] = door = (new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously));
                return door;
            }
        }
    }
}
