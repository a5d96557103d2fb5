using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using EndToEnd.Samples;
using ExecReports.Embedded;
using ExecReports.Orchestration;
using ExecReports.Orchestration.Telemetry;
using Microsoft.DurableTask.Client;

namespace EndToEnd.Telemetry;

/// <summary>What a run of the sample is traced and measured as: one trace, its figures, and no address.</summary>
public sealed class RunTelemetryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ConcurrentQueue<Activity> spans = new();
    private readonly ConcurrentQueue<(string Name, double Value, string Tags)> measures = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_run_is_one_trace_with_its_activities_and_its_figures_and_no_address_stands_in_any()
    {
        using var listener = Listen();
        using var meter = Measure();
        await using var reports = LocalReports.Open(new LocalOptions(SampleFolder.Path, folder.Under("out")));
        await reports.StartAsync();

        var runId = await reports.ScheduleAsync(new RunRequest(), null, Token);
        var end = await reports.Client.WaitForInstanceCompletionAsync(runId, getInputsAndOutputs: true, Token);
        Assert.True(end.ReadOutputAs<RunSummary>()!.Succeeded);
        await WatchMeasure.RunAsync(await reports.Schedules.ReadAsync(Token), reports.Ledger, TimeProvider.System.GetUtcNow(), null, Token);

        // Other tests run beside this one; a trace is told by its run.
        var mine = spans.Where(span => (string?)span.GetTagItem("execreports.run.id") == runId).ToList();
        Assert.Equal(RunTelemetry.TraceOf(runId).TraceId, Assert.Single(mine.Select(span => span.TraceId).Distinct()));
        Assert.Single(mine, span => span.OperationName == "run");
        Assert.Single(mine, span => span.OperationName == "PlanRun");
        Assert.Equal(6, mine.Count(span => span.OperationName == "CollectHandoff"));
        Assert.Equal(["accounting", "ceo", "cfo"], mine.Where(span => span.OperationName == "RenderReport").Select(span => (string)span.GetTagItem("execreports.subject")!).Where(type => type is "ceo" or "cfo" or "accounting").Order());
        Assert.Equal(8, mine.Count(span => span.OperationName == "RenderReport"));
        Assert.Single(mine, span => span.OperationName == "DeliverReports");

        foreach (var (name, tags, least) in ((string, string, double)[])[("execreports.runs", "outcome=succeeded", 1), ("execreports.reports", "state=Delivered", 8), ("execreports.deliveries", "state=sent", 8), ("execreports.source.gaps", "kind=", 1)])
            Assert.True(Sum(name, tags) >= least, $"{name}: {Sum(name, tags)}, not {least}");
        Assert.Contains(measures, measure => measure.Name == "execreports.run.duration" && measure.Value > 0);
        Assert.Contains(measures, measure => measure.Name == "execreports.activity.duration" && measure.Tags.Contains("activity=DeliverReports", StringComparison.Ordinal));
        Assert.Contains(measures, measure => measure is { Name: "execreports.runs.overdue", Value: > 0 });
        Assert.Contains(measures, measure => measure is { Name: "execreports.run.last_success.age", Value: >= 0 and < 600 });

        var told = mine.SelectMany(span => span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Append(span.DisplayName).Append(span.StatusDescription ?? "")).Concat(measures.Select(measure => measure.Tags)).ToList();
        Assert.NotEmpty(told);
        Assert.DoesNotContain(told, text => text.Contains('@') || text.Contains("example.com", StringComparison.OrdinalIgnoreCase));
    }

    private double Sum(string name, string tags) => measures.Where(measure => measure.Name == name && measure.Tags.Contains(tags, StringComparison.Ordinal)).Sum(measure => measure.Value);

    private ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == RunTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private MeterListener Measure()
    {
        var listener = new MeterListener { InstrumentPublished = (instrument, self) => { if (instrument.Meter.Name == RunTelemetry.Name) self.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.Start();
        return listener;
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        measures.Enqueue((instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
}
