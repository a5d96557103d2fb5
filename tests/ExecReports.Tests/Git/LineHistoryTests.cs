using System.Text;
using CsCheck;
using ExecReports.Git;
using ExecReports.Git.Lines;

namespace ExecReports.Tests.Git;

/// <summary>When each line was last committed, from real repositories, by both readers.</summary>
public sealed class LineHistoryTests
{
    private const string File = "books/bay.md";
    private static readonly string[] _lines = ["# Bay", "", "| a | b |", "|---|---|", "| 1 | 2 |", "| 3 | 4 |", "text", "}"];

    private static long Ago(int days) => TestRepository.Noon - (days * TestRepository.Day);

    private static CommittedFolder Books(TestRepository repository, string? commit = null) => new(repository.Folder, "books", commit);

    /// <summary>Days before the report's date, line by line, after both readers were found to give the same.</summary>
    private static async Task<string> AgesAsync(TestRepository repository, string now, CommittedFolder? folder = null, string file = "bay.md")
    {
        var (byGit, byLibGit2) = (new LineHistory(RepositoryReader.Git), new LineHistory(RepositoryReader.LibGit2));
        var content = Encoding.UTF8.GetBytes(now);
        var ages = await byGit.ReadAsync(folder ?? Books(repository), file, content, TestContext.Current.CancellationToken);
        Assert.Equal(ages, await byLibGit2.ReadAsync(folder ?? Books(repository), file, content, TestContext.Current.CancellationToken));
        return string.Join(' ', ages.Select(age => age is { } at ? ((TestRepository.Noon - at.ToUnixTimeSeconds()) / TestRepository.Day).ToString() : "-"));
    }

    private static TestRepository ThreeCommits(bool bare = true) => TestRepository.Create(
        stream =>
        {
            var first = stream.Commit(Ago(100), "Begin", [(File, "one\ntwo\nthree\n"), ("other.md", "x\n")]);
            var second = stream.Commit(Ago(60), "Second line", [(File, "one\ntwo changed\nthree\n")], [first]);
            stream.Commit(Ago(5), "Fourth line", [(File, "one\ntwo changed\nthree\nfour")], [second]);
        },
        bare);

    [Fact]
    public async Task Each_line_is_as_old_as_the_last_commit_that_touched_it()
    {
        using var repository = ThreeCommits();

        Assert.Equal("100 60 100 5", await AgesAsync(repository, "one\ntwo changed\nthree\nfour"));
        Assert.Equal("100 60 100", await AgesAsync(repository, "one\ntwo changed\nthree\n", Books(repository, repository.Git("rev-parse", "main~1").Trim())));
    }

    [Fact]
    public async Task A_line_that_is_not_committed_yet_has_no_date_and_the_others_keep_theirs()
    {
        using var repository = ThreeCommits();

        Assert.Equal("- 100 60 - 100 5 -", await AgesAsync(repository, "zero\none\ntwo changed\ntwo and a half\nthree\nfour\nfive"));
        Assert.Equal("100 -", await AgesAsync(repository, "one\nfour, reworded\n"));
        Assert.Equal("100 60 100 5", await AgesAsync(repository, "one\r\ntwo changed\r\nthree\r\nfour\r\n"));
    }

