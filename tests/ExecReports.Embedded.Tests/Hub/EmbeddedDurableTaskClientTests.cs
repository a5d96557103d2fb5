using System.Collections.Concurrent;
using DurableTask.Core.Exceptions;
using ExecReports.Embedded.Hub;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Time.Testing;

namespace ExecReports.Embedded.Tests.Hub;

public sealed class EmbeddedDurableTaskClientTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 6, 30, 0, TimeSpan.Zero);

    private readonly TestFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Start);
    private readonly EmbeddedHub _hub;

    public EmbeddedDurableTaskClientTests()
    {
        _hub = Work.AddTo(EmbeddedHub.Open(new HubOptions { Folder = _folder.Path, Time = _time }), [])
            .AddOrchestrator("wait", () => new WaitOrchestrator())
            .AddOrchestrator("sleep", () => new SleepOrchestrator());
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private EmbeddedDurableTaskClient Client => _hub.Client;

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_start_is_pending_with_its_input_name_version_tags_and_time_until_the_hub_works()
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("wait", "in", new StartOrchestrationOptions("a")
        {
            Version = "2",
            Tags = new Dictionary<string, string> { ["schedule"] = "weekly" },
        }, Ct);

        var found = await Client.GetInstanceAsync(id, getInputsAndOutputs: true, Ct);

        Assert.NotNull(found);
        Assert.Equal(("a", "wait", OrchestrationRuntimeStatus.Pending, "in"), (found.InstanceId, found.Name, found.RuntimeStatus, found.ReadInputAs<string>()));
        Assert.Equal(Start, found.CreatedAt);
        Assert.Equal("weekly", found.Tags["schedule"]);
        Assert.Null((await Client.GetInstanceAsync(id, Ct))!.SerializedInput);
        Assert.Null(await Client.GetInstanceAsync("b", Ct));
    }

    [Fact]
    public async Task A_second_start_is_refused_in_a_dedupe_status_and_replaces_the_instance_otherwise()
    {
        await _hub.StartAsync();
        await Client.ScheduleNewOrchestrationInstanceAsync("wait", "first", new StartOrchestrationOptions("a"), Ct);
        await Client.WaitForInstanceStartAsync("a", Ct);

        var error = await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => Client.ScheduleNewOrchestrationInstanceAsync(
            "wait", "second", new StartOrchestrationOptions("a").WithDedupeStatuses(OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running), Ct));
        await Client.ScheduleNewOrchestrationInstanceAsync(
            "wait", "third", new StartOrchestrationOptions("a").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed), Ct);
        await Client.WaitForInstanceStartAsync("a", Ct);
        await Client.RaiseEventAsync("a", "go", "now", Ct);
        var end = await Client.WaitForInstanceCompletionAsync("a", true, Ct);

        Assert.Contains("Running", error.Message);
        Assert.Equal("third now", end.ReadOutputAs<string>());
        await Assert.ThrowsAsync<ArgumentException>(() => Client.ScheduleNewOrchestrationInstanceAsync(
            "wait", "x", new StartOrchestrationOptions("a") { DedupeStatuses = ["Sleeping"] }, Ct));
    }

    [Fact]
    public async Task A_suspended_instance_takes_its_events_in_when_it_is_resumed()
    {
        await _hub.StartAsync();
        await Client.ScheduleNewOrchestrationInstanceAsync("wait", "a", new StartOrchestrationOptions("a"), Ct);
        await Client.WaitForInstanceStartAsync("a", Ct);

        await Client.SuspendInstanceAsync("a", "hold", Ct);
        await WatchUntilAsync("a", OrchestrationRuntimeStatus.Suspended);
        await Client.RaiseEventAsync("a", "go", "b", Ct);
        await Client.ResumeInstanceAsync("a", "go on", Ct);

        Assert.Equal("a b", (await Client.WaitForInstanceCompletionAsync("a", true, Ct)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_terminated_instance_ends_with_the_output_it_was_given_and_what_is_sent_later_is_dropped()
    {
        await _hub.StartAsync();
        await Client.ScheduleNewOrchestrationInstanceAsync("wait", "a", new StartOrchestrationOptions("a"), Ct);
        await Client.WaitForInstanceStartAsync("a", Ct);

        await Client.TerminateInstanceAsync("a", "stopped", Ct);
        var end = await Client.WaitForInstanceCompletionAsync("a", true, Ct);
        await Client.RaiseEventAsync("a", "go", "late", Ct);
        await Client.RaiseEventAsync("nobody", "go", "late", Ct);

        Assert.Equal((OrchestrationRuntimeStatus.Terminated, "stopped"), (end.RuntimeStatus, end.ReadOutputAs<string>()));
        Assert.Equal(end.LastUpdatedAt, (await Client.GetInstanceAsync("a", Ct))!.LastUpdatedAt);
    }

    [Fact]
    public async Task A_timer_fires_when_the_clock_reaches_it_and_the_orchestrator_sees_that_clock()
    {
        await _hub.StartAsync();
        await Client.ScheduleNewOrchestrationInstanceAsync("sleep", TimeSpan.FromDays(2), new StartOrchestrationOptions("a"), Ct);
        await WatchUntilAsync("a", "asleep");

        _time.Advance(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        Assert.False((await Client.GetInstanceAsync("a", Ct))!.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        var end = await Client.WaitForInstanceCompletionAsync("a", true, Ct);
        Assert.Equal(Start.AddDays(2).UtcDateTime, end.ReadOutputAs<DateTime>());
        Assert.Equal("2026-11-26T06:30:00.0000000Z", _hub.History("a").Single(x => x.Type == "TimerFired").Details);
    }

    [Fact]
    public async Task A_start_for_later_waits_for_its_time()
    {
        await _hub.StartAsync();
        await Client.ScheduleNewOrchestrationInstanceAsync("sum", 1, new StartOrchestrationOptions("later", Start.AddHours(1)), Ct);
        await Client.ScheduleNewOrchestrationInstanceAsync("sleep", TimeSpan.Zero, new StartOrchestrationOptions("now"), Ct);
        await Client.WaitForInstanceCompletionAsync("now", Ct);
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await Client.GetInstanceAsync("later", Ct))!.RuntimeStatus);

        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await Client.WaitForInstanceStartAsync("later", Ct)).RuntimeStatus);
    }

    [Fact]
    public async Task Instances_are_listed_by_creation_filtered_and_in_pages()
    {
        foreach (var id in new[] { "c", "a", "b1", "b2" })
        {
            await Client.ScheduleNewOrchestrationInstanceAsync("sum", 1, new StartOrchestrationOptions(id), Ct);
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        async Task<string[]> ListAsync(OrchestrationQuery? query) =>
            await Client.GetAllInstancesAsync(query).Select(x => x.InstanceId).ToArrayAsync(Ct);

        Assert.Equal(["c", "a", "b1", "b2"], await ListAsync(null));
        Assert.Equal(["c", "a", "b1", "b2"], await ListAsync(new OrchestrationQuery(PageSize: 1)));
        Assert.Equal(["b1", "b2"], await ListAsync(new OrchestrationQuery(InstanceIdPrefix: "b")));
        Assert.Equal(["a", "b1"], await ListAsync(new OrchestrationQuery(CreatedFrom: Start.AddMinutes(1), CreatedTo: Start.AddMinutes(2))));
        Assert.Empty(await ListAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Completed])));
        var pages = await Client.GetAllInstancesAsync().AsPages(pageSizeHint: 3).Select(x => x.Values.Count).ToArrayAsync(Ct);
        Assert.Equal([3, 1], pages);
    }

    [Fact]
    public async Task Only_finished_instances_can_be_purged_and_nothing_of_them_stays()
    {
        await _hub.StartAsync();
        await Client.ScheduleNewOrchestrationInstanceAsync("sleep", TimeSpan.Zero, new StartOrchestrationOptions("done"), Ct);
        await Client.WaitForInstanceCompletionAsync("done", Ct);
        await Client.ScheduleNewOrchestrationInstanceAsync("wait", "x", new StartOrchestrationOptions("waits"), Ct);
        await Client.WaitForInstanceStartAsync("waits", Ct);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Client.PurgeInstanceAsync("waits", Ct));
        Assert.Equal(0, (await Client.PurgeInstanceAsync("nobody", Ct)).PurgedInstanceCount);
        Assert.Equal(1, (await Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(), Ct)).PurgedInstanceCount);

        Assert.Null(await Client.GetInstanceAsync("done", Ct));
        Assert.Empty(_hub.History("done"));
        Assert.NotNull(await Client.GetInstanceAsync("waits", Ct));
    }

    [Fact]
    public async Task Following_an_instance_ends_with_its_end()
    {
        await _hub.StartAsync();
        await Client.ScheduleNewOrchestrationInstanceAsync("sleep", TimeSpan.FromHours(1), new StartOrchestrationOptions("a"), Ct);
        var seen = new List<string>();

        await foreach (var state in _hub.WatchAsync("a", Ct))
        {
            seen.Add($"{state.RuntimeStatus} {state.SerializedCustomStatus}");
            if (state.SerializedCustomStatus == "\"asleep\"" && !state.IsCompleted)
                _time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal("Completed \"awake\"", seen[^1]);
        Assert.Contains("Running \"asleep\"", seen);
    }

    [Fact]
    public async Task Waiting_for_an_instance_that_does_not_exist_is_an_error() => await Assert.ThrowsAsync<InvalidOperationException>(
        () => Client.WaitForInstanceCompletionAsync("nobody", Ct));

    [Fact]
    public async Task A_name_that_is_not_registered_fails_the_instance_and_is_named()
    {
        await _hub.StartAsync();
        await Client.ScheduleNewOrchestrationInstanceAsync("no-such", null, new StartOrchestrationOptions("a"), Ct);

        var end = await Client.WaitForInstanceCompletionAsync("a", Ct);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("'no-such'", end.FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task What_the_hub_does_not_do_is_said()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => Client.RestartAsync("a", cancellation: Ct));
        await Assert.ThrowsAsync<NotSupportedException>(() => Client.RewindInstanceAsync("a", "why", Ct));
        await Assert.ThrowsAsync<NotSupportedException>(() => Client.TerminateInstanceAsync("a", new TerminateInstanceOptions(Recursive: true), Ct));
        await Assert.ThrowsAsync<NotSupportedException>(() => Client.PurgeInstanceAsync("a", new PurgeInstanceOptions(Recursive: true), Ct));
        Assert.Throws<NotSupportedException>(() => Client.Entities);
    }

    private async Task WatchUntilAsync(string id, OrchestrationRuntimeStatus status)
    {
        await foreach (var state in _hub.WatchAsync(id, Ct))
        {
            if (state.RuntimeStatus == status)
                return;
        }

        Assert.Fail($"{id} ended without being {status}");
    }

    private async Task WatchUntilAsync(string id, string customStatus)
    {
        await foreach (var state in _hub.WatchAsync(id, Ct))
        {
            if (state.ReadCustomStatusAs<string>() == customStatus)
                return;
        }

        Assert.Fail($"{id} ended without the custom status '{customStatus}'");
    }

    private sealed class WaitOrchestrator : TaskOrchestrator<string, string>
    {
        public override async Task<string> RunAsync(TaskOrchestrationContext context, string input) =>
            $"{input} {await context.WaitForExternalEvent<string>("go")}";
    }

    private sealed class SleepOrchestrator : TaskOrchestrator<TimeSpan, DateTime>
    {
        public override async Task<DateTime> RunAsync(TaskOrchestrationContext context, TimeSpan input)
        {
            context.SetCustomStatus("asleep");
            await context.CreateTimer(input, CancellationToken.None);
            context.SetCustomStatus("awake");
            return context.CurrentUtcDateTime;
        }
    }
}
