using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;

namespace ExecReports.Api.Tests.Serve;

public sealed class StormTests(ITestOutputHelper output) : IDisposable
{
    private const int Calls = 10_000;
    private readonly string folder = Directory.CreateTempSubdirectory("execreports-storm-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Ten_thousand_callers_at_once_are_served_or_refused_and_memory_stays_bounded()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("EXECREPORTS_FULL") == "1", "It keeps the machine busy: ./dev test --full");
        using var serve = await ServeProcess.StartAsync(Checkout.SmallPortfolio, folder);
        for (var run = 0; run < 20; run++)
            (await serve.Client.PostAsJsonAsync("/api/runs", new { reports = new[] { "ceo" }, dryRun = true }, RunningServer.Stop)).Dispose();
        var before = serve.PeakMemory;

        using var storm = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Calls, ConnectTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = serve.Client.BaseAddress, Timeout = TimeSpan.FromMinutes(2) };
        var answers = new ConcurrentBag<string>();
        var started = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => CallAsync(storm, answers)));
        var took = TimeProvider.System.GetElapsedTime(started);

        var sums = answers.GroupBy(answer => answer).ToDictionary(group => group.Key, group => group.Count());
        output.WriteLine($"{Calls} calls in {took.TotalSeconds:0.0} s: {string.Join(", ", sums.Select(sum => $"{sum.Value} {sum.Key}"))}; peak memory {before / 1048576} MB before, {serve.PeakMemory / 1048576} MB after");
        Assert.Equal(Calls, answers.Count);
        Assert.Empty(sums.Keys.Except(["200", "503", "connection refused"]));
        Assert.True(sums.GetValueOrDefault("200") > 0);
        Assert.InRange(serve.PeakMemory, 0, 400L * 1024 * 1024);
        Assert.Equal(HttpStatusCode.OK, (await serve.Client.GetAsync("/api/ready", RunningServer.Stop)).StatusCode);
    }

    [Fact]
    public async Task Uploads_of_ten_megabytes_are_refused_before_they_are_taken_in()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("EXECREPORTS_FULL") == "1", "It keeps the machine busy: ./dev test --full");
        using var serve = await ServeProcess.StartAsync(Checkout.SmallPortfolio, folder);
        (await serve.Client.GetAsync("/api/runs", RunningServer.Stop)).Dispose();
        var before = serve.PeakMemory;
        var body = new byte[10 * 1024 * 1024];

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async call =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/runs") { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new("application/json");
            request.Headers.TransferEncodingChunked = call % 2 == 0;
            try
            {
                using var answer = await serve.Client.SendAsync(request, RunningServer.Stop);
                return ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
            catch (HttpRequestException)
            {
                return "connection closed"; // it is refused while the client still sends
            }
        }));

        output.WriteLine($"{string.Join(", ", answers.GroupBy(answer => answer).Select(sum => $"{sum.Count()} {sum.Key}"))}; peak memory {before / 1048576} MB before, {serve.PeakMemory / 1048576} MB after");
        Assert.Empty(answers.Except(["413", "connection closed"]));
        Assert.InRange(serve.PeakMemory - before, 0, 64L * 1024 * 1024);
        Assert.Equal(HttpStatusCode.OK, (await serve.Client.GetAsync("/api/ready", RunningServer.Stop)).StatusCode);
    }

    private static async Task CallAsync(HttpClient client, ConcurrentBag<string> answers)
    {
        try
        {
            using var answer = await client.GetAsync("/api/runs", RunningServer.Stop);
            answers.Add(((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (HttpRequestException)
        {
            answers.Add("connection refused");
        }
    }
}
