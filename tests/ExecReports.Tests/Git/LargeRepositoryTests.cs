namespace ExecReports.Tests.Git;

public sealed class LargeRepositoryTests
{
    [Fact]
    public async Task An_audit_of_6000_commits_agrees_with_gits_own_counts_of_commits_authors_merges_and_files()
    {
        using var repository = TestRepository.Create(Write);
        var audit = await repository.AuditAsync();
        string[] window = ["--since=2026-08-26T00:00:00Z", "--until=2026-11-24T23:59:59Z", "main"];

        Assert.True(int.Parse(repository.Git("rev-list", "--count", "main")) >= 6000);
        Assert.True(audit.Commits >= 5000);
        Assert.Equal(int.Parse(repository.Git(["rev-list", "--count", "--no-merges", .. window])), audit.Commits);
        Assert.Equal(repository.Git(["log", "--merges", "--format=%H", .. window]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, audit.Merges);
        var authors = repository.Git(["shortlog", "-sn", "--no-merges", .. window]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Split('\t'))
            .Select(line => (line[1], int.Parse(line[0]))).Order();
        Assert.Equal(authors, audit.Authors.Select(author => (author.Name, author.Commits)).Order());
        var touched = repository.Git(["log", "--no-merges", "--no-renames", "--name-only", "--format=", .. window]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(touched.Distinct().Count(), audit.FilesTouched);
        Assert.Equal(touched.CountBy(path => path).OrderByDescending(file => file.Value).ThenBy(file => file.Key, StringComparer.Ordinal).Take(20).Select(file => (file.Key, file.Value)), audit.HotFiles.Select(file => (file.Path, file.Commits)));
    }

    [Fact]
    public async Task Above_the_limits_secrets_are_looked_for_in_what_was_touched_last()
    {
        const int Files = 1_500;
        using var repository = TestRepository.Create(stream =>
        {
            var last = 0;
            for (var i = 0; i < Files; i++)
            {
                // Three at the same second, and every fifth on a side of its own: the order of the log decides which are the newest.
                var at = TestRepository.Noon - (80 * TestRepository.Day) + (i / 3 * 60);
                var file = ($"f{i * 7 % Files:0000}.txt", $"{i} AKIAABCDEFGHIJKLMNOP\n");
                var from = last;
                last = stream.Commit(at, $"Change {i}", [file], last == 0 ? null : [last]);
                if (i % 5 == 0 && from != 0)
                {
                    var beside = ($"side{i:0000}.txt", $"{i} AKIAABCDEFGHIJKLMNOP\n");
                    last = stream.Commit(at, "Merge", [beside], [last, stream.Commit(at, $"Side {i}", [beside], [from], branch: "refs/heads/side")]);
                }
            }
        });

        var found = (await repository.AuditAsync()).Secrets.Select(secret => secret.Path).ToHashSet();
        var newest = repository.Git("log", "--no-merges", "--format=", "--name-only", "main").Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(500);
        Assert.Equal(newest.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static void Write(HistoryStream stream)
    {
        var last = stream.Commit(TestRepository.Noon - (400 * TestRepository.Day), "Begin", [(".mailmap", "Person Zero <p0@example.com> <other0@example.com>\n")]);
        for (var i = 0; i < 6200; i++)
        {
            var at = i < 700 ? TestRepository.Noon - (200 * TestRepository.Day) + (i * 60) : TestRepository.Noon - (80 * TestRepository.Day) + ((i - 700) * 1200);
            var author = i % 31 == 0 ? "P. Zero <other0@example.com>" : $"Person {i % 7} <p{i % 7}@example.com>";
            if (i % 20 == 0)
            {
                var side = stream.Commit(at, "Side", [($"side{i % 13}/s{i % 400}.txt", $"{i}\n")], [last], author, "refs/heads/side");
                last = stream.Commit(at + 1, "Merge side", [], [last, side], author);
            }
            else
            {
                last = stream.Commit(at, $"Change {i}", [($"area{i % 17}/f{i % 611}.txt", $"{i}\n"), ($"area{i % 5}/g{i % 50}.txt", $"{i}\n")], [last], author);
            }
        }
    }
}
