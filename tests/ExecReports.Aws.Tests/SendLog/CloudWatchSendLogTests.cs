using System.Diagnostics;
using System.Text.Json;
using Amazon.CloudWatchLogs;
using Amazon.Runtime;
using ExecReports.Aws.SendLog;
using ExecReports.Delivery;
using ExecReports.Testing.Aws.Logs;
using ExecReports.Testing.Aws.Wire;

namespace ExecReports.Aws.Tests.SendLog;

public sealed class CloudWatchSendLogTests : IAsyncLifetime
{
    static readonly Recipient Owner = Recipients.Parse("owner@example.com");
    static readonly DateTimeOffset Now = new(2026, 11, 24, 19, 30, 5, TimeSpan.Zero);

    LogsServer _server = null!;
    AmazonCloudWatchLogsClient _client = null!;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await LogsServer.StartAsync();
        _client = new(new BasicAWSCredentials("test", "test"), new AmazonCloudWatchLogsConfig { ServiceURL = _server.Url.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    CloudWatchSendLog Log(SendLogOptions? options = null) =>
        new(_client, (options ?? new() { Process = "p1" }) with { Gather = TimeSpan.FromMilliseconds(20), RetryWaits = [TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(10)] }, TimeProvider.System);

    static SendLogEntry Entry(int number = 1, SendOutcome? outcome = null) => new(
        Now.AddMilliseconds(number), $"20261124T193000123Z-ceo-{number:x12}", "ceo", "run-1", Owner, outcome ?? new(SendResult.Accepted, "m-1"), TimeSpan.FromMilliseconds(120));

    [Fact]
    public async Task Each_outcome_is_one_line_of_JSON_with_the_address_hashed()
    {
        await using (var log = Log())
        {
            log.Write(Entry(1));
            log.Write(Entry(2, new(SendResult.RefusedForNow, Reason: "throttled")));
            log.Write(Entry(3, new(SendResult.Rejected, Reason: "refused")));
            log.Write(Entry(4, new(SendResult.NoAnswer, Reason: "no answer")));
        }

        Assert.Equal(
            """{"event":"send","time":"2026-11-24T19:30:05.001+00:00","run_id":"run-1","report_type":"ceo","delivery_id":"20261124T193000123Z-ceo-000000000001","recipient":"RECIPIENT","outcome":"accepted","message_id":"m-1","milliseconds":120}"""
                .Replace("RECIPIENT", Owner.Id, StringComparison.Ordinal),
            _server.Events[0].Message);
        Assert.Equal(["accepted", "refused_for_now", "rejected", "no_answer"], _server.Events.Select(item => Field(item, "outcome")));
        Assert.Equal([null, "throttled", "refused", "no answer"], _server.Events.Select(item => Field(item, "reason")));
        Assert.All(_server.Events, item => Assert.Equal(("/aws/lambda/send-exec-reports", $"{TimeProvider.System.GetUtcNow():yyyy'/'MM'/'dd}/p1"), (item.Group, item.Stream)));
        Assert.Equal(Now.AddMilliseconds(1), _server.Events[0].Timestamp);
        Assert.DoesNotContain("@", string.Concat(_server.Wire.Requests.Select(request => request.Text)));
    }

    static string? Field(LoggedEvent item, string name) => JsonSerializer.Deserialize<JsonElement>(item.Message).TryGetProperty(name, out var value) ? value.GetString() : null;

    [Fact]
    public async Task Addresses_are_plain_where_that_is_set()
    {
        await using (var log = Log(new() { Process = "p1", PlainAddresses = true, Group = "/reports/sends" }))
            log.Write(Entry());

        Assert.Equal(("owner@example.com", "/reports/sends"), (Field(_server.Events[0], "recipient"), _server.Events[0].Group));
    }

    [Fact]
    public async Task Many_lines_go_in_few_batches_and_in_order()
    {
        await using (var log = Log())
            foreach (var number in Enumerable.Range(1, 9_000))
                log.Write(Entry(number));

        Assert.Equal(Enumerable.Range(1, 9_000).Select(number => $"20261124T193000123Z-ceo-{number:x12}"), _server.Events.Select(item => Field(item, "delivery_id")));
        Assert.InRange(_server.Wire.Requests.Count(request => request.Action == "PutLogEvents"), 2, 20);
    }

    [Theory]
    [InlineData(Fault.Throttle)]
    [InlineData(Fault.Error503)]
    [InlineData(Fault.CutBefore)]
    public async Task What_was_not_taken_is_put_again(Fault fault)
    {
        var puts = 0;
        _server.Wire.Plan = request => request.Action == "PutLogEvents" && Interlocked.Increment(ref puts) == 2 ? fault : Fault.None;

        await using (var log = Log())
            log.Write(Entry());

        Assert.Single(_server.Events);
    }

    [Fact]
    public async Task A_service_that_is_away_costs_lines_and_no_time_and_the_loss_is_said_when_it_is_back()
    {
        var away = true;
        _server.Wire.Plan = _ => away ? Fault.Error500 : Fault.None;
        await using (var log = Log())
        {
            var writing = Stopwatch.StartNew();
            foreach (var number in Enumerable.Range(1, 100))
                log.Write(Entry(number));
            Assert.True(writing.Elapsed < TimeSpan.FromSeconds(1));
            while (log.Lost == 0)
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Token);
            away = false;
            log.Write(Entry(101));
        }

        Assert.Equal(["""{"event":"lines_lost","count":100}""", "send"], [_server.Events[0].Message, Field(_server.Events[1], "event")]);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_holds_the_end_of_the_process_only_so_long()
    {
        _server.Wire.Plan = _ => Fault.Slow;
        _server.Wire.SlowBy = TimeSpan.FromSeconds(30);
        var log = Log(new() { Process = "p1", CloseTimeout = TimeSpan.FromMilliseconds(300) });
        log.Write(Entry());

        var closing = Stopwatch.StartNew();
        await log.DisposeAsync();

        Assert.True(closing.Elapsed < TimeSpan.FromSeconds(5), $"closed after {closing.Elapsed}");
        Assert.Equal(1, log.Lost);
    }

    [Fact]
    public async Task What_comes_while_too_much_waits_is_lost_and_counted()
    {
        _server.Wire.Delay = TimeSpan.FromMilliseconds(300);
        await using var log = Log(new() { Process = "p1", MostWaiting = 10 });
        foreach (var number in Enumerable.Range(1, 50))
            log.Write(Entry(number));

        Assert.InRange(log.Lost, 1, 40);
    }

    [Fact]
    public async Task A_group_that_may_not_be_made_costs_lines_only()
    {
        _server.DeniedActions.Add("CreateLogGroup");
        var log = Log();
        log.Write(Entry());
        await log.DisposeAsync();

        Assert.Equal(1, log.Lost);
        Assert.Empty(_server.Events);
    }

    [Fact]
    public async Task A_mailer_that_is_logged_answers_as_it_would_without_a_log()
    {
        var mail = new OutgoingMail("d", "reports@example.com", Owner, null, new byte[1]) { Tags = new Dictionary<string, string> { ["run_id"] = "run-1", ["report_type"] = "ceo" } };
        await using var log = Log();
        var answers = new Queue<Func<SendOutcome>>([() => new(SendResult.Accepted, "m-1"), () => throw new IOException("cut for owner@example.com")]);
        var inner = new Moq.Mock<IMailer>();
        inner.Setup(port => port.SendAsync(mail, Token)).Returns(() => Task.FromResult(answers.Dequeue()()));
        var mailer = new LoggedMailer(inner.Object, log, TimeProvider.System);

        Assert.Equal("m-1", (await mailer.SendAsync(mail, Token)).MessageId);
        await Assert.ThrowsAsync<IOException>(() => mailer.SendAsync(mail, Token));

        await log.DisposeAsync();
        Assert.Equal(["accepted", "no_answer"], _server.Events.Select(item => Field(item, "outcome")));
        Assert.Equal($"cut for {Owner.Id}", Field(_server.Events[1], "reason"));
    }
}
