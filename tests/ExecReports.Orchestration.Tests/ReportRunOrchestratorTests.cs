using System.Collections.Concurrent;
using ExecReports.Orchestration.Activities;

namespace ExecReports.Orchestration.Tests;

public class ReportRunOrchestratorTests
{
    private readonly PlayedRun run = new();

    [Fact]
    public async Task A_run_collects_every_source_renders_every_report_and_delivers_all_of_them_at_once()
    {
        var collected = new ConcurrentBag<string>();
        var delivered = new ConcurrentBag<string>();
        var (collect, deliver) = (run.Collect, run.Deliver);
        run.Collect = input =>
        {
            collected.Add(input.Source.Name);
            return collect(input);
        };
        run.Deliver = input =>
        {
            delivered.Add(string.Join(' ', input.Reports.Select(report => report.ReportType).Order()));
            return deliver(input);
        };

        var (_, summary) = await run.RunAsync();

        Assert.Equal(["a-site", "a.md", "aws", "b.md", "trips"], collected.Order());
        Assert.Equal(["ceo cfo rental-a"], delivered);
        Assert.Equal(["ceo", "cfo", "rental-a"], summary!.Reports.Select(report => report.ReportType));
        Assert.True(summary.Succeeded);
    }

    [Fact]
    public async Task A_source_that_fails_becomes_a_gap_that_every_report_is_told_of()
    {
        var told = new ConcurrentBag<string>();
        var (collect, render) = (run.Collect, run.Render);
        run.Collect = input => input.Source.Name == "aws" ? throw new InvalidOperationException("access denied: lambda:ListFunctions") : collect(input);
        run.Render = input =>
        {
            told.Add($"{input.Report.ReportType} {input.FailedSources.Single().Reason} {input.Snapshots.Count}");
            return render(input);
        };

        var (_, summary) = await run.RunAsync();

        Assert.Equal(
            ["ceo access denied: lambda:ListFunctions 4", "cfo access denied: lambda:ListFunctions 4", "rental-a access denied: lambda:ListFunctions 4"],
            told.Order());
        var gap = Assert.Single(summary!.FailedSources);
        Assert.Equal((SourceKind.Inventory, "aws"), (gap.Kind, gap.Name));
        Assert.True(summary.Succeeded);
    }

    [Fact]
    public async Task One_report_that_fails_never_blocks_the_others()
    {
        var render = run.Render;
        run.Render = input => input.Report.ReportType == "cfo" ? throw new InvalidOperationException("cfo.md:12: no such name 'brun'") : render(input);

        var (_, summary) = await run.RunAsync();

        Assert.Equal(
            [("ceo", ReportState.Delivered, null), ("cfo", ReportState.RenderFailed, "cfo.md:12: no such name 'brun'"), ("rental-a", ReportState.Delivered, null)],
            summary!.Reports.Select(report => (report.ReportType, report.State, report.Reason)));
        Assert.False(summary.Succeeded);
    }

    [Fact]
    public async Task What_cannot_pass_by_itself_is_not_tried_again()
    {
        var tries = 0;
        run.Collect = _ =>
        {
            Interlocked.Increment(ref tries);
            throw new InvalidOperationException("no repository there");
        };

        await run.RunAsync();

        Assert.Equal(run.Sources.Count, tries);
    }

    [Fact]
    public async Task What_may_pass_is_tried_again()
    {
        var tries = 0;
        var collect = run.Collect;
        run.Collect = input => input.Source.Name == "aws" && Interlocked.Increment(ref tries) == 1 ? throw new TransientException("throttled") : collect(input);

        var (_, summary) = await run.RunAsync();

        Assert.Equal(2, tries);
        Assert.Empty(summary!.FailedSources);
    }

    [Fact]
    public async Task A_dry_run_delivers_nothing()
    {
        run.Deliver = _ => throw new InvalidOperationException("a dry run must not deliver");

        var (_, summary) = await run.RunAsync(new RunRequest { DryRun = true });

        Assert.All(summary!.Reports, report => Assert.Equal(ReportState.Rendered, report.State));
    }

