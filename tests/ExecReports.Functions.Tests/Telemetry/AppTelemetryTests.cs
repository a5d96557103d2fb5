using System.Collections.Concurrent;
using System.Diagnostics;
using ExecReports.Functions.Telemetry;
using ExecReports.Orchestration.Activities;
using ExecReports.Orchestration.Telemetry;
using ExecReports.Testing.Aws.Sts;
using ExecReports.Testing.Aws.Wire;
using ExecReports.Workspace;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ExecReports.Functions.Tests.Telemetry;

public class AppTelemetryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_over_HTTP_is_a_part_of_the_activity_that_makes_it_and_the_activity_of_its_run()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is RunTelemetry.Name or "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = await FaultyServer.StartAsync((_, _) => Task.FromResult(new Answer(200, null, [])));
        using var http = new HttpClient();
        var log = new LogLines();

        await new MeasuredActivity<CollectInput, string>(new Calls(http, new Uri(server.Url, "object?secret=hunter2")), log).RunAsync(
            new Context("telemetry-run"),
            new CollectInput("telemetry-run", new DateOnly(2026, 11, 30), new WorkspaceRef("key", "sha", 1), new(Orchestration.SourceKind.Repository, "https://reader:hunter2@git.example.com/a.git", "bay")));

        var activity = Assert.Single(spans, span => (string?)span.GetTagItem("execreports.run.id") == "telemetry-run");
        var call = Assert.Single(spans, span => span.Source.Name == "System.Net.Http" && span.ParentSpanId == activity.SpanId);
        Assert.Equal(RunTelemetry.TraceOf("telemetry-run").TraceId, call.TraceId);
        var told = activity.TagObjects.Concat(call.TagObjects).Select(tag => $"{tag.Key}={tag.Value}").Concat(log.Lines).ToList();
        Assert.Contains(log.Lines, line => line.StartsWith("Collect of run telemetry-run (Repository of bay): done", StringComparison.Ordinal));
        Assert.DoesNotContain(told, text => text.Contains("hunter2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4317")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=http://127.0.0.1:1/")]
    public void Each_setting_turns_its_exporter_on(string name, string value)
    {
        using var services = new ServiceCollection().AddLogging().AddAppTelemetry(asked => asked == name ? value : null).BuildServiceProvider();

        Assert.NotNull(services.GetService<TracerProvider>());
        Assert.NotNull(services.GetService<MeterProvider>());
    }

    [Fact]
    public void Without_a_setting_nothing_is_exported()
    {
        using var services = new ServiceCollection().AddLogging().AddAppTelemetry(_ => null).BuildServiceProvider();

        Assert.Null(services.GetService<TracerProvider>());
    }

    [Fact]
    public async Task Azure_Monitor_gets_a_token_of_the_apps_identity()
    {
        await using var endpoint = await IdentityEndpoint.StartAsync();
        endpoint.Audience = "https://monitor.azure.com";
        var credential = MonitorCredential.Of(name => name switch
        {
            "APPLICATIONINSIGHTS_AUTHENTICATION_STRING" => "ClientId=x;Authorization=AAD",
            "IDENTITY_ENDPOINT" => endpoint.Url.ToString(),
            "IDENTITY_HEADER" => IdentityEndpoint.Header,
            _ => null,
        });

        var token = await credential!.GetTokenAsync(new Azure.Core.TokenRequestContext(["https://monitor.azure.com/.default"]), Token);

        Assert.Equal("token-1", token.Token);
        Assert.Null(MonitorCredential.Of(_ => null));
    }

    private sealed class Calls(HttpClient http, Uri address) : TaskActivity<CollectInput, string>
    {
        public override Task<string> RunAsync(TaskActivityContext context, CollectInput input) => http.GetStringAsync(address, Token);
    }

    private sealed class Context(string run) : TaskActivityContext
    {
        public override TaskName Name { get; } = "Collect";

        public override string InstanceId { get; } = run;
    }
}
