using System.Collections.Concurrent;
using CsCheck;
using DurableTask.Core.Exceptions;
using ExecReports.Embedded.Hub;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ExecReports.Embedded.Tests.Hub;

public sealed class CrashTests
{
    private const string Id = "run-1";
    private const int Parts = 4;
    private const int Sum = 30; // 1 + 4 + 9 + 16

    [Fact]
    public async Task A_crash_at_any_step_loses_nothing_and_changes_no_result()
    {
        var steps = new ConcurrentQueue<string>();
        using (var folder = new TestFolder())
            await RunAsync(folder.Path, steps.Enqueue, activities: 1, []);
        // Each activity is taken and recorded alone here: a start, the turns that schedule, the five results, all with three moments.
        Assert.Contains("activity: written", steps);
        Assert.True(steps.Count >= 3 * (1 + 2 + 5), $"only {steps.Count} steps");

        for (var crashAt = 1; crashAt <= steps.Count; crashAt++)
            await CrashAndResumeAsync([crashAt], activities: 1);
    }

    [Fact]
    public async Task Several_crashes_of_one_run_with_activities_side_by_side_lose_nothing() =>
        await Gen.Select(Gen.Int[1, 30].List[1, 4], Gen.Int[1, 6]).SampleAsync(x => CrashAndResumeAsync(x.Item1, x.Item2), iter: 60, threads: 2);

    private static async Task CrashAndResumeAsync(IReadOnlyList<int> crashesAt, int activities)
    {
        using var folder = new TestFolder();
        var effects = new ConcurrentBag<string>();
        foreach (var crashAt in crashesAt)
        {
            var step = 0;
            try
            {
                await RunAsync(folder.Path, name => Die(name, Interlocked.Increment(ref step) == crashAt), activities, effects);
            }
            catch (ProcessDied)
            {
            }
        }

        var (output, history) = await RunAsync(folder.Path, null, activities, effects);
        Assert.Equal(Sum, output);
        Assert.Equal(
            [$"deliver {Sum}", .. Enumerable.Range(1, Parts).Select(x => $"square {x}")],
            effects.Distinct().Order());
        AssertConsistent(history);
    }

    private static async Task<(int Output, IReadOnlyList<HubEvent> History)> RunAsync(
        string folder, Action<string>? crashPoint, int activities, ConcurrentBag<string> effects)
    {
        var hub = Work.AddTo(Open(folder, crashPoint, activities), effects);
        try
        {
            await hub.StartAsync();
            try
            {
                await hub.Client.ScheduleNewOrchestrationInstanceAsync(
                    "sum", Parts, new StartOrchestrationOptions(Id).WithDedupeStatuses([.. Enum.GetValues<OrchestrationRuntimeStatus>()]));
            }
            catch (OrchestrationAlreadyExistsException)
            {
                // An earlier process recorded the start.
            }

            var end = await hub.Client.WaitForInstanceCompletionAsync(Id, getInputsAndOutputs: true, TestContext.Current.CancellationToken);
            return (end.ReadOutputAs<int>(), hub.History(Id));
        }
        finally
        {
            await hub.DisposeAsync();
        }
    }

    private static EmbeddedHub Open(string folder, Action<string>? crashPoint, int activities) =>
        EmbeddedHub.Open(new HubOptions { Folder = folder, CrashPoint = crashPoint, MaxActivities = activities });

    private static void AssertConsistent(IReadOnlyList<HubEvent> history)
    {
        Assert.Equal(Enumerable.Range(0, history.Count), history.Select(x => x.Sequence));
        Assert.Single(history, x => x.Type == "ExecutionStarted");
        Assert.Single(history, x => x.Type == "ExecutionCompleted");
        Assert.Equal(
            history.Where(x => x.Type == "TaskScheduled").Select(x => x.TaskId).Order(),
            history.Where(x => x.Type == "TaskCompleted").Select(x => x.TaskId).Order());
        Assert.Equal(Parts + 1, history.Count(x => x.Type == "TaskCompleted"));
        Assert.Equal(
            history.Where(x => x.Type == "TimerCreated").Select(x => x.TaskId),
            history.Where(x => x.Type == "TimerFired").Select(x => x.TaskId));
    }

    private static void Die(string step, bool now)
    {
        if (now)
            throw new ProcessDied(step);
    }

    private sealed class ProcessDied(string step) : Exception($"The process died at '{step}'.");
}
