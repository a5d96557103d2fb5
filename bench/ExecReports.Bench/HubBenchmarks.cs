using BenchmarkDotNet.Attributes;
using ExecReports.Embedded.Hub;
using Microsoft.DurableTask;

namespace ExecReports.Bench;

/// <summary>An orchestration that fans out and in again, on the embedded hub: every step in the journal.</summary>
[MemoryDiagnoser]
public class HubBenchmarks
{
    private string _folder = "";
    private EmbeddedHub? _hub;

    /// <summary>How many activities.</summary>
    [Params(10, 50, 100)]
    public int Activities { get; set; }

    /// <summary>Starts a hub.</summary>
    [GlobalSetup]
    public Task StartAsync()
    {
        _folder = Directory.CreateTempSubdirectory("execreports-bench-").FullName;
        _hub = EmbeddedHub.Open(new HubOptions { Folder = _folder })
            .AddOrchestrator(nameof(FanOut), () => new FanOut())
            .AddActivity(nameof(Double), () => new Double());
        return _hub.StartAsync();
    }

    /// <summary>Ends it.</summary>
    [GlobalCleanup]
    public async Task StopAsync()
    {
        await _hub!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>One orchestration from start to end.</summary>
    [Benchmark]
    public async Task<string?> RunAsync()
    {
        var id = await _hub!.Client.ScheduleNewOrchestrationInstanceAsync(nameof(FanOut), Activities);
        return (await _hub.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, CancellationToken.None)).SerializedOutput;
    }

    private sealed class FanOut : TaskOrchestrator<int, int>
    {
        public override async Task<int> RunAsync(TaskOrchestrationContext context, int input) =>
            (await Task.WhenAll(Enumerable.Range(0, input).Select(i => context.CallActivityAsync<int>(nameof(Double), i)))).Sum();
    }

    private sealed class Double : TaskActivity<int, int>
    {
        public override Task<int> RunAsync(TaskActivityContext context, int input) => Task.FromResult(input * 2);
    }
}
