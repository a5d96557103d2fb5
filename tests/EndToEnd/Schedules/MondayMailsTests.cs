using EndToEnd.Runs;
using EndToEnd.Samples;
using ExecReports.Delivery;
using ExecReports.Embedded;
using ExecReports.Orchestration;
using ExecReports.Orchestration.Schedules;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Time.Testing;

namespace EndToEnd.Schedules;

/// <summary>A clock moved past Monday 06:30 in the portfolio's zone: five executive mails, once; the tick repeated, doubled, late, after a restart, after a purge: still five.</summary>
public sealed class MondayMailsTests(ITestOutputHelper log) : IDisposable
{
    private const string Run = "executive-20261130T143000Z";
    private static readonly DateTimeOffset Monday = new(2026, 11, 30, 14, 30, 0, TimeSpan.Zero);

    // Nothing of it needs the sample's repositories: one that is not there is a gap.
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Five_executive_mails_once()
    {
        var time = new FakeTimeProvider(Monday.AddMinutes(-1));
        await using (var reports = await OpenAsync(time))
        {
            var tick = Tick(reports, time);
            Assert.Empty((await tick.RunAsync(reports.Client, Token)).Started);
            Assert.Equal(0, Mails);

            time.Advance(TimeSpan.FromMinutes(2));
            Assert.Equal([Run], (await tick.RunAsync(reports.Client, Token)).Started);
            await EndAsync(reports);
            await ExpectFiveAsync("at 06:31");

            await tick.RunAsync(reports.Client, Token);
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Tick(reports, time).RunAsync(reports.Client, Token))));
            await EndAsync(reports);
            await ExpectFiveAsync("repeated, and eight at once");

            // Up to the day's last minutes before the domain reports of the 1st.
            time.Advance(TimeSpan.FromHours(23));
            Assert.Empty((await Tick(reports, time).RunAsync(reports.Client, Token)).Started);
            await ExpectFiveAsync("23 hours later");
        }

        await using (var reports = await OpenAsync(time))
        {
            Assert.Empty((await Tick(reports, time).RunAsync(reports.Client, Token)).Started);
            await ExpectFiveAsync("after a restart");

            // Against the rule that the history outlives the catch-up limit: the run is started again, and its ledger holds.
            await reports.Client.PurgeInstanceAsync(Run, Token);
            Assert.Equal([Run], (await Tick(reports, time).RunAsync(reports.Client, Token)).Started);
            await EndAsync(reports);
            await ExpectFiveAsync("after the history was purged");
        }
    }

    private int Mails => Directory.Exists(folder.Under("out", "outbox")) ? Directory.GetFiles(folder.Under("out", "outbox"), "*.eml").Length : 0;

    private async Task ExpectFiveAsync(string when)
    {
        var deliveries = await RunState.DeliveriesAsync(folder.Under("out"));
        log.WriteLine($"{when}: {Mails} mails, {deliveries.Count} deliveries, {deliveries.Count(delivery => delivery.State == SendState.Sent)} sent");
        Assert.Equal((5, 5, 5), (Mails, deliveries.Count, deliveries.Count(delivery => delivery.State == SendState.Sent)));
    }

    private static async Task EndAsync(LocalReports reports)
    {
        var end = await reports.Client.WaitForInstanceCompletionAsync(Run, getInputsAndOutputs: true, Token);
        var summary = end.ReadOutputAs<RunSummary>()!;
        Assert.Equal((Monday, 5), (summary.GeneratedTimestamp, summary.Reports.Count));
        Assert.All(summary.Reports, report => Assert.Equal(ReportState.Delivered, report.State));
    }

    private static ScheduleTick Tick(LocalReports reports, TimeProvider time) => new(reports.Schedules, time, new ScheduleTickOptions());

    private async Task<LocalReports> OpenAsync(TimeProvider time)
    {
        var reports = LocalReports.Open(new LocalOptions(SampleFolder.Path, folder.Under("out")) { Time = time });
        await reports.StartAsync();
        return reports;
    }
}