    [Fact]
    public async Task What_remains_of_a_delivery_is_taken_up_again_after_a_while_and_only_that()
    {
        var rounds = new ConcurrentQueue<string>();
        run.Deliver = input =>
        {
            rounds.Enqueue($"{input.Round}: {string.Join(' ', input.Reports.Select(report => report.ReportType).Order())}");
            return new DeliverResult([.. input.Reports.Select(PlayedRun.Delivered)], input.Round == 0 ? ["cfo"] : []);
        };

        var (_, summary) = await run.RunAsync();

        Assert.Equal(["0: ceo cfo rental-a", "1: cfo"], rounds);
        Assert.Equal(["ceo", "cfo", "rental-a"], summary!.Reports.Select(report => report.ReportType));
    }

    [Fact]
    public async Task A_delivery_activity_that_fails_is_said_of_each_report()
    {
        run.Deliver = _ => throw new InvalidOperationException("the ledger is damaged");

        var (_, summary) = await run.RunAsync();

        Assert.All(summary!.Reports, report => Assert.Equal((ReportState.ArchiveFailed, "the ledger is damaged"), (report.State, report.Reason)));
    }

    // The CFO's mail fails, the CEO's report cannot be made, and the notice goes out.
    private ConcurrentQueue<NoticeInput> WithTrouble()
    {
        var noticed = new ConcurrentQueue<NoticeInput>();
        var render = run.Render;
        run.Operators = ["op1"];
        run.Render = input => input.Report.ReportType == "ceo" ? throw new InvalidOperationException("ceo.md:1") : render(input);
        run.Deliver = input => new DeliverResult(
            [.. input.Reports.Select(report => report.ReportType == "cfo"
                ? PlayedRun.Delivered(report) with { State = ReportState.DeliveryFailed, Deliveries = [new("r2", "failed", null, "rejected")] }
                : PlayedRun.Delivered(report))],
            []);
        run.Notice = input =>
        {
            noticed.Enqueue(input);
            return render(new RenderInput(input.RunId, input.AsOf, input.GeneratedTimestamp, input.Frozen, new PlannedReport("operator-notice", "operator-notice", null, []), [], []));
        };
        return noticed;
    }

    [Fact]
    public async Task Operators_are_told_once_of_what_did_not_arrive_and_of_nothing_else()
    {
        var noticed = WithTrouble();

        var (_, summary) = await run.RunAsync();

        Assert.Equal(["ceo", "cfo"], Assert.Single(noticed).Reports.Select(report => report.ReportType));
        Assert.Equal(("operator-notice", ReportState.Delivered), (summary!.Notice!.ReportType, summary.Notice.State));
        Assert.Equal(["ceo", "cfo", "rental-a"], summary.Reports.Select(report => report.ReportType));
    }

    [Fact]
    public async Task Without_operators_nobody_is_told()
    {
        var noticed = WithTrouble();
        run.Operators = [];

        var (_, summary) = await run.RunAsync();

        Assert.Empty(noticed);
        Assert.Null(summary!.Notice);
    }

    [Fact]
    public async Task A_run_that_goes_well_tells_operators_nothing()
    {
        run.Operators = ["op1"];

        Assert.Null((await run.RunAsync()).Summary!.Notice);
    }

    [Fact]
    public async Task A_notice_that_cannot_be_made_is_said_in_the_summary_and_changes_nothing_else()
    {
        WithTrouble();
        run.Notice = _ => throw new InvalidOperationException("workspace away");

        var (_, summary) = await run.RunAsync();

        Assert.Equal((ReportState.RenderFailed, "workspace away"), (summary!.Notice!.State, summary.Notice.Reason));
        Assert.Equal(ReportState.Delivered, summary.Reports[2].State);
    }

    [Fact]
    public async Task A_scheduled_runs_timestamp_is_its_occurrence()
    {
        var occurrence = new DateTimeOffset(2026, 11, 23, 14, 30, 0, TimeSpan.Zero);

        var (_, summary) = await run.RunAsync(new RunRequest { Occurrence = occurrence });

        Assert.Equal(occurrence, summary!.GeneratedTimestamp);
    }

    [Fact]
    public async Task The_timestamp_of_an_on_demand_run_has_no_more_than_milliseconds()
    {
        var (_, summary) = await run.RunAsync();

        Assert.Equal(0, summary!.GeneratedTimestamp.Ticks % TimeSpan.TicksPerMillisecond);
    }

    [Fact]
    public async Task The_custom_status_ends_with_done()
    {
        var (state, _) = await run.RunAsync();

        Assert.Equal(new RunProgress("done", 3, 3), state.ReadCustomStatusAs<RunProgress>());
    }
}
