using CsCheck;
using ExecReports.Git;

namespace ExecReports.Tests.Git;

public sealed class ReadersAgreeTests
{
    private static readonly string[] _paths = ["a.txt", "src/b.cs", "src/c/d.cs", "docs/Überblick.md", "docs/日本.md", "tests/e_test.go", "with space/f.txt", ":odd.txt", ".mailmap", "package.json", "a"];
    private static readonly string[] _texts =
        ["one\n", "// TODO: two\n", "// FIXME and TODO\n// HACK\n", "{\"engines\":{\"node\":\">=18\"}}", "Ann Ashe <ann@example.com> <a@example.com>\nBo <bo@example.com>\n", "key AKIAABCDEFGHIJKLMNOP\n", "\0binary TODO"];
    private static readonly string[] _authors =
        ["Ann Ashe <ann@example.com>", "ann <a@example.com>", "Bo Birk <bo@example.com>", "bo@example.com <BO@example.com>", "sweeper[bot] <sweeper@example.com>", "Zoë <zoe@example.com>"];
    private static readonly string[] _subjects = ["Add a thing", "fix: a thing", "Revert \"Add a thing\"", "Prefix the suffix (#12)", "A thing\n\nReviewed-by: Bo", "Überarbeitet\nin two lines\n\nBody"];

    private static readonly Gen<Step> _step = Gen.Select(
        Gen.Int[-2, 130], Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 1000], Gen.Int[0, 9], Gen.Int[0, 99], Gen.Int[0, 99].Array[0, 3],
        (daysAgo, author, subject, parent, kind, tag, files) => new Step(daysAgo, author, subject, parent, kind, tag, files));

    [Fact]
    public async Task Both_readers_give_the_same_audit_and_gits_own_counts_over_random_histories_with_skewed_dates() =>
        await _step.Array[1, 40].SampleAsync(
            async steps =>
            {
                using var repository = TestRepository.Create(stream => Write(stream, steps));
                var audit = await repository.AuditAsync();
                string[] window = ["--since=2026-08-26T00:00:00Z", "--until=2026-11-24T23:59:59Z", "main"];
                Assert.Equal(int.Parse(repository.Git(["rev-list", "--count", "--no-merges", .. window])), audit.Commits + audit.BotCommits);
                Assert.Equal(int.Parse(repository.Git(["rev-list", "--count", "--merges", .. window])), audit.Merges);
                var touched = repository.Git(["log", "-z", "--format=", "--name-only", "--no-renames", "--no-merges", .. window]).Split('\0', StringSplitOptions.RemoveEmptyEntries);
                Assert.Equal(touched.Distinct().Count(), audit.FilesTouched);
            },
            iter: 25,
            threads: 1);

    private static void Write(HistoryStream stream, Step[] steps)
    {
        var marks = new List<int>();
        var tagged = new HashSet<int>();
        foreach (var step in steps)
        {
            // Mostly forward in time, but with steps back, so that old commits stand before new ones; sometimes a merge of two or three, sometimes a root of its own.
            int[] parents = marks.Count == 0 || step.Kind == 9 ? []
                : step.Kind == 8 && marks.Count > 2 ? [marks[^1], marks[step.Parent % marks.Count], marks[step.Parent / 3 % marks.Count]]
                : step.Kind == 7 ? [marks[^1], marks[step.Parent % marks.Count]]
                : [marks[Math.Max(0, marks.Count - 1 - (step.Parent % 2))]];
            parents = [.. parents.Distinct()];
            var at = TestRepository.Noon - (step.DaysAgo * TestRepository.Day) + (step.Tag * 60);
            var files = step.Files.Select(file => (_paths[file % _paths.Length], file > 90 ? null : _texts[file / 3 % _texts.Length])).DistinctBy(file => file.Item1)
                .Where((file, i) => !(file.Item1.StartsWith('a') && i > 0)).ToArray();
            var branch = step.Tag > 85 ? $"refs/heads/side{step.Tag % 5}" : "refs/heads/main";
            marks.Add(stream.Commit(at, _subjects[step.Subject], parents.Length == 0 ? [.. files.Where(file => file.Item2 is not null)] : files, parents, _authors[step.Author], branch));
            if (step.Tag < 10)
            {
                stream.Point($"refs/tags/v{step.Tag}", marks[^1]);
            }
            else if (step.Tag < 15 && tagged.Add(step.Tag))
            {
                stream.Tag($"v{step.Tag}", marks[^1], at + 1000);
            }
        }

        stream.Point("refs/heads/main", marks[^1]);
    }

    private sealed record Step(int DaysAgo, int Author, int Subject, int Parent, int Kind, int Tag, int[] Files);
}