    [Theory]
    [InlineData("new.md", "one\n")]
    [InlineData("", "one\n")]
    [InlineData("bay.md", "one\rtwo\rthree")]
    [InlineData("bay.md", "\ufeff\0")]
    public async Task A_file_that_the_commit_does_not_hold_or_whose_lines_cannot_be_told_has_no_dates(string file, string now)
    {
        using var repository = ThreeCommits();
        var content = now[0] == '\ufeff' ? Encoding.Unicode.GetPreamble() : Encoding.UTF8.GetBytes(now);

        foreach (var reader in (RepositoryReader[])[RepositoryReader.Git, RepositoryReader.LibGit2])
        {
            Assert.Empty(await new LineHistory(reader).ReadAsync(Books(repository), file, content, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task An_empty_repository_and_a_line_from_before_the_cut_of_a_shallow_clone_have_no_dates()
    {
        using var repository = ThreeCommits();
        using var empty = TestRepository.Create();
        var clone = Path.Combine(repository.Root, "clone");
        repository.GitIn(repository.Root, "clone", "-q", "--depth=2", new Uri(repository.Folder).AbsoluteUri, clone);

        Assert.Equal("", await AgesAsync(empty, "one\n"));
        Assert.Equal("- - - 5", await AgesAsync(repository, "one\ntwo changed\nthree\nfour", new CommittedFolder(clone, "books")));
    }

    [Fact]
    public async Task A_renamed_file_keeps_the_age_of_its_lines()
    {
        var text = string.Concat(Enumerable.Range(1, 20).Select(n => $"line {n}\n"));
        using var repository = TestRepository.Create(stream =>
        {
            var first = stream.Commit(Ago(80), "Begin", [("old.md", text)]);
            stream.Commit(Ago(10), "Move", [("old.md", null), (File, text + "line 21\n")], [first]);
        });

        Assert.Equal(string.Join(' ', Enumerable.Repeat("80", 20)) + " 10", await AgesAsync(repository, text + "line 21\n"));
    }

    [Fact]
    public async Task What_was_found_is_kept_until_the_file_or_the_commit_changes()
    {
        using var repository = ThreeCommits();
        var history = new LineHistory(RepositoryReader.Git);
        Task<IReadOnlyList<DateTimeOffset?>> Read(string now) => history.ReadAsync(Books(repository), "bay.md", Encoding.UTF8.GetBytes(now), TestContext.Current.CancellationToken);

        await Task.WhenAll(Read("one\n"), Read("one\n"), Read("one\n"));
        Assert.Equal(1, history.Asked);

        await Read("two\n");
        Assert.Equal(2, history.Asked);

        repository.Git("update-ref", "refs/heads/main", repository.Git("rev-parse", "main~1").Trim());
        await Read("two\n");
        await Read("two\n");
        Assert.Equal(3, history.Asked);
    }

    [Fact]
    public async Task Nothing_that_a_repositorys_settings_name_is_run_and_no_revision_is_passed_over()
    {
        using var repository = ThreeCommits(bare: false);
        var marker = Path.Combine(repository.Root, "marker");
        var trap = Path.Combine(repository.Root, "trap");
        await System.IO.File.WriteAllTextAsync(trap, $"#!/bin/sh\ntouch '{marker}'\ncat \"$1\"\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(trap, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await System.IO.File.WriteAllTextAsync(Path.Combine(repository.Folder, ".git", "info", "attributes"), "* diff=trap filter=trap\n", TestContext.Current.CancellationToken);
        await System.IO.File.WriteAllTextAsync(Path.Combine(repository.Folder, ".git", "ignored"), repository.Git("rev-parse", "main~1"), TestContext.Current.CancellationToken);
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)
            [("diff.trap.textconv", trap), ("diff.trap.command", trap), ("filter.trap.smudge", trap), ("filter.trap.clean", trap), ("core.pager", trap), ("pager.blame", trap), ("alias.blame", "!" + trap),
            ("core.fsmonitor", trap), ("blame.ignoreRevsFile", Path.Combine(repository.Folder, ".git", "ignored")), ("blame.showEmail", "true"), ("blame.blankBoundary", "true"), ("core.abbrev", "4")])
        {
            repository.Git("config", name, value);
        }

        Assert.Equal("100 60 100 5", await AgesAsync(repository, "one\ntwo changed\nthree\nfour"));
        Assert.False(System.IO.File.Exists(marker), "a program of the repository was run");
    }

    [Fact]
    public async Task Both_readers_agree_over_random_histories_with_merges() =>
        await Gen.Select(Gen.Int[0, 7].Array[1, 12].Array[2, 12], Gen.Int[0, 100].Array[12], Gen.Int[0, 7].Array[1, 12]).SampleAsync(
            async (versions, shapes, now) =>
            {
                using var repository = TestRepository.Create(stream =>
                {
                    var marks = new List<int>();
                    foreach (var (version, i) in versions.Select((version, i) => (version, i)))
                    {
                        int[] parents = marks.Count == 0 ? [] : shapes[i] > 80 && marks.Count > 1 ? [marks[^1], marks[^2]] : [marks[^1]];
                        marks.Add(stream.Commit(Ago(200 - (i * 10)), "Change", [(File, Text(version))], parents));
                    }
                });

                await AgesAsync(repository, Text(now));
                var ages = (await AgesAsync(repository, Text(versions[^1]))).Split(' ');
                Assert.Equal(versions[^1].Length, ages.Length);
                Assert.DoesNotContain("-", ages);
            },
            iter: 15,
            threads: 1);

    // Lines that tell themselves apart: which of two equal lines is the old one is a matter of taste, in which the two readers may differ.
    private static string Text(int[] version) => string.Concat(version.Select((line, i) => $"{_lines[line]} {version.Take(i).Count(one => one == line)}\n"));
}
