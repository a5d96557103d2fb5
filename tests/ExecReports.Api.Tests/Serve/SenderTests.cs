using System.Net;
using System.Net.Http.Json;
using ExecReports.Cli.Serve;
using ExecReports.Delivery;
using ExecReports.Embedded;
using ExecReports.Orchestration;
using ExecReports.Orchestration.Activities;
using ExecReports.Orchestration.Planning;
using ExecReports.Rendering;
using ExecReports.Schedules;
using ExecReports.Workspace;
using Microsoft.Extensions.Time.Testing;

namespace ExecReports.Api.Tests.Serve;

/// <summary>Where mails leave the machine, no run begins that no sender is named for, whatever starts it; where they stay in the outbox, the sample's address stands in.</summary>
public sealed class SenderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("execreports-sender-").FullName;

    private string Portfolio => Path.Combine(folder, "portfolio");

    public SenderTests()
    {
        var handoffs = Directory.CreateDirectory(Path.Combine(Portfolio, "agent_handoffs", "projects"));
        File.WriteAllText(Path.Combine(handoffs.FullName, "quay.md"), "# Quay\n\n## Costs\n\n| Item | Cost |\n|---|---|\n| Dock | $5 per month |\n");
        Settings("");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("", "No sender is named: set SES_SENDER")]
    [InlineData("sender: Reports@Example.com\n", "The sender is still the sample's, reports@example.com")]
    public async Task Over_http_it_is_refused_and_a_dry_run_is_not(string sender, string said)
    {
        Settings(sender);
        await using var server = await RunningServer.StartedAsync(new ApiLimits(), null, Portfolio, Mailing);

        using var answer = await server.Client.PostAsJsonAsync("/api/runs", new { reports = new[] { "ceo" } }, RunningServer.Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(said, (await RunningServer.JsonOf(answer)).GetProperty("errors").GetProperty("$")[0].GetString(), StringComparison.Ordinal);
        Assert.Empty(await server.Local.RunsAsync(RunningServer.Stop));
        await server.EndedAsync(await server.StartRunAsync(new { reports = new[] { "ceo" }, dryRun = true }));
    }

    [Fact]
    public async Task A_timer_starts_nothing_and_says_why()
    {
        var time = new FakeTimeProvider(new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero));
        await using var local = LocalReports.Open(new LocalOptions(Portfolio, Path.Combine(folder, "out")) { Time = time }, Mailing);
        Assert.Empty((await ScheduleTicker.Of(local).RunAsync(local.Client, RunningServer.Stop)).Started);
        time.Advance(TimeSpan.FromDays(3));

        var refused = await Assert.ThrowsAsync<ScheduleException>(() => ScheduleTicker.Of(local).RunAsync(local.Client, RunningServer.Stop));
        Assert.StartsWith("No sender is named", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await local.RunsAsync(RunningServer.Stop));

        Settings("sender: reports@quay.example.com\n");
        Assert.Equal(["executive-20261130T063000Z"], (await ScheduleTicker.Of(local).RunAsync(local.Client, RunningServer.Stop)).Started);
    }

    [Fact]
    public async Task A_run_that_was_started_all_the_same_ends_at_its_plan()
    {
        await using var local = LocalReports.Open(new LocalOptions(Portfolio, Path.Combine(folder, "out")), Mailing);
        await local.StartAsync();

        var ended = await local.WaitAsync(await local.ScheduleAsync(new RunRequest { Reports = ["ceo"] }, null, RunningServer.Stop), _ => { }, RunningServer.Stop);

        Assert.Null(ended.Summary);
        Assert.Contains("No sender is named", ended.Failure, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(local.Options.Out, "*.eml", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_run_planned_before_is_not_mailed_either()
    {
        var parts = Mailing(LocalParts.Make(new LocalOptions(Portfolio, Path.Combine(folder, "out"))));
        var settings = (await parts.Portfolio.Portfolio.OutlineAsync(RunningServer.Stop)).Settings;
        var plan = await parts.Workspace.PutJsonAsync("run-1", "plan", new FrozenRun { Settings = settings, Recipients = new Dictionary<string, IReadOnlyList<Recipient>>() }, RunJson.Default.FrozenRun, RunningServer.Stop);
        var deliver = new DeliverReports(new ReportDelivery(parts.Archive, parts.Ledger, parts.Mailer, MimeComposer.Address, TimeProvider.System, parts.Delivery), parts.Workspace, parts.Process, parts.Sender);

        var refused = await Assert.ThrowsAsync<RunRequestException>(() => deliver.RunAsync(null!, new DeliverInput("run-1", 0, new(2026, 11, 24), DateTimeOffset.UnixEpoch, plan, [])));

        Assert.StartsWith("No sender is named", refused.Message, StringComparison.Ordinal);
        (parts.Ledger as IDisposable)?.Dispose();
    }

    [Fact]
    public async Task Into_the_outbox_it_goes_with_the_sample_s_address()
    {
        await using var server = await RunningServer.StartedAsync(new ApiLimits(), null, Portfolio);

        var run = await server.EndedAsync(await server.StartRunAsync(new { reports = new[] { "ceo" } }));

        Assert.True(run.GetProperty("succeeded").GetBoolean());
        Assert.Contains($"<{SenderRule.Sample}>", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(server.Local.Options.Outbox, "*.eml")), RunningServer.Stop), StringComparison.Ordinal);
    }

    private static LocalParts Mailing(LocalParts parts) => parts with { Sender = SenderRule.Mailed };

    private void Settings(string sender) => File.WriteAllText(Path.Combine(Portfolio, "portfolio.yaml"), $"name: Quay\ntime_zone: Europe/London\n{sender}recipients: {{ default: [me@quay.example.com] }}\n");
}
