using System.Collections.Concurrent;
using Microsoft.DurableTask;

namespace ExecReports.Orchestration.Tests.Contract;

/// <summary>The activities and orchestrators of the contract, in the shapes that the product uses. One object per test: it counts the calls.</summary>
public sealed class ContractWork
{
    private readonly ConcurrentDictionary<string, int> _calls = new();
    private int _divergentTurns;

    public IReadOnlyDictionary<string, Func<ITaskOrchestrator>> Orchestrators => new Dictionary<string, Func<ITaskOrchestrator>>
    {
        ["fan-out"] = () => new FanOut(),
        ["gap"] = () => new Gap(),
        ["no-retry"] = () => new NoRetry(),
        ["sleep"] = () => new Sleep(),
        ["large"] = () => new Large(),
        ["countdown"] = () => new Countdown(),
        ["parent"] = () => new Parent(),
        ["wait"] = () => new Wait(),
        [nameof(ReportRunOrchestrator)] = () => new ReportRunOrchestrator(),
        ["divergent"] = () => new Divergent(() => Interlocked.Increment(ref _divergentTurns)),
    };

    /// <summary>The activities of the product's own orchestrator.</summary>
    public PlayedRun Run { get; } = new();

    public IReadOnlyDictionary<string, Func<ITaskActivity>> Activities => new Dictionary<string, Func<ITaskActivity>>(Run.Activities)
    {
        ["square"] = () => new Activity<int, int>(x => Count($"square {x}") == 1 && x == 3 ? throw new TimeoutException("too slow") : x * x),
        ["broken"] = () => new Activity<int, int>(_ => Count("broken") > 0 ? throw new InvalidDataException("table without head") : 0),
        ["blow-up"] = () => new Activity<int, string>(x => new string('x', x)),
        ["length"] = () => new Activity<string, int>(x => x.Length),
    };

    public int Calls(string what) => _calls.GetValueOrDefault(what);

    private int Count(string what) => _calls.AddOrUpdate(what, 1, (_, n) => n + 1);

    private static TaskOptions Retry(Func<TaskFailureDetails, bool>? when = null) => TaskOptions.FromRetryPolicy(
        new RetryPolicy(3, TimeSpan.FromMilliseconds(1)) { HandleFailure = when ?? (_ => true) });

    private sealed class Activity<TIn, TOut>(Func<TIn, TOut> run) : TaskActivity<TIn, TOut>
    {
        public override Task<TOut> RunAsync(TaskActivityContext context, TIn input) => Task.FromResult(run(input));
    }

    private sealed class FanOut : TaskOrchestrator<int, int>
    {
        public override async Task<int> RunAsync(TaskOrchestrationContext context, int input)
        {
            context.SetCustomStatus(new { phase = "collect", total = input });
            var parts = await Task.WhenAll(Enumerable.Range(1, input).Select(x => context.CallActivityAsync<int>("square", x, Retry())));
            context.SetCustomStatus(new { phase = "done", total = input });
            return parts.Sum();
        }
    }

    private sealed class Gap : TaskOrchestrator<int, string>
    {
        public override async Task<string> RunAsync(TaskOrchestrationContext context, int input)
        {
            var parts = new List<string>();
            foreach (var task in new[] { context.CallActivityAsync<int>("square", 2), context.CallActivityAsync<int>("broken", 0, Retry()) })
            {
                try
                {
                    parts.Add($"{await task}");
                }
                catch (TaskFailedException e)
                {
                    parts.Add($"gap: {e.FailureDetails.ErrorMessage}, {e.FailureDetails.IsCausedBy<InvalidDataException>()}");
                }
            }

            return string.Join("; ", parts);
        }
    }

    private sealed class NoRetry : TaskOrchestrator<int, int>
    {
        public override Task<int> RunAsync(TaskOrchestrationContext context, int input) =>
            context.CallActivityAsync<int>("broken", 0, Retry(x => !x.IsCausedBy<InvalidDataException>()));
    }

    private sealed class Sleep : TaskOrchestrator<int, double>
    {
        public override async Task<double> RunAsync(TaskOrchestrationContext context, int input)
        {
            var begin = context.CurrentUtcDateTime;
            await context.CreateTimer(begin.AddMilliseconds(input), CancellationToken.None);
            return (context.CurrentUtcDateTime - begin).TotalMilliseconds;
        }
    }

    private sealed class Large : TaskOrchestrator<int, int>
    {
        public override async Task<int> RunAsync(TaskOrchestrationContext context, int input) =>
            await context.CallActivityAsync<int>("length", await context.CallActivityAsync<string>("blow-up", input));
    }

    private sealed class Countdown : TaskOrchestrator<int, int>
    {
        public override async Task<int> RunAsync(TaskOrchestrationContext context, int input)
        {
            if (input == 0)
                return await context.CallActivityAsync<int>("square", 7);
            context.ContinueAsNew(input - 1);
            return -1;
        }
    }

    private sealed class Parent : TaskOrchestrator<int, int>
    {
        public override async Task<int> RunAsync(TaskOrchestrationContext context, int input) =>
            1 + await context.CallSubOrchestratorAsync<int>("fan-out", input);
    }

    private sealed class Wait : TaskOrchestrator<string, string>
    {
        public override async Task<string> RunAsync(TaskOrchestrationContext context, string input)
        {
            context.SetCustomStatus("waits");
            return input + await context.WaitForExternalEvent<string>("go");
        }
    }

    // What an orchestrator must not do: it calls something else when it is replayed.
    private sealed class Divergent(Func<int> turn) : TaskOrchestrator<int, int>
    {
        public override async Task<int> RunAsync(TaskOrchestrationContext context, int input)
        {
            await context.CallActivityAsync<int>(turn() == 1 ? "square" : "length", 2);
            return await context.CallActivityAsync<int>("square", 2);
        }
    }
}
