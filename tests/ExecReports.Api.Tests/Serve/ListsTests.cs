using System.Net;
using System.Text.Json;

namespace ExecReports.Api.Tests.Serve;

/// <summary>Each test has a server of its own: what is listed is counted.</summary>
public sealed class ListsTests : IAsyncLifetime
{
    private readonly RunningServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Pages_hold_every_run_once_the_newest_first()
    {
        var started = new List<string>();
        for (var run = 0; run < 5; run++)
        {
            started.Add(await server.StartRunAsync(new { reports = new[] { "ceo" }, dryRun = true }));
            await server.EndedAsync(started[^1]);
        }

        var pages = await PagesAsync("/api/runs?limit=2&status=completed");

        Assert.Equal([2, 2, 1], pages.Select(page => page.Count));
        Assert.Equal(Enumerable.Reverse(started), pages.SelectMany(page => page).Select(run => run.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Pages_of_the_ledger_hold_every_report_once_also_within_a_run()
    {
        for (var run = 0; run < 2; run++)
            await server.EndedAsync(await server.StartRunAsync(new { group = "executive" }));

        var pages = await PagesAsync("/api/ledger?limit=3");

        var items = pages.SelectMany(page => page).Select(item => (item.GetProperty("run").GetString(), item.GetProperty("report").GetString())).ToList();
        Assert.Equal(10, items.Count);
        Assert.Equal(items.Count, items.Distinct().Count());
        Assert.Equal("office@brackwater.example.com", pages[0][0].GetProperty("deliveries")[0].GetProperty("address").GetString());
    }

    [Fact]
    public async Task A_reports_editions_come_in_pages_and_the_list_links_the_newest()
    {
        for (var run = 0; run < 3; run++)
            await server.EndedAsync(await server.StartRunAsync(new { reports = new[] { "cmo" } }));

        var pages = await PagesAsync("/api/reports/cmo?limit=2");
        Assert.Equal([2, 1], pages.Select(page => page.Count));
        using var list = await server.Client.GetAsync("/api/reports", RunningServer.Stop);
        var cmo = (await RunningServer.JsonOf(list)).GetProperty("items").EnumerateArray().Single(report => report.GetProperty("id").GetString() == "cmo");
        Assert.Equal(pages[0][0].GetProperty("timestamp").GetString(), cmo.GetProperty("latest").GetProperty("timestamp").GetString());
    }

    [Fact]
    public async Task What_the_caller_has_already_is_not_sent_again()
    {
        await server.EndedAsync(await server.StartRunAsync(new { reports = new[] { "ceo" }, dryRun = true }));
        using var first = await server.Client.GetAsync("/api/reports", RunningServer.Stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/reports");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await server.Client.SendAsync(request, RunningServer.Stop);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(RunningServer.Stop));
    }

    [Fact]
    public async Task It_says_that_it_lives_and_that_it_can_work()
    {
        Assert.Equal("""{"status":"ok"}""", await server.Client.GetStringAsync("/api/health", RunningServer.Stop));
        Assert.Equal("""{"ready":true,"parts":{"portfolio":"ok","ledger":"ok","taskHub":"ok"}}""", await server.Client.GetStringAsync("/api/ready", RunningServer.Stop));
    }

    private async Task<List<List<JsonElement>>> PagesAsync(string address)
    {
        var pages = new List<List<JsonElement>>();
        for (var next = address; next is not null;)
        {
            using var answer = await server.Client.GetAsync(next, RunningServer.Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = await RunningServer.JsonOf(answer);
            pages.Add([.. page.GetProperty("items").EnumerateArray()]);
            next = page.TryGetProperty("next", out var link) ? link.GetString() : null;
        }

        return pages;
    }
}
