using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ExecReports.Api.Access;
using ExecReports.Cli.Serve;
using ExecReports.Embedded;

namespace ExecReports.Api.Tests.Serve;

/// <summary>`serve` in this process on a port of its own, over a folder of its own, and a client for it.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("execreports-api-").FullName;
    private LocalReports? local;
    private ReportServer? server;

    public HttpClient Client { get; private set; } = null!;

    internal LocalReports Local => local!;

    public Uri Address => server!.Address;

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => StartAsync(new ApiLimits { Starts = 1000, RunListAge = TimeSpan.Zero }, null);

    internal static async Task<RunningServer> StartedAsync(ApiLimits limits, string? token, string? portfolio = null, Func<LocalParts, LocalParts>? replace = null)
    {
        var running = new RunningServer();
        await running.StartAsync(limits, token, portfolio, replace);
        return running;
    }

    private async ValueTask StartAsync(ApiLimits limits, string? token, string? portfolio = null, Func<LocalParts, LocalParts>? replace = null)
    {
        local = LocalReports.Open(new LocalOptions(portfolio ?? Checkout.SmallPortfolio, folder), replace);
        await local.StartAsync();
        server = await ReportServer.StartAsync(
            local, new ServeOptions { Listen = new ListenAddress(IPAddress.Loopback, 0), Limits = limits, Token = token is null ? null : new AccessToken(token) }, Stop);
        Client = new HttpClient { BaseAddress = server.Address };
    }

    /// <summary>Starts a run and returns its id.</summary>
    public async Task<string> StartRunAsync(object body)
    {
        using var answer = await Client.PostAsJsonAsync("/api/runs", body, Stop);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return (await JsonOf(answer)).GetProperty("id").GetString()!;
    }

    /// <summary>Polls a run to its end.</summary>
    public async Task<JsonElement> EndedAsync(string id)
    {
        while (true)
        {
            using var answer = await Client.GetAsync($"/api/runs/{id}", Stop);
            var run = await JsonOf(answer);
            if (run.GetProperty("status").GetString() is not ("pending" or "running"))
                return run;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Stop);
        }
    }

    public static async Task<JsonElement> JsonOf(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (server is not null)
            await server.DisposeAsync();
        if (local is not null)
        {
            // An activity under way would go on writing into the folder that is deleted below.
            while ((await local.RunsAsync(CancellationToken.None)).Any(run => !run.Finished))
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            await local.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }
}
