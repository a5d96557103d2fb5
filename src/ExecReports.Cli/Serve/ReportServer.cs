using System.Net;
using ExecReports.Api;
using ExecReports.Embedded;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ExecReports.Cli.Serve;

/// <summary>The API and its page on one machine, over the embedded hub.</summary>
internal sealed class ReportServer : IAsyncDisposable
{
    private readonly ListeningApp app;

    private ReportServer(ListeningApp app) => this.app = app;

    /// <summary>Where it is reached.</summary>
    public Uri Address => app.Address;

    /// <summary>Starts it.</summary>
    /// <exception cref="UsageException">The address cannot be listened on.</exception>
    public static async Task<ReportServer> StartAsync(LocalReports local, ServeOptions options, CancellationToken cancellationToken)
    {
        // An empty builder reads no appsettings.json and no ASPNETCORE_ variables: nothing but the command line says where it listens.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, options));
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // what it would say of a port that is taken, the message below says in a line
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(Parts(local, options.Limits)).AddExecReportsApi();
        var app = builder.Build();

        // The rules name the port, which is known only when it listens; until then nobody is served.
        var rules = new TaskCompletionSource<Api.Access.AccessRules>(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Use(async (context, next) =>
        {
            await rules.Task;
            await next(context);
        });
        app.UseExecReportsApi(() => rules.Task.Result, app.Services.GetRequiredService<ILogger<ReportServer>>());
        app.MapExecReportsApi(app.Services.GetRequiredService<ApiHandlers>(), local.Client);
        app.MapExecReportsPage();
        var listening = await ListeningApp.StartAsync(
            app, why => $"{options.Listen.Shown(options.Listen.Port)} cannot be listened on: {why} Choose another port: --listen 127.0.0.1:0 lets the system choose.", cancellationToken);
        rules.SetResult(options.Rules(listening.Address.Port));
        return new ReportServer(listening);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static ApiParts Parts(LocalReports local, ApiLimits limits) => new()
    {
        Portfolio = local.Parts.Portfolio.Portfolio,
        Catalog = local.Parts.Portfolio.Catalog,
        Workspace = local.Parts.Workspace,
        Archive = local.Parts.Archive,
        Ledger = local.Parts.Ledger,
        Operators = local.Operators,
        Schedules = local.Schedules,
        Sender = local.Parts.Sender,
        Time = local.Options.Time,
        Random = local.Options.Random,
        Limits = limits,
    };

    private static void Configure(KestrelServerOptions kestrel, ServeOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Listen(new IPEndPoint(options.Listen.Address, options.Listen.Port), listen => listen.Protocols = HttpProtocols.Http1);
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = options.Limits.BodyBytes;
        limits.MaxConcurrentConnections = 1000;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestLineSize = 4 * 1024;
        limits.MaxResponseBufferSize = 64 * 1024;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
    }
}
