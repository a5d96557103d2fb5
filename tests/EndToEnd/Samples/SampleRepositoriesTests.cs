using System.Diagnostics;
using ExecReports.Cli.Samples;
using LibGit2Sharp;

namespace EndToEnd.Samples;

public sealed class SampleRepositoriesTests : IDisposable
{
    private const string TwoCommits = """
        default trunk
        offset -08:00
        person engineer = Engineer <engineer@example.com>
        2026-05-01 10:00 engineer: First
          + docs/a.md
          | one
        2026-05-02 11:30 engineer: Second
          ~ docs/a.md: two
          > Reviewed-by: Operator <operator@example.com>

        """;

    private readonly TemporaryFolder _folder = new();

    private string Histories => _folder.Under("histories");

    private string Repositories => _folder.Under("repositories");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Commits_have_the_hashes_that_git_itself_gives_to_the_same_contents()
    {
        await Build("x", TwoCommits);

        // Made with git hash-object, mktree and commit-tree from the same files, names, times and messages.
        using var repository = new Repository(_folder.Under("repositories", "x"));
        Assert.Equal("9710aeeb0031e54a489c5159212f400d44d98d63", repository.Head.Tip.Parents.Single().Sha);
        Assert.Equal("f4069a0f9376a36dae25e9aa13d329fb1f803585", repository.Head.Tip.Sha);
        Assert.Equal("trunk", repository.Head.FriendlyName);
    }

    [Fact]
    public async Task A_branch_is_merged_with_its_files_and_stays_and_a_tag_marks_the_default_branchs_tip_of_its_time()
    {
        await Build("x", """
            person engineer = Engineer <engineer@example.com>
            2026-05-01 10:00 engineer: First
              + a.md
              | one
              + gone.md
              | old
            2026-05-02 10:00 engineer on topic: Topic
              + topic.md
              | text
              - gone.md
            2026-05-03 10:00 engineer: Meanwhile
              ~ a.md: two
            2026-05-03 12:00 tag v1
            2026-05-04 10:00 engineer merges topic: Merge topic

            """);

        using var repository = new Repository(_folder.Under("repositories", "x"));
        var merge = repository.Head.Tip;
        Assert.Equal(["Meanwhile\n", "Topic\n"], merge.Parents.Select(parent => parent.Message));
        Assert.Equal(["a.md", "topic.md"], merge.Tree.Select(entry => entry.Path));
        Assert.Equal("one\ntwo\n", ((Blob)merge["a.md"].Target).GetContentText());
        Assert.Equal("Meanwhile\n", ((Commit)repository.Tags["v1"].Target).Message);
        Assert.Equal("Topic\n", repository.Branches["topic"].Tip.Message);
    }

