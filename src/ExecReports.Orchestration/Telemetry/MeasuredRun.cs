using System.Diagnostics;
using Microsoft.DurableTask;

namespace ExecReports.Orchestration.Telemetry;

/// <summary>A run, counted and traced where it ends: once, in the turn that is no replay. Where the process dies in just that turn it may be counted again.</summary>
public sealed class MeasuredRun : TaskOrchestrator<RunRequest, RunSummary>
{
    /// <inheritdoc/>
    public override async Task<RunSummary> RunAsync(TaskOrchestrationContext context, RunRequest input)
    {
        ArgumentNullException.ThrowIfNull(context);
        var begun = context.CurrentUtcDateTime;
        try
        {
            var summary = await new ReportRunOrchestrator().RunAsync(context, input);
            if (!context.IsReplaying)
                Ended(context, begun, summary, summary.Succeeded ? "succeeded" : "incomplete");
            return summary;
        }
        catch (TaskFailedException) when (!context.IsReplaying)
        {
            Ended(context, begun, null, "failed");
            throw;
        }
    }

    private static void Ended(TaskOrchestrationContext context, DateTime begun, RunSummary? summary, string outcome)
    {
        var ended = context.CurrentUtcDateTime;
        RunTelemetry.Runs.Add(1, Tag("outcome", outcome), Tag("dry_run", summary?.DryRun ?? false));
        RunTelemetry.RunDuration.Record((ended - begun).TotalSeconds, Tag("outcome", outcome));
        foreach (var report in summary?.Reports ?? [])
        {
            RunTelemetry.Reports.Add(1, Tag("state", report.State.ToString()));
            foreach (var delivery in report.Deliveries)
                RunTelemetry.Deliveries.Add(1, Tag("state", delivery.State));
        }

        foreach (var source in summary?.FailedSources ?? [])
            RunTelemetry.SourceGaps.Add(1, Tag("kind", source.Kind.ToString()));

        if (!RunTelemetry.Source.HasListeners())
            return;
        using var span = RunTelemetry.Source.StartActivity("run", ActivityKind.Internal, RunTelemetry.TraceOf(context.InstanceId), startTime: new DateTimeOffset(begun, TimeSpan.Zero));
        span?.SetTag("execreports.run.id", context.InstanceId).SetTag("outcome", outcome).SetEndTime(ended);
        if (outcome != "succeeded")
            span?.SetStatus(ActivityStatusCode.Error);
    }

    private static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);
}
