using ExecReports.Embedded.Hub;
using ExecReports.Orchestration.Schedules;
using ExecReports.Reports;
using ExecReports.Schedules;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace ExecReports.Orchestration.Tests.Schedules;

/// <summary>Ticks over a real hub: what is due is started once, whatever becomes of the ticks.</summary>
public sealed class ScheduleTickTests : IAsyncLifetime
{
    private static readonly Schedule Weekly = new() { Id = "weekly", Cron = "30 6 * * 1", Zone = "America/Los_Angeles", Group = ReportGroup.Executive, Reports = ["ceo"], Entities = ["bay"] };
    private static readonly Schedule Often = new() { Id = "often", Cron = "*/10 * * * *", Zone = "Etc/UTC" };
    private static readonly DateTimeOffset Monday = new(2026, 11, 30, 14, 30, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider time = new(Monday.AddMinutes(-4));
    private readonly string folder = Directory.CreateTempSubdirectory("execreports-test-").FullName;
    private EmbeddedHub hub = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        // Runs are only begun, so that what was asked for can be looked at.
        hub = EmbeddedHub.Open(new HubOptions { Folder = folder, Time = time, DataConverter = RunMessages.Converter });
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await hub.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_run_is_started_once_it_is_due_with_what_its_schedule_asks_for()
    {
        var tick = Tick(Weekly);

        Assert.Empty((await tick.RunAsync(hub.Client, Token)).Started);
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(["weekly-20261130T143000Z"], (await tick.RunAsync(hub.Client, Token)).Started);

        var run = await hub.Client.GetInstanceAsync("weekly-20261130T143000Z", getInputsAndOutputs: true, Token);
        Assert.Equal(nameof(ReportRunOrchestrator), run!.Name);
        var request = run.ReadInputAs<RunRequest>()!;
        Assert.Equal((ReportGroup.Executive, Monday, false), (request.Group!.Value, request.Occurrence!.Value, request.DryRun));
        Assert.Equal(["ceo"], request.Reports);
        Assert.Equal(["bay"], request.Entities);
    }

    [Fact]
    public async Task Repeated_doubled_and_late_ticks_start_nothing_more()
    {
        time.Advance(TimeSpan.FromMinutes(5));
        var tick = Tick(Weekly);
        await tick.RunAsync(hub.Client, Token);

        Assert.Empty((await tick.RunAsync(hub.Client, Token)).Started);
        time.Advance(TimeSpan.FromDays(2));
        var late = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Tick(Weekly).RunAsync(hub.Client, Token))));

        Assert.All(late, result => Assert.Empty(result.Started));
        Assert.Equal(["weekly-20261130T143000Z"], await RunsAsync());
    }

    [Fact]
    public async Task Of_ticks_side_by_side_one_starts_the_run()
    {
        time.Advance(TimeSpan.FromMinutes(5));

        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Tick(Weekly).RunAsync(hub.Client, Token))));

        Assert.Equal("weekly-20261130T143000Z", Assert.Single(results.SelectMany(result => result.Started)));
        Assert.Equal(["weekly-20261130T143000Z"], await RunsAsync());
    }

    [Fact]
    public async Task A_run_that_ended_whatever_way_is_not_started_again()
    {
        time.Advance(TimeSpan.FromMinutes(5));
        await Tick(Weekly).RunAsync(hub.Client, Token);
        await hub.StartAsync();
        await hub.Client.WaitForInstanceCompletionAsync("weekly-20261130T143000Z", Token); // There is no such orchestrator in this hub: it failed.

        Assert.Empty((await Tick(Weekly).RunAsync(hub.Client, Token)).Started);
    }

    [Fact]
    public async Task After_an_outage_what_is_within_the_limit_is_caught_up_and_no_more()
    {
        time.Advance(TimeSpan.FromMinutes(4) + TimeSpan.FromDays(3));
        Assert.Empty((await Tick(Weekly).RunAsync(hub.Client, Token)).Started);
        Assert.Equal(["weekly-20261130T143000Z"], (await Tick(new ScheduleTickOptions { CatchUp = TimeSpan.FromDays(3.1) }, Weekly).RunAsync(hub.Client, Token)).Started);
    }

    [Fact]
    public async Task What_was_due_before_the_schedules_were_in_force_is_left_alone()
    {
        time.Advance(TimeSpan.FromHours(2));
        Assert.Empty((await Tick(new ScheduleTickOptions { After = Monday.AddHours(1) }, Weekly).RunAsync(hub.Client, Token)).Started);
    }

    [Fact]
    public async Task A_tick_starts_no_more_than_it_may_and_the_next_goes_on()
    {
        var options = new ScheduleTickOptions { CatchUp = TimeSpan.FromHours(5), MostPerTick = 20 };
        var tick = Tick(options, Often);

        var first = await tick.RunAsync(hub.Client, Token);
        var second = await tick.RunAsync(hub.Client, Token);

        Assert.Equal((20, 10), (first.Started.Count, first.Waiting));
        Assert.Equal((10, 0), (second.Started.Count, second.Waiting));
        Assert.Equal(30, (await RunsAsync()).Count);
    }

    [Fact]
    public async Task A_run_that_cannot_be_started_stops_no_other_and_is_tried_again()
    {
        time.Advance(TimeSpan.FromMinutes(5));
        var client = new Mock<DurableTaskClient>("test");
        var refuse = true;
        var started = new List<string>();
        client.Setup(durable => durable.GetInstancesAsync(It.IsAny<string>(), It.IsAny<bool>(), It.IsAny<CancellationToken>())).ReturnsAsync((OrchestrationMetadata?)null);
        client.Setup(durable => durable.ScheduleNewOrchestrationInstanceAsync(It.IsAny<TaskName>(), It.IsAny<object?>(), It.IsAny<StartOrchestrationOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((TaskName _, object? _, StartOrchestrationOptions? options, CancellationToken _) =>
            {
                if (refuse && options!.InstanceId == "a-20261130T143000Z")
                    throw new TimeoutException("the storage does not answer");
                started.Add(options!.InstanceId!);
                return Task.FromResult(options.InstanceId!);
            });
        var tick = Tick(Weekly with { Id = "a" }, Weekly with { Id = "b" });

        var failure = await Assert.ThrowsAsync<AggregateException>(() => tick.RunAsync(client.Object, Token));
        refuse = false;
        await tick.RunAsync(client.Object, Token);

        Assert.Contains("The run a-20261130T143000Z could not be started: the storage does not answer", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["b-20261130T143000Z", "a-20261130T143000Z"], started);
    }

    [Fact]
    public void A_history_that_forgets_before_the_limit_is_refused()
    {
        var options = new ScheduleTickOptions();

        Assert.Null(options.Fault(TimeSpan.FromDays(4)));
        Assert.Contains("keep the history at least a day longer", options.Fault(TimeSpan.FromDays(3)), StringComparison.Ordinal);
        Assert.Contains("cannot be negative", (options with { CatchUp = TimeSpan.FromDays(-1) }).Fault(TimeSpan.FromDays(30)), StringComparison.Ordinal);
        Assert.Contains("must be at least 1", (options with { MostPerTick = 0 }).Fault(TimeSpan.FromDays(30)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_hinders_every_run_is_told_starts_nothing_and_once_mended_what_was_due_is_started()
    {
        string? hindrance = "No sender is named.";
        var tick = new ScheduleTick(new FixedSchedules(Weekly), time, new ScheduleTickOptions(), _ => Task.FromResult<string?>(hindrance));
        Assert.Empty((await tick.RunAsync(hub.Client, Token)).Started);
        time.Advance(TimeSpan.FromMinutes(5));

        var refused = await Assert.ThrowsAsync<ScheduleException>(() => tick.RunAsync(hub.Client, Token));
        Assert.Equal("No sender is named.", refused.Message);
        Assert.Empty(await RunsAsync());

        hindrance = null;
        Assert.Equal(["weekly-20261130T143000Z"], (await tick.RunAsync(hub.Client, Token)).Started);
        hindrance = "No sender is named.";
        Assert.Empty((await tick.RunAsync(hub.Client, Token)).Started);
    }

    private ScheduleTick Tick(params Schedule[] schedules) => Tick(new ScheduleTickOptions(), schedules);

    private ScheduleTick Tick(ScheduleTickOptions options, params Schedule[] schedules) => new(new FixedSchedules(schedules), time, options);

    private async Task<IReadOnlyList<string>> RunsAsync()
    {
        var ids = new List<string>();
        await foreach (var instance in hub.Client.GetAllInstancesAsync().WithCancellation(Token))
            ids.Add(instance.InstanceId);
        return ids;
    }
}
