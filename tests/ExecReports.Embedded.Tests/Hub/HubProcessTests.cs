using System.Collections.Concurrent;
using System.Diagnostics;
using ExecReports.Embedded.Hub;
using Microsoft.DurableTask;

namespace ExecReports.Embedded.Tests.Hub;

/// <summary>A real second process: this test program again, running the one test that is marked as its part.</summary>
public sealed class HubProcessTests : IDisposable
{
    private const string FolderVariable = "EXECREPORTS_TEST_HUB";

    private readonly TestFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_in_use_by_another_process_is_refused_and_its_run_is_finished_as_soon_as_that_process_was_killed()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["-method", $"*.{nameof(Part_of_the_other_process)}", "-explicit", "only"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment[FolderVariable] = _folder.Path;
        using var other = Process.Start(start)!;
        try
        {
            while (!File.Exists(Reached(_folder.Path)))
            {
                Assert.False(other.HasExited, "the other process ended by itself");
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Ct);
            }

            Assert.Throws<HubInUseException>(() => EmbeddedHub.Open(new HubOptions { Folder = _folder.Path }));
        }
        finally
        {
            other.Kill();
            await other.WaitForExitAsync(Ct);
        }

        var effects = new ConcurrentBag<string>();
        await using var hub = Work.AddTo(EmbeddedHub.Open(new HubOptions { Folder = _folder.Path }), effects);
        await hub.StartAsync();
        var end = await hub.Client.WaitForInstanceCompletionAsync("run", true, Ct);

        Assert.Equal(14, end.ReadOutputAs<int>());
        Assert.Equal(["deliver 14"], effects); // the squares had been recorded by the other process
    }

    [Fact(Explicit = true)]
    public async Task Part_of_the_other_process()
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable);
        Assert.SkipWhen(folder is null, "runs only as the other process of another test");
        await using var hub = EmbeddedHub.Open(new HubOptions { Folder = folder })
            .AddOrchestrator("sum", () => new SumOrchestrator())
            .AddActivity("square", () => new SquareActivity([]))
            .AddActivity("deliver", () => new NeverEnding(folder));
        await hub.StartAsync();
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("sum", 3, new StartOrchestrationOptions("run"), Ct);
        await hub.Client.WaitForInstanceCompletionAsync("run", Ct);
    }

    private static string Reached(string folder) => Path.Combine(folder, "reached");

    private sealed class NeverEnding(string folder) : TaskActivity<int, int>
    {
        public override async Task<int> RunAsync(TaskActivityContext context, int input)
        {
            await File.WriteAllTextAsync(Reached(folder), "");
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
            return input;
        }
    }
}
