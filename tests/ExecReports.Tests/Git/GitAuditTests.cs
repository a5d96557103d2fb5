using ExecReports.Git;

namespace ExecReports.Tests.Git;

public sealed class GitAuditTests
{
    private const long Noon = TestRepository.Noon;
    private const long Day = TestRepository.Day;

    [Fact]
    public async Task The_window_takes_in_its_first_and_last_second_and_nothing_beside_them()
    {
        const long lastSecond = Noon + (Day / 2) - 1;
        const long firstSecond = Noon - (Day / 2) - (90 * Day);
        using var repository = TestRepository.Create(stream =>
        {
            var before = stream.Commit(firstSecond - 1, "Before", [("before.txt", "")]);
            var first = stream.Commit(firstSecond, "First", [("first.txt", "")], [before]);
            var last = stream.Commit(lastSecond, "Last", [("last.txt", "")], [first]);
            stream.Commit(lastSecond + 1, "After", [("after.txt", "")], [last]);
        });
        var audit = await repository.AuditAsync();
        Assert.Equal(["first.txt", "last.txt"], audit.HotFiles.Select(file => file.Path));
        Assert.Equal((new DateOnly(2026, 8, 26), new DateOnly(2026, 11, 24)), (audit.Since, audit.Until));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 23, 59, 59, TimeSpan.Zero), audit.LastCommitAt);
    }

    [Fact]
    public async Task A_day_begins_at_midnight_of_the_portfolios_zone_also_when_summer_time_ends_within_the_window()
    {
        // 26 August 2026, 00:00 in New York (summer time, UTC-4) is 04:00 UTC.
        var firstSecond = new DateTimeOffset(2026, 8, 26, 4, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        // 24 November 2026 ends at 05:00 UTC of the 25th (UTC-5).
        var lastSecond = new DateTimeOffset(2026, 11, 25, 4, 59, 59, TimeSpan.Zero).ToUnixTimeSeconds();
        using var repository = TestRepository.Create(stream =>
        {
            var before = stream.Commit(firstSecond - 1, "Before", [("before.txt", "")]);
            var first = stream.Commit(firstSecond, "First", [("first.txt", "")], [before]);
            stream.Commit(lastSecond, "Last", [("last.txt", "")], [first]);
        });
        using var auditor = new RepositoryAuditor();
        var request = TestRepository.Request(repository.Folder) with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") };
        var audit = await auditor.AuditAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(2, audit.Commits);
        Assert.Equal(new DateOnly(2026, 11, 24), audit.Areas.Single().LastChange);
    }

    [Fact]
    public async Task Authors_go_by_mailmap_bots_are_counted_apart_merges_too_and_no_address_is_shown()
    {
        using var repository = TestRepository.Create(stream =>
        {
            var a = stream.Commit(Noon - (9 * Day), "One", [(".mailmap", "Ann Ashe <ann@example.com> <a@example.com>\n")]);
            var b = stream.Commit(Noon - (8 * Day), "Two", [("b", "")], [a], "annie <A@EXAMPLE.COM>");
            var c = stream.Commit(Noon - (7 * Day), "Three", [("c", "")], [b], "bo.birk@example.com <bo@example.com>");
            var d = stream.Commit(Noon - (6 * Day), "Bump", [("d", "")], [c], "sweeper[bot] <s@example.com>");
            var e = stream.Commit(Noon - (5 * Day), "Bump", [("e", "")], [d], "Sweeper <12+sweeper[bot]@example.com>");
            var side = stream.Commit(Noon - (5 * Day), "Side", [("f", "")], [a], branch: "refs/heads/side");
            stream.Commit(Noon - (4 * Day), "Merge", [("g", "made by the merge")], [e, side]);
        });
        var audit = await repository.AuditAsync();
        Assert.Equal([new AuthorActivity("Ann Ashe", 3), new AuthorActivity("bo.birk", 1)], audit.Authors);
        Assert.Equal((4, 1, 2, 1), (audit.Commits, audit.Merges, audit.BotCommits, audit.BusFactor));
        Assert.Equal(6, audit.FilesTouched);
        Assert.DoesNotContain("@", TestRepository.Json(audit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weeks_begin_on_monday_and_areas_are_top_level_folders_with_their_last_change()
    {
        // 24 November 2026 is a Tuesday.
        using var repository = TestRepository.Create(stream =>
        {
            var a = stream.Commit(Noon - (2 * Day), "Sunday", [("web/a", "1"), ("web/b", "1"), ("readme", "1")]);
            var b = stream.Commit(Noon - Day, "Monday", [("api/a", "1")], [a]);
            stream.Commit(Noon, "Tuesday", [("web/a", "2")], [b]);
        });
        var audit = await repository.AuditAsync();
        Assert.Equal(14, audit.Weeks.Count);
        Assert.Equal(new WeekActivity(new DateOnly(2026, 8, 24), 0), audit.Weeks[0]);
        Assert.Equal([new WeekActivity(new DateOnly(2026, 11, 16), 1), new WeekActivity(new DateOnly(2026, 11, 23), 2)], audit.Weeks.TakeLast(2));
        Assert.Equal(
            [new AreaActivity("web", new DateOnly(2026, 11, 24), 2), new AreaActivity("api", new DateOnly(2026, 11, 23), 1), new AreaActivity(".", new DateOnly(2026, 11, 22), 1)], audit.Areas);
    }

    [Fact]
    public async Task Releases_lead_time_and_fixes_after_a_release_come_from_tags()
    {
        using var repository = TestRepository.Create(stream =>
        {
            var a = stream.Commit(Noon - (20 * Day), "One", [("a", "")]);
            var b = stream.Commit(Noon - (16 * Day), "Two", [("b", "")], [a]);
            stream.Tag("v1", b, Noon - (15 * Day));
            var c = stream.Commit(Noon - (13 * Day), "fix: three", [("c", "")], [b]);
            stream.Point("refs/tags/v1.1", c);
            var d = stream.Commit(Noon - (9 * Day), "Fixed later than three days", [("d", "")], [c]);
            stream.Tag("v2", d, Noon - Day);
            stream.Commit(Noon, "Not released (#7)", [("e", "")], [d]);
            stream.Tag("v-future", d, Noon + (5 * Day));
        });
        var audit = await repository.AuditAsync();
        Assert.Equal([("v2", new DateOnly(2026, 11, 23)), ("v1.1", new DateOnly(2026, 11, 11)), ("v1", new DateOnly(2026, 11, 9))], audit.Releases.Select(release => (release.Tag, release.On)));
        // One 5 days, two 1, three 0, the fourth 8: the median of 0, 1, 5, 8 is 3.
        Assert.Equal(3.0m, audit.LeadTimeDays);
        // Two days after v1; v1.1 had its next fix four days later, v2 none.
        Assert.Equal(1, audit.ReleasesFixedSoon);
        Assert.Equal(2, audit.FixCommits);
        Assert.Equal(0.2m, audit.ReviewedShare);
    }

    [Fact]
    public async Task Stale_branches_are_old_ones_beside_the_default_and_say_whether_they_are_merged()
    {
        using var repository = TestRepository.Create(stream =>
        {
            var a = stream.Commit(Noon - (300 * Day), "One", [("a", "")]);
            stream.Point("refs/heads/merged", a);
            var b = stream.Commit(Noon - (200 * Day), "Two", [("b", "")], [a], branch: "refs/heads/lost");
            stream.Commit(Noon - (10 * Day), "Young", [("c", "")], [b], branch: "refs/heads/young");
            stream.Commit(Noon - (95 * Day), "Main, old itself", [("d", "")], [a]);
        });
        var audit = await repository.AuditAsync();
        Assert.Equal([new StaleBranch("merged", new DateOnly(2026, 1, 28), true), new StaleBranch("lost", new DateOnly(2026, 5, 8), false)], audit.StaleBranches);
        Assert.Equal((0, null), (audit.Commits, audit.BusFactor));
        Assert.Equal(new DateTimeOffset(2026, 8, 21, 12, 0, 0, TimeSpan.Zero), audit.LastCommitAt);
    }

    [Fact]
    public async Task The_tips_files_tell_of_tests_ci_locks_runtimes_debt_and_suspected_secrets()
    {
        using var repository = TestRepository.Create(stream =>
        {
            var a = stream.Commit(Noon - (100 * Day), "Old", [("src/a.cs", "// TODO one\n// TODO two\n"), ("src/b.cs", "// HACK\n")]);
            stream.Commit(
                Noon,
                "New",
                [
                    ("src/a.cs", "// TODO one\nvar a = 1; // FIXME: TODO\nvar TODOS = 2;\n"), ("src/b.cs", null), ("src/c.cs", "one\nkey = \"AKIAABCDEFGHIJKLMNOP\"\n"),
                    (".github/workflows/build.yml", ""), ("web/package-lock.json", "{}"), ("web/node_modules/x/yarn.lock", ""), ("api/tests/a.cs", ""),
                    (".nvmrc", "v18.2\n"), ("global.json", "{\"sdk\":{\"version\":\"8.0.100\"}}"), ("Dockerfile", "FROM mcr.example.com/dotnet/sdk:8.0 AS build\nFROM build\nFROM --platform=x python:3.9-slim\n"),
                    ("web/package.json", "{ broken"), ("big.txt", new string('T', 300_000) + " TODO\n"), ("binary", "\0 TODO"),
                ],
                [a]);
        });
        var audit = await repository.AuditAsync();
        Assert.True(audit.HasTests);
        Assert.Equal([".github/workflows/build.yml"], audit.CiFiles);
        Assert.Equal(["web/package-lock.json"], audit.LockFiles);
        Assert.Equal((2, 3), (audit.DebtMarks, audit.DebtMarksBefore));
        Assert.Equal([new SuspectedSecret("src/c.cs", 2, "AWS access key")], audit.Secrets);
        Assert.Equal(
            [new PinnedRuntime("node", "18.2", ".nvmrc"), new PinnedRuntime("dotnet", "8.0", "Dockerfile"), new PinnedRuntime("python", "3.9-slim", "Dockerfile"), new PinnedRuntime("dotnet", "8.0.100", "global.json")],
            audit.Runtimes);
        Assert.Equal(12, audit.Files);
    }

    [Fact]
    public async Task Above_the_limit_of_files_debt_is_unknown_but_secrets_in_what_the_window_touched_are_found()
    {
        using var repository = TestRepository.Create(stream =>
        {
            var a = stream.Commit(Noon - (100 * Day), "Old", [.. Enumerable.Range(0, 600).Select(i => ($"f{i}", (string?)$"TODO ghp_{new string('a', 36)}\n")), ("Dockerfile", "FROM node:18\n")]);
            stream.Commit(Noon, "New", [("f7", $"\n\nhttps://user:pass{'w'}ord@example.com/\n")], [a]);
        });
        var audit = await repository.AuditAsync();
        Assert.Null(audit.DebtMarks);
        Assert.Null(audit.DebtMarksBefore);
        Assert.Equal([new SuspectedSecret("f7", 3, "password in an address")], audit.Secrets);
        Assert.Equal([new PinnedRuntime("node", "18", "Dockerfile")], audit.Runtimes);
    }

    [Theory]
    [InlineData(new int[0], null)]
    [InlineData(new[] { 4 }, 1)]
    [InlineData(new[] { 5, 3, 2 }, 1)]
    [InlineData(new[] { 4, 3, 2 }, 2)]
    [InlineData(new[] { 1, 1, 1, 1, 1 }, 3)]
    public void The_bus_factor_is_the_fewest_authors_of_at_least_half_of_the_commits(int[] commits, int? expected) =>
        Assert.Equal(expected, GitAuditor.BusFactorOf([.. commits.Select((count, i) => new AuthorActivity($"Person {i}", count))], commits.Sum()));
}
