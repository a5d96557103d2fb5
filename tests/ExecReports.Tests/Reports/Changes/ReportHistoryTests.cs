using System.Globalization;
using ExecReports.Analysis;
using ExecReports.Delivery;
using ExecReports.Rendering;
using ExecReports.Reports.Changes;

namespace ExecReports.Tests.Reports.Changes;

public sealed class ReportHistoryTests
{
    static readonly DateOnly Today = new(2026, 11, 24);

    [Fact(Timeout = 30_000)]
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

    [Fact(Timeout = 30_000)]
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

    // Answers a round of requests only when all of the round have been asked, the last one first.
    sealed class SlowArchive(DateOnly[] dates) : IReportArchive
    {
        private readonly List<(int Number, TaskCompletionSource<byte[]?> Answer)> waiting = [];

        public int? Broken { get; init; }
        public int MostAtOnce { get; private set; }
        public int Asked { get; private set; }

        public Task<IReadOnlyList<string>> ListFiguresAsync(string reportType, DateTimeOffset before, int most, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<string>>([.. Enumerable.Range(0, Math.Min(most, dates.Length)).Select(n => n.ToString(CultureInfo.InvariantCulture))]);

        public Task<byte[]?> GetAsync(string key, CancellationToken cancellationToken)
        {
            var answer = new TaskCompletionSource<byte[]?>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((int.Parse(key, CultureInfo.InvariantCulture), answer));
            Asked++;
            MostAtOnce = Math.Max(MostAtOnce, waiting.Count);
            if (waiting.Count == ReportHistory.Most || Asked == dates.Length)
            {
                var round = waiting.ToArray();
                waiting.Clear();
                foreach (var (number, one) in round.Reverse())
                    one.SetResult(Json(number));
            }

            return answer.Task;
        }

        private byte[] Json(int number) => number == Broken ? "[]"u8.ToArray() : new FiguresDocument
        {
            ReportType = "cfo", Title = "", AsOf = dates[number], GeneratedTimestamp = DateTimeOffset.UnixEpoch, RunId = $"run-{number}", TemplateVersion = "", Currency = "USD", Summary = "", Figures = [],
        }.ToJson();

        public Task PutOnceAsync(ArchiveObject item, CancellationToken cancellationToken) => throw new NotSupportedException("Nothing is put here.");
    }
}
