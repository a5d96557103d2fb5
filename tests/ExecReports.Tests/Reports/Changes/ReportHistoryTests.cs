using System.Globalization;
using ExecReports.Analysis;
using ExecReports.Delivery;
using ExecReports.Rendering;
using ExecReports.Reports.Changes;

namespace ExecReports.Tests.Reports.Changes;

public sealed class ReportHistoryTests
{
    static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public async Task Earlier_reports_are_read_side_by_side_and_kept_newest_first()
    {
        // Two of each date: of those, the newer counts.
        var archive = new SlowArchive([.. Enumerable.Range(0, 30).Select(n => Today.AddDays(-1 - n / 2))]);
        var history = await ReportHistory.ReadAsync(archive, "cfo", Today, DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(1, ReportHistory.Most).Select(n => Today.AddDays(-n)), history.Earlier.Select(document => document.AsOf));
        Assert.Equal(Enumerable.Range(0, ReportHistory.Most).Select(n => $"run-{2 * n}"), history.Earlier.Select(document => document.RunId));
        Assert.Equal(ReportHistory.Most, archive.MostAtOnce);
        Assert.Equal(2 * ReportHistory.Most, archive.Asked);
    }

    [Fact]
    public async Task What_lies_behind_enough_reports_is_neither_compared_nor_complained_about()
    {
        var archive = new SlowArchive([.. Enumerable.Range(1, ReportHistory.Most + 5).Select(n => Today.AddDays(-n))]) { Broken = ReportHistory.Most + 2 };
        var history = await ReportHistory.ReadAsync(archive, "cfo", Today, DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);
        Assert.Equal(ReportHistory.Most, history.Earlier.Count);
        Assert.Empty(history.Unreadable);

        var near = await ReportHistory.ReadAsync(new SlowArchive([Today.AddDays(-1), Today.AddDays(-2)]) { Broken = 1 }, "cfo", Today, DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);
        Assert.Equal("1", Assert.Single(near.Unreadable).Where);
        Assert.Single(near.Earlier);
    }

    // Answers a round of requests in the wrong order, and only when all of the round have been asked.
    sealed class SlowArchive(DateOnly[] dates) : IReportArchive
    {
        private int running;

        public int? Broken { get; init; }
        public int MostAtOnce { get; private set; }
        public int Asked { get; private set; }

        public Task<IReadOnlyList<string>> ListFiguresAsync(string reportType, DateTimeOffset before, int most, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<string>>([.. Enumerable.Range(0, Math.Min(most, dates.Length)).Select(n => n.ToString(CultureInfo.InvariantCulture))]);

        public async Task<byte[]?> GetAsync(string key, CancellationToken cancellationToken)
        {
            var n = int.Parse(key, CultureInfo.InvariantCulture);
            Asked++;
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref running));
            await Task.Yield();
            await Task.Delay(30 - n % 11, cancellationToken);
            Interlocked.Decrement(ref running);
            return n == Broken ? "[]"u8.ToArray() : new FiguresDocument
            {
                ReportType = "cfo", Title = "", AsOf = dates[n], GeneratedTimestamp = DateTimeOffset.UnixEpoch, RunId = $"run-{n}", TemplateVersion = "", Currency = "USD", Summary = "", Figures = [],
            }.ToJson();
        }

        public Task PutOnceAsync(ArchiveObject item, CancellationToken cancellationToken) => throw new NotSupportedException("Nothing is put here.");
    }
}
