using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace ExecReports.Api.Tests.Serve;

public class StartingRunsTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Two_reports_run_to_their_end_and_can_be_read()
    {
        using var answer = await server.Client.PostAsJsonAsync("/api/runs", new { reports = new[] { "ceo", "cfo" } }, RunningServer.Stop);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (await RunningServer.JsonOf(answer)).GetProperty("id").GetString()!;
        Assert.Equal($"/api/runs/{id}", answer.Headers.Location?.ToString());
        var run = await server.EndedAsync(id);
        Assert.Equal("completed", run.GetProperty("status").GetString());
        Assert.True(run.GetProperty("succeeded").GetBoolean());
        Assert.Equal("done", run.GetProperty("progress").GetProperty("phase").GetString());
        var reports = run.GetProperty("reports").EnumerateArray().ToList();
        Assert.Equal(["ceo", "cfo"], reports.Select(report => report.GetProperty("id").GetString()));
        Assert.All(reports, report => Assert.Equal(1, report.GetProperty("deliveries").GetProperty("sent").GetInt32()));
        foreach (var link in reports.SelectMany(report => report.GetProperty("links").EnumerateObject()))
        {
            using var file = await server.Client.GetAsync(link.Value.GetString(), RunningServer.Stop);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.NotEmpty(await file.Content.ReadAsByteArrayAsync(RunningServer.Stop));
            if (link.Name == "html")
                Assert.Contains("sandbox", file.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_second_start_with_the_same_key_starts_nothing()
    {
        var (first, one) = await PostAsync("monday", new { reports = new[] { "ceo" }, to = new[] { "me@example.com" }, dryRun = true });
        var (second, two) = await PostAsync("monday", new { reports = new[] { "ceo" }, to = new[] { "me@example.com" }, dryRun = true });
        var (third, other) = await PostAsync("monday", new { reports = new[] { "ceo" }, to = new[] { "you@example.com" }, dryRun = true });

        Assert.Equal((HttpStatusCode.Accepted, true), (first, one.GetProperty("started").GetBoolean()));
        Assert.Equal((HttpStatusCode.Accepted, false), (second, two.GetProperty("started").GetBoolean()));
        Assert.Equal(one.GetProperty("id").GetString(), two.GetProperty("id").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, third);
        Assert.Equal("urn:execreports:problem:idempotency-key-reused", other.GetProperty("type").GetString());
        await server.EndedAsync(one.GetProperty("id").GetString()!);
    }

    [Fact]
    public async Task Of_starts_with_one_key_at_the_same_time_one_starts()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync("together", new { reports = new[] { "cfo" }, dryRun = true })));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.Status));
        Assert.Single(answers, answer => answer.Body.GetProperty("started").GetBoolean());
        Assert.Single(answers.Select(answer => answer.Body.GetProperty("id").GetString()).Distinct());
    }

    [Theory]
    [InlineData("""{"reports":["nonsense"]}""", "reports", "There is no report 'nonsense'")]
    [InlineData("""{"entities":["nobody"]}""", "entities", "There is no entity 'nobody'")]
    [InlineData("""{"asOf":"24.11.2026"}""", "asOf", "2026-11-24")]
    [InlineData("""{"group":"officers"}""", "group", "executive")]
    [InlineData("""{"to":["nobody"]}""", "to", "exactly one @")]
    [InlineData("""{"to":["a@example.com\r\nBcc: b@example.com"]}""", "to", "line break")]
    [InlineData("""{"dryRun":"yes"}""", "dryRun", "true or false")]
    [InlineData("""{"dryrun":true}""", "dryrun", "no such field")]
    [InlineData("""{"dryRun":true,"dryRun":false}""", "$", "dryRun")]
    [InlineData("""["ceo"]""", "$", "JSON object")]
    [InlineData("""{"reports":""", "$", "no JSON")]
    public async Task What_cannot_be_met_is_refused_by_field(string body, string field, string message)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await server.Client.PostAsync("/api/runs", content, RunningServer.Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await RunningServer.JsonOf(answer);
        Assert.Equal("urn:execreports:problem:invalid-request", problem.GetProperty("type").GetString());
        Assert.Contains(message, problem.GetProperty("errors").GetProperty(field)[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        using var answer = await server.Client.PostAsJsonAsync("/api/runs", new { group = "x", asOf = "y", to = Array.Empty<string>() }, RunningServer.Stop);

        var errors = (await RunningServer.JsonOf(answer)).GetProperty("errors").EnumerateObject().Select(error => error.Name);
        Assert.Equal(["asOf", "group", "to"], errors.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_dry_run_mails_nothing_and_its_reports_can_be_read()
    {
        var run = await server.EndedAsync(await server.StartRunAsync(new { reports = new[] { "cto" }, dryRun = true }));

        var report = Assert.Single(run.GetProperty("reports").EnumerateArray());
        Assert.Equal("rendered", report.GetProperty("state").GetString());
        using var page = await server.Client.GetAsync(report.GetProperty("links").GetProperty("html").GetString(), RunningServer.Stop);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var ledger = await server.Client.GetAsync(run.GetProperty("links").GetProperty("ledger").GetString(), RunningServer.Stop);
        Assert.Empty((await RunningServer.JsonOf(ledger)).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_runs_history_names_what_each_activity_was_about()
    {
        var id = await server.StartRunAsync(new { reports = new[] { "ceo" }, dryRun = true });
        await server.EndedAsync(id);

        using var answer = await server.Client.GetAsync($"/api/runs/{id}/history", RunningServer.Stop);
        var steps = (await RunningServer.JsonOf(answer)).GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal("PlanRun", steps[0].GetProperty("name").GetString());
        Assert.All(steps, step => Assert.Equal("completed", step.GetProperty("state").GetString()));
        Assert.Equal(
            ["chandlery.md", "tidewater.md"],
            steps.Where(step => step.GetProperty("name").GetString() == "CollectHandoff").Select(step => Path.GetFileName(step.GetProperty("subject").GetString())).Order(StringComparer.Ordinal));
        Assert.Equal("ceo", steps.Single(step => step.GetProperty("name").GetString() == "RenderReport").GetProperty("subject").GetString());
    }

    [Fact]
    public async Task A_run_that_has_ended_cannot_be_canceled()
    {
        var id = await server.StartRunAsync(new { reports = new[] { "ceo" }, dryRun = true });
        await server.EndedAsync(id);

        using var answer = await server.Client.PostAsync($"/api/runs/{id}/cancel", null, RunningServer.Stop);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task Starts_beyond_the_limit_wait()
    {
        await using var strict = await RunningServer.StartedAsync(new ApiLimits { Starts = 2 }, null);
        var statuses = new List<HttpStatusCode>();
        for (var start = 0; start < 3; start++)
        {
            using var answer = await strict.Client.PostAsJsonAsync("/api/runs", new { reports = new[] { "ceo" }, dryRun = true }, RunningServer.Stop);
            statuses.Add(answer.StatusCode);
            if (start == 2)
                Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        }

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.TooManyRequests], statuses);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string key, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/runs") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await server.Client.SendAsync(request, RunningServer.Stop);
        return (answer.StatusCode, await RunningServer.JsonOf(answer));
    }
}
