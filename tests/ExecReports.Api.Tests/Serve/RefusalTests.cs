using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace ExecReports.Api.Tests.Serve;

public class RefusalTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Token = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("reports.example.com")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:1")]
    [InlineData("localhost.example.com:{port}")]
    public async Task Another_host_name_is_refused(string host) =>
        Assert.Equal(421, await StatusOfAsync($"GET /api/runs HTTP/1.1\r\nHost: {host}\r\n"));

    [Fact]
    public async Task A_request_without_a_host_is_refused() => Assert.Equal(400, await StatusOfAsync("GET /api/runs HTTP/1.1\r\n"));

    [Theory]
    [InlineData("https://evil.example.com")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://localhost:{port}")]
    public async Task Another_origin_is_refused(string origin)
    {
        Assert.Equal(403, await StatusOfAsync($"GET /api/runs HTTP/1.1\r\nHost: 127.0.0.1:{{port}}\r\nOrigin: {origin}\r\n"));
        Assert.Equal(403, await StatusOfAsync($"POST /api/runs HTTP/1.1\r\nHost: 127.0.0.1:{{port}}\r\nOrigin: {origin}\r\nContent-Length: 0\r\n"));
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task What_another_sites_page_embeds_is_refused(string relation) =>
        Assert.Equal(403, await StatusOfAsync($"GET /api/reports HTTP/1.1\r\nHost: 127.0.0.1:{{port}}\r\nSec-Fetch-Site: {relation}\r\n"));

    [Theory]
    [InlineData("127.0.0.1:{port}")]
    [InlineData("localhost:{port}")]
    [InlineData("[::1]:{port}")]
    public async Task Its_own_names_and_origin_are_served(string host) =>
        Assert.Equal(200, await StatusOfAsync($"GET /api/runs HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nSec-Fetch-Site: same-origin\r\n"));

    [Theory]
    [InlineData("/api/runs")]
    [InlineData("/api/reports")]
    [InlineData("/api/ledger")]
    [InlineData("/api/nothing")]
    public async Task Who_shows_no_token_gets_nothing(string address)
    {
        await using var guarded = await RunningServer.StartedAsync(new ApiLimits(), Token);
        foreach (var shown in (string?[])[null, "Bearer", "Bearer " + Token[1..], "Bearer " + Token + "0", "Basic " + Token])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (shown is not null)
                request.Headers.TryAddWithoutValidation("Authorization", shown);
            using var answer = await guarded.Client.SendAsync(request, RunningServer.Stop);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Who_shows_the_token_is_served_and_a_monitor_needs_none()
    {
        await using var guarded = await RunningServer.StartedAsync(new ApiLimits(), Token);
        using var health = await guarded.Client.GetAsync("/api/health", RunningServer.Stop);
        guarded.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var runs = await guarded.Client.GetAsync("/api/runs", RunningServer.Stop);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (health.StatusCode, runs.StatusCode));
    }

    [Theory]
    [InlineData("/api/reports/../../ledger.db")]
    [InlineData("/api/reports/ceo/../../../ledger.db")]
    [InlineData("/api/reports/ceo/..%2f..%2fledger.db")]
    [InlineData("/api/reports/%2e%2e/ledger.db")]
    [InlineData("/api/reports/..%5c..%5cledger.db/20261124T143000000Z.html")]
    [InlineData("/api/reports/ceo/20261124T143000000Z.html%00.json")]
    [InlineData("/api/reports/ceo%2f..%2fcfo/20261124T143000000Z.html")]
    [InlineData("/api/reports/ceo/20261124T143000000Z-x.html")]
    [InlineData("/api/reports/ceo/99999999T999999999Z.html")]
    [InlineData("/api/reports/ceo/..........html")]
    [InlineData("/api/reports/ceo/20261124T143000000Z.db")]
    [InlineData("/api/runs/..%2f..%2fjournal.db")]
    [InlineData("/api/runs/%2e%2e/history")]
    [InlineData("/api/runs/x/reports/..%2f..%2fjournal.db")]
    [InlineData("/etc/passwd")]
    public async Task Tricks_with_paths_lead_nowhere(string path)
    {
        var answer = await RawAsync($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{{port}}\r\n");

        Assert.Contains(StatusOf(answer), (int[])[400, 404]);
        Assert.DoesNotContain("SQLite", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Local.Options.Out, answer, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ExecReports", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_body_is_refused_whether_its_size_is_told_or_not()
    {
        using var told = new ByteArrayContent(new byte[10 * 1024 * 1024]);
        told.Headers.ContentType = new("application/json");
        Assert.Equal(413, await StatusOfAsync("POST /api/runs HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nContent-Length: 10485760\r\n"));

        var chunk = $"{32 * 1024:x}\r\n{new string(' ', 32 * 1024)}\r\n";
        Assert.Equal(413, await StatusOfAsync("POST /api/runs HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n", string.Concat(Enumerable.Repeat(chunk, 3)) + "0\r\n\r\n"));
    }

    [Fact]
    public async Task A_form_of_another_site_cannot_start_a_run()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "text/plain");
        using var answer = await server.Client.PostAsync("/api/runs", content, RunningServer.Stop);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Other_methods_and_addresses_get_a_problem()
    {
        using var method = await server.Client.DeleteAsync("/api/runs", RunningServer.Stop);
        using var address = await server.Client.GetAsync("/api/nothing", RunningServer.Stop);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "application/problem+json"), (method.StatusCode, method.Content.Headers.ContentType?.MediaType));
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (address.StatusCode, address.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Every_answer_keeps_browsers_from_guessing_and_caching()
    {
        using var answer = await server.Client.GetAsync("/api/runs", RunningServer.Stop);

        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("private, no-cache", answer.Headers.CacheControl?.ToString().Replace("no-cache, private", "private, no-cache", StringComparison.Ordinal));
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    private async Task<int> StatusOfAsync(string head, string body = "") => StatusOf(await RawAsync(head, body));

    private static int StatusOf(string answer) => int.Parse(answer.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

    // By hand: a client library would mend the paths and headers that matter here.
    private async Task<string> RawAsync(string head, string body = "")
    {
        var port = server.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, server.Address.Port, RunningServer.Stop);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Replace("{port}", port, StringComparison.Ordinal) + "Connection: close\r\n\r\n" + body), RunningServer.Stop);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(RunningServer.Stop);
    }
}
