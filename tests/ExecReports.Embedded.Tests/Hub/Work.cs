using System.Collections.Concurrent;
using ExecReports.Embedded.Hub;
using Microsoft.DurableTask;

namespace ExecReports.Embedded.Tests.Hub;

/// <summary>A small orchestration of the product's shape: fan out, fan in, a timer, one activity at the end.</summary>
public sealed class SumOrchestrator : TaskOrchestrator<int, int>
{
    public override async Task<int> RunAsync(TaskOrchestrationContext context, int input)
    {
        context.SetCustomStatus("fan out");
        var parts = await Task.WhenAll(Enumerable.Range(1, input).Select(x => context.CallActivityAsync<int>("square", x)));
        context.SetCustomStatus("fan in");
        await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
        return await context.CallActivityAsync<int>("deliver", parts.Sum());
    }
}

public sealed class SquareActivity(ConcurrentBag<string> effects) : TaskActivity<int, int>
{
    public override Task<int> RunAsync(TaskActivityContext context, int input)
    {
        effects.Add($"square {input}");
        return Task.FromResult(input * input);
    }
}

public sealed class DeliverActivity(ConcurrentBag<string> effects) : TaskActivity<int, int>
{
    public override Task<int> RunAsync(TaskActivityContext context, int input)
    {
        effects.Add($"deliver {input}");
        return Task.FromResult(input);
    }
}

public static class Work
{
    public static EmbeddedHub AddTo(EmbeddedHub hub, ConcurrentBag<string> effects) => hub
        .AddOrchestrator("sum", () => new SumOrchestrator())
        .AddActivity("square", () => new SquareActivity(effects))
        .AddActivity("deliver", () => new DeliverActivity(effects));
}
