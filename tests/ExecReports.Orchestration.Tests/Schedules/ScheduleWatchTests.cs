using ExecReports.Delivery;
using ExecReports.Embedded.Ledger;
using ExecReports.Orchestration.Schedules;
using ExecReports.Schedules;

namespace ExecReports.Orchestration.Tests.Schedules;

public sealed class ScheduleWatchTests : IDisposable
{
    private const string Run = "weekly-20261130T143000Z";
    private static readonly Schedule Weekly = new() { Id = "weekly", Cron = "30 6 * * 1", Zone = "America/Los_Angeles" };
    private static readonly DateTimeOffset Monday = new(2026, 11, 30, 14, 30, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("execreports-test-").FullName;
    private readonly SqliteLedger ledger;

    public ScheduleWatchTests() => ledger = new SqliteLedger(Path.Combine(folder, "ledger.db"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        ledger.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_run_that_did_not_happen_is_noticed_once_its_grace_is_over()
    {
        Assert.Equal("weekly-20261123T143000Z", Assert.Single(await LookAsync(Monday.AddMinutes(59))).RunId);

        var missed = Assert.Single(await LookAsync(Monday.AddMinutes(60)));

        Assert.Equal((Run, WatchedState.Missing, true), (missed.RunId, missed.State, missed.IsOverdue));
    }

    [Theory]
    [InlineData(SendState.Sent, WatchedState.Finished, false)]
    [InlineData(SendState.Pending, WatchedState.Unfinished, true)]
    [InlineData(SendState.Sending, WatchedState.Unfinished, true)]
    [InlineData(SendState.Failed, WatchedState.Undelivered, false)]
    [InlineData(SendState.Unknown, WatchedState.Undelivered, false)]
    public async Task One_that_did_is_judged_by_its_deliveries(SendState state, WatchedState expected, bool overdue)
    {
        await WriteAsync("ceo", SendState.Sent);
        await WriteAsync("cfo", state);

        var run = Assert.Single(await LookAsync(Monday.AddHours(2)));

        Assert.Equal((expected, overdue, 2, state == SendState.Sent ? 0 : 1), (run.State, run.IsOverdue, run.Deliveries, run.Open));
    }

    [Fact]
    public async Task What_was_due_before_the_schedules_were_in_force_is_not_expected() =>
        Assert.Empty(await LookAsync(Monday.AddHours(2), after: Monday.AddMinutes(1)));

    [Fact]
    public async Task A_monthly_one_is_expected_to_the_end_of_the_month()
    {
        var monthly = Weekly with { Id = "monthly", Cron = "30 6 1 * *" };

        Assert.Equal("monthly-20261001T133000Z", Assert.Single(await ScheduleWatch.LookAsync([monthly], ledger, new DateTimeOffset(2026, 11, 1, 15, 0, 0, TimeSpan.Zero), ScheduleWatch.Grace, null, Token)).RunId);
    }

    private Task<IReadOnlyList<WatchedRun>> LookAsync(DateTimeOffset now, DateTimeOffset? after = null) => ScheduleWatch.LookAsync([Weekly], ledger, now, ScheduleWatch.Grace, after, Token);

    private async Task WriteAsync(string report, SendState state)
    {
        var item = LedgerItem.Of(
            new ReportPackage
            {
                ReportType = report,
                GeneratedTimestamp = Monday,
                RunId = Run,
                AsOf = new DateOnly(2026, 11, 30),
                Subject = "subject",
                TemplateVersion = "v",
                Html = [],
                Markdown = [],
                Json = [],
                Eml = [],
                Recipients = [Recipients.Parse("owner@example.com")],
                Sender = "reports@example.com",
            },
            [],
            Monday);
        await ledger.CreateIfAbsentAsync(item with { Deliveries = [item.Deliveries[0] with { State = state }] }, Token);
    }
}
