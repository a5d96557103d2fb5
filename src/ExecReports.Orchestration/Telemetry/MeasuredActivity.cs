using System.Diagnostics;
using ExecReports.Orchestration.Activities;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace ExecReports.Orchestration.Telemetry;

/// <summary>An activity with a span, a duration and a line of the log around each try.</summary>
/// <typeparam name="TInput">Its input.</typeparam>
/// <typeparam name="TOutput">Its output.</typeparam>
/// <param name="inner">Does the work.</param>
/// <param name="log">Where its end is told; null: nowhere.</param>
public sealed partial class MeasuredActivity<TInput, TOutput>(TaskActivity<TInput, TOutput> inner, ILogger? log = null) : TaskActivity<TInput, TOutput>
{
    /// <inheritdoc/>
    public override async Task<TOutput> RunAsync(TaskActivityContext context, TInput input)
    {
        ArgumentNullException.ThrowIfNull(context);
        var name = context.Name.Name;
        var subject = Subject(input);
        using var span = RunTelemetry.Start(name, context.InstanceId);
        if (subject is not null)
            span?.SetTag("execreports.subject", subject);
        var begun = Stopwatch.GetTimestamp();
        try
        {
            var output = await inner.RunAsync(context, input);
            if (output is SnapshotRef { Gaps: > 0 } snapshot)
                RunTelemetry.SourceGaps.Add(snapshot.Gaps, new KeyValuePair<string, object?>("kind", snapshot.Kind.ToString()));
            Ended("done");
            return output;
        }
        catch (Exception failure)
        {
            // The kind of failure alone: a message may quote what stands in a portfolio.
            span?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
            Ended(failure is TransientException ? "transient" : "failed");
            throw;
        }

        void Ended(string outcome)
        {
            var took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            RunTelemetry.ActivityDuration.Record(took, new KeyValuePair<string, object?>("activity", name), new KeyValuePair<string, object?>("outcome", outcome));
            if (log is not null)
                Told(log, name, context.InstanceId, subject, outcome, took);
        }
    }

    // Entities and report types are ids; a source's name may be an address on a git server and is left out.
    private static string? Subject(TInput input) => input switch
    {
        RenderInput render => render.Report.ReportType,
        CollectInput collect => collect.Source.Entity is { } entity ? $"{collect.Source.Kind} of {entity}" : collect.Source.Kind.ToString(),
        DeliverInput deliver => string.Join(',', deliver.Reports.Select(report => report.ReportType)),
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "{Activity} of run {RunId} ({Subject}): {Outcome} after {Seconds:0.000} s")]
    private static partial void Told(ILogger log, string activity, string runId, string? subject, string outcome, double seconds);
}