    [Fact]
    public async Task A_repository_whose_history_has_not_changed_is_left_alone_and_one_whose_history_has_is_made_anew()
    {
        await Build("x", TwoCommits);
        var marker = _folder.Under("repositories", "x", "marker");
        await File.WriteAllTextAsync(marker, "", TestContext.Current.CancellationToken);

        await Build("x", TwoCommits);
        Assert.True(File.Exists(marker));

        await Build("x", TwoCommits + "2026-05-03 10:00 engineer: Third\n  ~ docs/a.md\n");
        Assert.False(File.Exists(marker));
        using var repository = new Repository(_folder.Under("repositories", "x"));
        Assert.Equal("Third\n", repository.Head.Tip.Message);
        Assert.Equal(["x"], Directory.EnumerateFileSystemEntries(Repositories).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("2026-05-01 10:00 tag v1", "x.history:2: found the tag v1 before any commit")]
    [InlineData("2026-05-01 10:00 engineer merges topic: Merge topic", "x.history:2: found the merge of topic")]
    [InlineData("2026-05-01 10:00 engineer: Remove\n  - a.md", "x.history:2: found the removal of a.md")]
    [InlineData("2026-05-01 10:00 engineer: First\n  + a/b.md\n2026-05-02 10:00 engineer: Remove\n  - a/c/b.md", "x.history:4: found the removal of a/c/b.md")]
    [InlineData("2026-05-01 10:00 engineer: Escape\n  + ../a.md", "x.history:2: found the path ../a.md")]
    [InlineData("2026-05-01 10:00 engineer on a..b: Topic", "x.history:2: found the branch or tag 'a..b'")]
    [InlineData("2026-05-01 10:00 engineer: First\n2026-05-02 10:00 tag the first", "x.history:3: found the branch or tag 'the first'")]
    public async Task What_cannot_be_built_is_named_and_nothing_is_put_in_place(string lines, string message)
    {
        var error = await Assert.ThrowsAsync<HistoryFormatException>(() => Build("x", $"person engineer = Engineer <engineer@example.com>\n{lines}\n"));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Under("repositories", "x")));
    }

    [Fact]
    public async Task Files_and_folders_stand_in_gits_order_and_a_folder_goes_with_its_last_file()
    {
        await Build("x", """
            person engineer = Engineer <engineer@example.com>
            2026-05-01 10:00 engineer: First
              + a/deep/one.md
              + a.md
              + a-b.md
              + gone/only.md
            2026-05-02 10:00 engineer: Second
              - gone/only.md

            """);

        using var repository = new Repository(_folder.Under("repositories", "x"));
        Assert.Equal(["a-b.md", "a.md", "a"], repository.Head.Tip.Tree.Select(entry => entry.Path));
        Assert.Equal(["a-b.md", "a.md", "a", "gone"], repository.Head.Tip.Parents.Single().Tree.Select(entry => entry.Path));
        Assert.NotNull(repository.Head.Tip["a/deep/one.md"]);
        await Fsck("x");
    }

    [Fact]
    public async Task A_file_as_long_as_needs_three_bytes_for_its_size_is_read_back()
    {
        var lines = Enumerable.Range(0, 5000).Select(n => $"line {n}").ToList();
        await Build("x", $"person engineer = Engineer <engineer@example.com>\n2026-05-01 10:00 engineer: First\n  + a.txt\n{string.Concat(lines.Select(line => $"  | {line}\n"))}");

        using var repository = new Repository(_folder.Under("repositories", "x"));
        Assert.Equal(string.Concat(lines.Select(line => $"{line}\n")), ((Blob)repository.Head.Tip["a.txt"].Target).GetContentText());
    }

    [Fact]
    public async Task Without_histories_nothing_is_built()
    {
        await SampleRepositories.BuildAsync(_folder.Under("nowhere"), Repositories, TestContext.Current.CancellationToken);

        Assert.False(Directory.Exists(Repositories));
    }

    [Fact]
    public async Task The_sample_has_a_repository_for_each_company_with_a_history_of_months()
    {
        await SampleRepositories.BuildAsync(Path.Combine(SampleFolder.Path, "histories"), Repositories, TestContext.Current.CancellationToken);

        var asOf = new DateTimeOffset(2026, 11, 24, 23, 59, 59, TimeSpan.FromHours(-8));
        var names = Directory.EnumerateDirectories(Repositories).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(["dc-clients", "eyd-ops", "jada-web", "qdn-booking", "qos-site", "stay-3028"], names);
        Assert.All(Directory.EnumerateDirectories(Repositories), folder =>
        {
            using var repository = new Repository(folder);
            var commits = repository.Commits.ToList();
            Assert.InRange(commits.Count, 60, 300);
            Assert.All(commits, commit => Assert.True(commit.Committer.When <= asOf));
            Assert.True(commits[^1].Committer.When < asOf.AddMonths(-7));
        });
        foreach (var name in names)
            await Fsck(name!);
    }

    /// <summary>Git itself finds nothing wrong and nothing loose in a repository.</summary>
    private async Task Fsck(string name)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", Path.Combine(Repositories, name), "fsck", "--full", "--strict", "--dangling"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await Task.WhenAll(git.StandardOutput.ReadToEndAsync(), git.StandardError.ReadToEndAsync());
        await git.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["", ""], said);
        Assert.Equal(0, git.ExitCode);
    }

    private async Task Build(string name, string history)
    {
        Directory.CreateDirectory(Histories);
        await File.WriteAllTextAsync(Path.Combine(Histories, $"{name}.history"), history, TestContext.Current.CancellationToken);
        await SampleRepositories.BuildAsync(Histories, Repositories, TestContext.Current.CancellationToken);
    }
}
