using ExecReports.Git;

namespace ExecReports.Tests.Git;

/// <summary>Files that a year has not changed, beside those that change often; both readers.</summary>
public sealed class UnchangedFilesTests
{
    private const long Noon = TestRepository.Noon;
    private const long Day = TestRepository.Day;

    // The day a year before 24 November 2026 begins 365 days and 12 hours before that day's noon.
    private const long YearAgo = Noon - (365 * Day) - (Day / 2);

    [Fact]
    public async Task Beside_a_hot_file_those_are_named_whose_content_is_that_of_a_year_ago()
    {
        using var repository = TestRepository.Create(stream =>
        {
            var last = stream.Commit(
                YearAgo - 1,
                "Old",
                [("src/hot.cs", "0\n"), ("src/still.cs", "s\n"), ("src/moved.cs", "m\n"), ("src/back.cs", "b\n"), ("src/.settings", ""), ("src/yarn.lock", ""), ("src/deep/other.cs", "o\n"), ("docs/still.md", "d\n"), ("still.txt", "t\n")]);
            last = stream.Commit(YearAgo, "A year", [("src/moved.cs", "n\n"), ("src/back.cs", "c\n"), ("src/young.cs", "y\n")], [last]);
            last = stream.Commit(Noon - (200 * Day), "Back", [("src/back.cs", "b\n")], [last]);
            for (var i = 1; i <= 3; i++)
                last = stream.Commit(Noon - (i * Day), "Work", [("src/hot.cs", $"{i}\n")], [last]);
        });

        var audit = await repository.AuditAsync();

        var folder = Assert.Single(audit.UnchangedBesideHot!);
        Assert.Equal(("src", 5), (folder.Folder, folder.Files));
        Assert.Equal([new FileActivity("src/hot.cs", 3)], folder.Hot);
        Assert.Equal(["back.cs", "still.cs"], folder.Unchanged);
    }

    [Fact]
    public async Task Two_commits_make_no_file_hot_and_three_do_in_the_root_too()
    {
        Assert.Empty((await AuditAsync(2)).UnchangedBesideHot!);
        Assert.Equal([(".", "still.txt")], (await AuditAsync(3)).UnchangedBesideHot!.Select(folder => (folder.Folder, folder.Unchanged.Single())));

        static async Task<GitAudit> AuditAsync(int commits)
        {
            using var repository = TestRepository.Create(stream =>
            {
                var last = stream.Commit(YearAgo - Day, "Old", [("hot.txt", "0\n"), ("still.txt", "")]);
                for (var i = 1; i <= commits; i++)
                    last = stream.Commit(Noon - (i * Day), "Work", [("hot.txt", $"{i}\n")], [last]);
            });
            return await repository.AuditAsync();
        }
    }

    [Fact]
    public async Task A_history_younger_than_a_year_has_none_and_that_is_known()
    {
        using var repository = TestRepository.Create(stream => Hot(stream, stream.Commit(YearAgo, "First", [("hot.txt", "0\n"), ("still.txt", "")])));

        Assert.Empty((await repository.AuditAsync()).UnchangedBesideHot!);
    }

    [Fact]
    public async Task A_shallow_clone_does_not_know()
    {
        using var repository = TestRepository.Create(stream => Hot(stream, stream.Commit(Noon - (100 * Day), "Later", [], [stream.Commit(YearAgo - 1, "Old", [("hot.txt", "0\n"), ("still.txt", "")])])));
        repository.GitIn(repository.Root, "clone", "-q", "--depth", "4", new Uri(repository.Folder).AbsoluteUri, "shallow");

        Assert.Null((await repository.AuditAsync(Path.Combine(repository.Root, "shallow"))).UnchangedBesideHot);
        Assert.Single((await repository.AuditAsync()).UnchangedBesideHot!);
    }

    [Theory]
    [InlineData(999, 20_000, true)]
    [InlineData(1_000, 20_000, false)]
    [InlineData(100, 1, true)]
    [InlineData(101, 1, false)]
    public async Task It_is_looked_for_behind_so_many_commits_and_no_more_and_not_at_a_pace_that_leads_nowhere(int between, long seconds, bool known)
    {
        using var repository = TestRepository.Create(stream =>
        {
            var last = stream.Commit(YearAgo - 1, "Old", [("hot.txt", "0\n"), ("still.txt", "")]);
            for (var i = 0; i < between; i++)
                last = stream.Commit(Noon - (340 * Day) + (i * seconds), "Between", [("other/file.txt", $"{i}\n")], [last]);
            Hot(stream, last);
        });

        var audit = await repository.AuditAsync();

        Assert.Equal(known, audit.UnchangedBesideHot is [{ Unchanged: ["still.txt"] }]);
        Assert.Equal(!known, audit.UnchangedBesideHot is null);
    }

    [Theory]
    [InlineData("main~4")]
    [InlineData("main~5^{tree}")]
    public async Task What_is_missing_behind_the_window_makes_it_unknown_and_fails_nothing(string missing)
    {
        using var repository = TestRepository.Create(stream => Hot(
            stream, stream.Commit(Noon - (300 * Day), "Behind", [("c", "")], [stream.Commit(Noon - (350 * Day), "Far behind", [("b", "")], [stream.Commit(YearAgo - 1, "Old", [("hot.txt", "0\n"), ("still.txt", "")])])])));
        TestObjects.Explode(repository);
        TestObjects.Remove(repository, missing);

        var audit = await repository.AuditAsync();

        Assert.Equal(3, audit.Commits);
        Assert.Null(audit.UnchangedBesideHot);
    }

    private static void Hot(HistoryStream stream, int last)
    {
        for (var i = 1; i <= 3; i++)
            last = stream.Commit(Noon - (i * Day), "Work", [("hot.txt", $"{i}\n")], [last]);
    }
}
