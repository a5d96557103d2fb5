using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;

namespace ExecReports.Orchestration.Telemetry;

/// <summary>
/// What is traced and measured, by the framework's own sources: nothing is done where nobody listens. Tags name runs, reports, entities, kinds and states; never an address, a file's content or a message.
/// </summary>
public static class RunTelemetry
{
    /// <summary>Name of the source of traces and of the meter.</summary>
    public const string Name = "ExecReports";

    internal static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    internal static readonly Counter<long> Runs = Meter.CreateCounter<long>("execreports.runs", "{run}", "Runs that ended, by outcome: succeeded, incomplete, failed.");
    internal static readonly Histogram<double> RunDuration = Meter.CreateHistogram<double>("execreports.run.duration", "s", "From a run's begin to its end.");
    internal static readonly Histogram<double> ActivityDuration = Meter.CreateHistogram<double>("execreports.activity.duration", "s", "One try of an activity, by activity and outcome.");
    internal static readonly Counter<long> Reports = Meter.CreateCounter<long>("execreports.reports", "{report}", "Reports of runs that ended, by state.");
    internal static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("execreports.deliveries", "{delivery}", "Deliveries of runs that ended, by state.");
    internal static readonly Counter<long> SourceGaps = Meter.CreateCounter<long>("execreports.source.gaps", "{gap}", "Things that a source could not give, by kind of source; a source that failed counts as one.");
    internal static readonly Gauge<long> Overdue = Meter.CreateGauge<long>("execreports.runs.overdue", "{run}", "Scheduled runs that should have finished and have not.");
    internal static readonly Gauge<double> SinceSuccess = Meter.CreateGauge<double>("execreports.run.last_success.age", "s", "Time since the last run whose deliveries are all sent.");

    /// <summary>
    /// The trace that a run's activities belong to, in whichever process they run: it follows from the run's id. Where a host carries a trace of its own into the activity (Azure Functions does, with the orchestration in it), that one is gone on with.
    /// </summary>
    public static ActivityContext TraceOf(string runId)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(runId), hash);
        return new ActivityContext(ActivityTraceId.CreateFromBytes(hash[..16]), ActivitySpanId.CreateFromBytes(hash[16..24]), ActivityTraceFlags.Recorded);
    }

    internal static Activity? Start(string name, string runId)
    {
        if (!Source.HasListeners())
            return null;
        var activity = Activity.Current is { } current
            ? Source.StartActivity(name, ActivityKind.Internal, current.Context)
            : Source.StartActivity(name, ActivityKind.Internal, TraceOf(runId));
        return activity?.SetTag("execreports.run.id", runId);
    }
}
