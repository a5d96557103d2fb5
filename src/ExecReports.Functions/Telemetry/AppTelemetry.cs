using Azure.Monitor.OpenTelemetry.Exporter;
using ExecReports.Orchestration.Telemetry;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ExecReports.Functions.Telemetry;

/// <summary>
/// Traces, metrics and logs by OpenTelemetry, to where the settings say: OTLP (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and the other variables of its specification), Azure Monitor
/// (<c>APPLICATIONINSIGHTS_CONNECTION_STRING</c>), both, or nowhere.
/// </summary>
internal static class AppTelemetry
{
    /// <summary>Calls over HTTP, to AWS above all: the framework traces them itself, and leaves queries out.</summary>
    private const string HttpCalls = "System.Net.Http";

    /// <summary>Adds it.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="setting">A named setting; null if it is not set.</param>
    public static IServiceCollection AddAppTelemetry(this IServiceCollection services, Func<string, string?> setting)
    {
        var otlp = setting("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 };
        var monitor = setting("APPLICATIONINSIGHTS_CONNECTION_STRING") is { Length: > 0 } value ? value : null;
        if (!otlp && monitor is null)
            return services;

        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("execreports"));
        telemetry.UseFunctionsWorkerDefaults();
        telemetry.WithTracing(tracing =>
        {
            tracing.AddSource(RunTelemetry.Name, HttpCalls);
            if (otlp)
                tracing.AddOtlpExporter();
            if (monitor is not null)
                tracing.AddAzureMonitorTraceExporter(Configure);
        });
        telemetry.WithMetrics(metrics =>
        {
            metrics.AddMeter(RunTelemetry.Name);
            if (otlp)
                metrics.AddOtlpExporter();
            if (monitor is not null)
                metrics.AddAzureMonitorMetricExporter(Configure);
        });
        telemetry.WithLogging(logging =>
        {
            if (otlp)
                logging.AddOtlpExporter();
            if (monitor is not null)
                logging.AddAzureMonitorLogExporter(Configure);
        });
        return services;

        void Configure(AzureMonitorExporterOptions options)
        {
            options.ConnectionString = monitor;
            // Every trace of a few runs a week.
            options.SamplingRatio = 1;
            // What is not sent at once is not kept on an instance's disk.
            options.DisableOfflineStorage = true;
            if (MonitorCredential.Of(setting) is { } credential)
                options.Credential = credential;
        }
    }
}
