using ExecReports.Git.Lines;
using ExecReports.Git.Remote;
using ExecReports.Portfolio;
using ExecReports.Rendering;
using ExecReports.Reports;
using ExecReports.Reports.Ceo;
using ExecReports.Tests.Git;
using ExecReports.Tests.Reports;
using Microsoft.Extensions.Time.Testing;

namespace ExecReports.Tests.Portfolio;

/// <summary>The age of facts: of their line's last commit where the handoffs lie in git, of the file where they do not.</summary>
public sealed class FactDatesTests : IDisposable
{
    private const string File = "agent_handoffs/projects/bay.md";
    private const string Head = "---\nid: bay\nkind: charter\n---\n# Bay\n\n## Shortfalls\n\n| Shortfall | Urgency | Money per month |\n|---|---|---:|\n";
    private const string Old = "| No waivers | critical | $900 |\n";
    private const string New = "| Slow site | critical | $300 |\n";

    private readonly TestRepository _repository = TestRepository.Create(
        stream =>
        {
            var first = stream.Commit(TestRepository.Noon - (80 * TestRepository.Day), "Begin", [("group/" + File, Head + Old), ("group/portfolio.yaml", "time_zone: America/Los_Angeles\n")]);
            // 07:00 UTC is still the day before in California.
            stream.Commit(TestRepository.Noon - (20 * TestRepository.Day) - (5 * 3600), "One more", [("group/" + File, Head + Old + New)], [first]);
        },
        bare: false);

    private string Folder => Path.Combine(_repository.Folder, "group");

    public FactDatesTests() => _repository.Git("reset", "-q", "--hard", "main");

    public void Dispose() => _repository.Dispose();

    private static Task<Handoff> ReadAsync(IPortfolioSource portfolio) => portfolio.ReadAsync(File, TestContext.Current.CancellationToken);

    private static IEnumerable<(string, DateOnly?, LineDate?)> Dates(Handoff handoff) => handoff.Shortfalls.Select(row => (row.Title, row.At.Changed, row.At.DatedBy));

    private static string Ceo(Handoff handoff) => BuiltInReport.Markdown(new CeoReport(), new()
    {
        AsOf = TestRepository.AsOf, Settings = new PortfolioSettings(), Handoffs = [handoff], CollectedAt = DateTimeOffset.UnixEpoch,
    });

    [Fact]
    public async Task A_row_is_as_old_as_its_own_lines_last_commit_in_the_portfolios_zone()
    {
        var handoff = await ReadAsync(new PortfolioFolder(Folder, lines: new LineHistory()));

        Assert.Equal([("No waivers", new DateOnly(2026, 9, 5), LineDate.Commit), ("Slow site", new DateOnly(2026, 11, 3), LineDate.Commit)], Dates(handoff));
    }

