using System.Globalization;

namespace ExecReports.Orchestration.Tests.Contract;

/// <summary>What the product needs of a place where its orchestrator runs. Each such place passes the same tests.</summary>
public abstract class OrchestrationContract
{
    protected ContractWork Work { get; } = new();

    /// <summary>How much too early a timer may end here.</summary>
    protected virtual TimeSpan TimerGranularity => TimeSpan.Zero;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Eight_activities_run_side_by_side_and_one_that_fails_once_is_tried_again()
    {
        var end = await RunAsync("fan-out", 8);

        Assert.Equal(new Outcome("Completed", "204", """{"phase":"done","total":8}""", null), end); // 1 + 4 + ... + 64
        Assert.Equal(2, Work.Calls("square 3"));
        Assert.Equal(1, Work.Calls("square 4"));
    }

    [Fact]
    public async Task An_activity_that_keeps_failing_is_tried_three_times_and_costs_only_its_own_part()
    {
        var end = await RunAsync("gap", 0);

        Assert.Equal("\"4; gap: table without head, True\"", end.Output);
        Assert.Equal(3, Work.Calls("broken"));
    }

    [Fact]
    public async Task A_failure_that_another_try_cannot_mend_is_not_tried_again_and_fails_the_run()
    {
        var end = await RunAsync("no-retry", 0);

        Assert.Equal("Failed", end.Status);
        Assert.Contains("table without head", end.Failure);
        Assert.Equal(1, Work.Calls("broken"));
    }

    [Fact]
    public async Task A_timer_ends_no_earlier_than_its_time()
    {
        var slept = TimeSpan.FromMilliseconds(double.Parse((await RunAsync("sleep", 1200)).Output!, CultureInfo.InvariantCulture));

        Assert.True(slept >= TimeSpan.FromMilliseconds(1200) - TimerGranularity, $"it slept {slept}");
    }

    [Fact]
    public async Task A_payload_of_100_000_characters_passes_whole() => Assert.Equal("100000", (await RunAsync("large", 100_000)).Output);

    [Fact]
    public async Task An_orchestration_can_go_on_as_a_new_one() => Assert.Equal("49", (await RunAsync("countdown", 3)).Output);

    [Fact]
    public async Task An_orchestration_can_wait_for_another() => Assert.Equal("6", (await RunAsync("parent", 2)).Output); // 1 + (1 + 4)

    [Fact]
    public async Task An_orchestrator_that_diverges_from_its_history_fails_and_that_is_named()
    {
        var end = await RunAsync("divergent", 0);

        Assert.Equal("Failed", end.Status);
        Assert.Contains("non-deterministic", end.Failure, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_event_from_outside_is_taken_in_and_a_terminated_run_ends()
    {
        await using var host = await StartHostAsync();
        await host.StartAsync("a", "wait", "a");
        await host.StartAsync("b", "wait", "b");
        await host.WaitForCustomStatusAsync("a", "\"waits\"", Ct);
        await host.WaitForCustomStatusAsync("b", "\"waits\"", Ct);

        await host.RaiseAsync("a", "go", "!");
        await host.TerminateAsync("b", "enough");

        Assert.Equal(("Completed", "\"a!\""), await host.WaitAsync("a", Ct) is var a ? (a.Status, a.Output) : default);
        Assert.Equal("Terminated", (await host.WaitAsync("b", Ct)).Status);
    }

    [Fact]
    public async Task The_products_own_run_ends_with_a_gap_for_what_failed_and_every_other_report_delivered()
    {
        var (collect, render, throttled) = (Work.Run.Collect, Work.Run.Render, 0);
        Work.Run.Collect = input => input.Source.Name switch
        {
            "aws" => throw new InvalidOperationException("access denied"),
            "trips" when Interlocked.Increment(ref throttled) == 1 => throw new TransientException("throttled"),
            _ => collect(input),
        };
        Work.Run.Render = input => input.Report.ReportType == "cfo" ? throw new InvalidOperationException("no such name") : render(input);

        var end = await RunAsync(nameof(ReportRunOrchestrator), new RunRequest());

        Assert.Equal("Completed", end.Status);
        var summary = RunMessages.Converter.Deserialize<RunSummary>(end.Output)!;
        Assert.Equal([("aws", "access denied")], summary.FailedSources.Select(source => (source.Name, source.Reason)));
        Assert.Equal(
            [("ceo", ReportState.Delivered), ("cfo", ReportState.RenderFailed), ("rental-a", ReportState.Delivered)],
            summary.Reports.Select(report => (report.ReportType, report.State)));
        Assert.Equal(2, throttled);
    }

    protected abstract Task<IContractHost> StartHostAsync();

    private async Task<Outcome> RunAsync(string orchestrator, object input)
    {
        await using var host = await StartHostAsync();
        await host.StartAsync("run", orchestrator, input);
        return await host.WaitAsync("run", Ct);
    }
}