    [Fact]
    public async Task A_report_shows_the_date_beside_the_old_row_alone()
    {
        var report = Ceo(await ReadAsync(new PortfolioFolder(Folder, lines: new LineHistory())));

        Assert.Contains("bay.md:11, as of 5 Sep 2026", report, StringComparison.Ordinal);
        Assert.Contains("| bay.md:12 |", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_not_committed_and_a_handoff_outside_git_have_the_files_date_and_say_so()
    {
        var path = Path.Combine(Folder, File);
        await System.IO.File.AppendAllTextAsync(path, "| Old van | critical | $100 |\n", TestContext.Current.CancellationToken);
        System.IO.File.SetLastWriteTimeUtc(path, new DateTime(2026, 10, 1, 12, 0, 0, DateTimeKind.Utc));
        var changed = await ReadAsync(new PortfolioFolder(Folder, lines: new LineHistory()));
        var elsewhere = Path.Combine(_repository.Root, "plain");
        Directory.CreateDirectory(Path.Combine(elsewhere, Path.GetDirectoryName(File)!));
        System.IO.File.Copy(path, Path.Combine(elsewhere, File));
        System.IO.File.SetLastWriteTimeUtc(Path.Combine(elsewhere, File), new DateTime(2026, 10, 1, 12, 0, 0, DateTimeKind.Utc));
        var outside = await ReadAsync(new PortfolioFolder(elsewhere, lines: new LineHistory()));

        Assert.Equal([new(2026, 9, 5), new(2026, 11, 3), new DateOnly(2026, 10, 1)], changed.Shortfalls.Select(row => row.At.Changed!.Value));
        Assert.Equal([LineDate.Commit, LineDate.Commit, LineDate.File], changed.Shortfalls.Select(row => row.At.DatedBy!.Value));
        Assert.Contains("bay.md:13, file of 1 Oct 2026", Ceo(changed), StringComparison.Ordinal);
        Assert.All(Dates(outside), row => Assert.Equal((new DateOnly(2026, 10, 1), LineDate.File), (row.Item2!.Value, row.Item3!.Value)));
    }

    [Fact]
    public async Task A_portfolio_below_another_repository_that_does_not_hold_it_has_the_files_dates()
    {
        var path = Path.Combine(_repository.Folder, "untracked", File);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await System.IO.File.WriteAllTextAsync(path, Head + Old, TestContext.Current.CancellationToken);

        var handoff = await ReadAsync(new PortfolioFolder(Path.Combine(_repository.Folder, "untracked"), lines: new LineHistory()));

        Assert.Equal(LineDate.File, Assert.Single(handoff.Shortfalls).At.DatedBy);
        Assert.DoesNotContain(handoff.Diagnostics, diagnostic => diagnostic.Code == "lines-undated");
    }

    [Fact]
    public async Task A_history_that_cannot_be_read_costs_only_the_dates_and_is_told()
    {
        await System.IO.File.WriteAllTextAsync(Path.Combine(_repository.Folder, ".git", "HEAD"), "nonsense\n", TestContext.Current.CancellationToken);

        var handoff = await ReadAsync(new PortfolioFolder(Folder, lines: new LineHistory()));

        Assert.All(handoff.Shortfalls, row => Assert.Equal(LineDate.File, row.At.DatedBy));
        Assert.Contains("HEAD should name a branch", Assert.Single(handoff.Diagnostics, diagnostic => diagnostic.Code == "lines-undated").Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portfolio_on_a_git_server_is_dated_from_its_mirror()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddSeconds(TestRepository.Noon));
        var origin = new GitPortfolio(new RepositoryMirrors(Path.Combine(_repository.Root, "cache"), GitCredentials.None), GitUrl.Parse(new Uri(_repository.Folder).AbsoluteUri + "#main:group")!, new PortfolioSnapshots(Path.Combine(_repository.Root, "states"), time));
        var lines = new LineHistory();
        var portfolio = new FollowedPortfolio(origin, fetched => new PortfolioFolder(fetched.Folder, lines: lines, committed: fetched.Committed));

        var handoff = await ReadAsync(portfolio);

        Assert.Equal([("No waivers", new DateOnly(2026, 9, 5), LineDate.Commit), ("Slow site", new DateOnly(2026, 11, 3), LineDate.Commit)], Dates(handoff));
    }

    [Fact]
    public void Without_any_other_date_that_in_the_heading_of_the_section_counts()
    {
        var handoff = Sample.Read("# Bay\n\n## Costs (as of 2026-08-01)\n\n- Berth: $900\n\n## Shortfalls\n\n- Van is old, high\n");

        Assert.Equal((new DateOnly(2026, 8, 1), LineDate.Heading), (Assert.Single(handoff.Costs).At.Changed!.Value, handoff.Costs[0].At.DatedBy!.Value));
        Assert.Null(Assert.Single(handoff.Shortfalls).At.Changed);
    }

    [Fact]
    public async Task Explain_says_when_the_lines_of_a_figure_were_last_changed()
    {
        var handoff = await ReadAsync(new PortfolioFolder(Folder, lines: new LineHistory()));
        var figure = new CeoReport().Build(new() { AsOf = TestRepository.AsOf, Settings = new PortfolioSettings(), Handoffs = [handoff], CollectedAt = DateTimeOffset.UnixEpoch }, null)
            .Figures.Single(one => one.Id == "shortfalls.critical");

        Assert.Equal([$"{File}:11, 12 (last changed 5 Sep 2026 to 3 Nov 2026)"], SourcePlaces.Of(figure.Sources, full: true));
    }
}
