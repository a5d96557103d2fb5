using ExecReports.Git;

namespace ExecReports.Tests.Git;

public sealed class OddRepositoryTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_empty_repository_is_empty_and_no_error(bool bare)
    {
        using var repository = TestRepository.Create(bare);
        var audit = await repository.AuditAsync();
        Assert.True(audit.Empty);
        Assert.Null(audit.DefaultBranch);
        Assert.Null(audit.Head);
        Assert.Null(audit.BusFactor);
        Assert.Null(audit.ReviewedShare);
    }

    [Fact]
    public async Task A_work_tree_and_a_bare_clone_of_it_give_the_same_counts()
    {
        using var repository = TestRepository.Create(stream => stream.Line(10), bare: false);
        repository.GitIn(repository.Root, "clone", "-q", "--bare", repository.Folder, "bare");
        var work = await repository.AuditAsync();
        var bare = await repository.AuditAsync(Path.Combine(repository.Root, "bare"));
        Assert.Equal(10, work.Commits);
        Assert.Equal(TestRepository.Json(work), TestRepository.Json(bare));
    }

    [Fact]
    public async Task A_shallow_clone_says_that_its_history_is_cut_and_does_not_count_every_file_as_touched()
    {
        using var repository = TestRepository.Create(stream => stream.Line(10));
        repository.GitIn(repository.Root, "clone", "-q", "--depth", "3", new Uri(repository.Folder).AbsoluteUri, "shallow");
        var audit = await repository.AuditAsync(Path.Combine(repository.Root, "shallow"));
        Assert.True(audit.Truncated);
        Assert.Equal(3, audit.Commits);
        Assert.Equal(2, audit.FilesTouched);
        Assert.Null(audit.DebtMarksBefore);
        Assert.False((await repository.AuditAsync()).Truncated);
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_refused_with_its_path()
    {
        using var repository = TestRepository.Create();
        var missing = Path.Combine(repository.Root, "missing");
        var (byGit, byLibGit2) = await repository.RefusalsAsync(missing);
        Assert.Contains($"{missing}: there is no such folder", byGit, StringComparison.Ordinal);
        Assert.Equal(byGit, byLibGit2);
    }

    [Fact]
    public async Task A_plain_folder_inside_a_repository_is_refused_and_not_taken_for_the_repository_around_it()
    {
        using var repository = TestRepository.Create(stream => stream.Line(1), bare: false);
        var inner = Directory.CreateDirectory(Path.Combine(repository.Folder, "inner")).FullName;
        var (byGit, byLibGit2) = await repository.RefusalsAsync(inner);
        Assert.Contains($"{inner} is no git repository", byGit, StringComparison.Ordinal);
        Assert.Equal(byGit, byLibGit2);
    }

    [Theory]
    [InlineData("main")]
    [InlineData("main~2")]
    [InlineData("main^{tree}")]
    [InlineData("main~1^{tree}")]
    [InlineData("main:file4.txt")]
    public async Task A_repository_with_a_missing_object_is_refused_and_named(string missing)
    {
        using var repository = TestRepository.Create(stream => stream.Line(5));
        TestObjects.Explode(repository);
        TestObjects.Remove(repository, missing);
        var (byGit, byLibGit2) = await repository.RefusalsAsync();
        Assert.StartsWith(repository.Folder, byGit, StringComparison.Ordinal);
        Assert.Contains("git fsck", byGit, StringComparison.Ordinal);
        Assert.StartsWith(repository.Folder, byLibGit2, StringComparison.Ordinal);
        Assert.Contains("git fsck", byLibGit2, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_before_the_window_does_not_matter()
    {
        using var repository = TestRepository.Create(stream => stream.Line(200));
        TestObjects.Explode(repository);
        TestObjects.Remove(repository, "main~150");
        Assert.Equal(91, (await repository.AuditAsync()).Commits);
    }

    [Fact]
    public async Task A_branch_file_with_nonsense_is_refused_by_name()
    {
        using var repository = TestRepository.Create(stream => stream.Line(1));
        File.WriteAllText(Path.Combine(repository.Folder, "refs", "heads", "broken"), "nonsense\n");
        Assert.Contains("refs/heads/broken should hold a commit's hash", (await Assert.ThrowsAsync<GitAuditException>(() => repository.ByGitAsync())).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<GitAuditException>(() => repository.ByLibGit2Async());
    }

    [Fact]
    public async Task With_a_detached_head_main_is_the_default_branch_and_without_a_main_the_commit_itself()
    {
        using var repository = TestRepository.Create(stream => stream.Line(5), bare: false);
        repository.Git("checkout", "-q", "--detach", "main~2");
        Assert.Equal(("main", 5), await NameAndCommitsAsync(repository));
        repository.Git("branch", "-m", "main", "topic");
        Assert.Equal(("HEAD", 3), await NameAndCommitsAsync(repository));
    }

    [Fact]
    public async Task In_a_clone_origins_default_branch_is_the_default_whatever_is_checked_out()
    {
        using var repository = TestRepository.Create(stream => stream.Line(5));
        repository.GitIn(repository.Root, "clone", "-q", repository.Folder, "clone");
        var clone = Path.Combine(repository.Root, "clone");
        repository.GitIn(clone, "checkout", "-q", "-b", "topic", "main~1");
        var audit = await repository.AuditAsync(clone);
        Assert.Equal("main", audit.DefaultBranch);
        Assert.Equal(5, audit.Commits);
    }

    [Fact]
    public async Task A_linked_worktree_is_audited_through_its_git_file()
    {
        using var repository = TestRepository.Create(stream => stream.Line(5), bare: false);
        var linked = Path.Combine(repository.Root, "linked");
        repository.Git("worktree", "add", "-q", "-b", "topic", linked, "main~2");
        var audit = await repository.AuditAsync(linked);
        Assert.Equal("topic", audit.DefaultBranch);
        Assert.Equal(3, audit.Commits);
    }

    [Fact]
    public async Task A_git_file_that_leads_nowhere_is_refused_with_what_it_should_say()
    {
        using var repository = TestRepository.Create();
        var folder = Directory.CreateDirectory(Path.Combine(repository.Root, "lost")).FullName;
        File.WriteAllText(Path.Combine(folder, ".git"), "gitdir: ../nowhere\n");
        var (byGit, _) = await repository.RefusalsAsync(folder);
        Assert.Contains("should say \"gitdir: \" and an existing folder", byGit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submodules_and_links_are_listed_and_counted_as_touched_but_a_submodule_is_no_file()
    {
        using var repository = TestRepository.Create(stream =>
        {
            stream.Line(1);
            stream.Raw($"commit refs/heads/main\nauthor A <a@example.com> {TestRepository.Noon} +0000\ncommitter A <a@example.com> {TestRepository.Noon} +0000\ndata 1\ns\nfrom :1\n"
                + "M 160000 1111111111111111111111111111111111111111 libs/sub\nM 120000 inline link\ndata 9\nfile0.txt\n\n");
        });
        var audit = await repository.AuditAsync();
        Assert.Equal(3, audit.FilesTouched);
        Assert.Equal(2, audit.Files);
        Assert.Equal(0, audit.DebtMarks);
    }

    [Fact]
    public async Task A_tree_made_to_explode_is_refused_and_does_not_fill_the_memory()
    {
        using var repository = TestRepository.Create(stream => stream.Line(1));
        var tree = repository.Git("rev-parse", "main^{tree}").Trim();
        for (var level = 0; level < 8; level++)
        {
            var entries = string.Concat(Enumerable.Range(0, 10).Select(i => $"040000 tree {tree}\tfolder{i}\n"));
            tree = repository.GitWith(System.Text.Encoding.ASCII.GetBytes(entries), "mktree").Trim();
        }

        repository.Git("update-ref", "refs/heads/main", repository.Git("commit-tree", "-m", "Bomb", "-p", "main", tree).Trim());
        Assert.Contains("more than 1000000 entries", (await Assert.ThrowsAsync<GitAuditException>(() => repository.ByGitAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_audit_ends_as_cancelled()
    {
        using var repository = TestRepository.Create(stream => stream.Line(1));
        using var auditor = new RepositoryAuditor();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => auditor.AuditAsync(TestRepository.Request(repository.Folder), new CancellationToken(canceled: true)));
    }

    [Fact]
    public void References_by_git_itself_and_from_their_files_are_the_same()
    {
        using var repository = TestRepository.Create(stream =>
        {
            var last = stream.Line(5);
            stream.Tag("v1", last, TestRepository.Noon + 5);
            stream.Point("refs/tags/v2", 2);
            stream.Point("refs/heads/topic", 3);
        });
        repository.Git("pack-refs", "--all");
        repository.Git("branch", "loose", "main~3");
        var output = repository.Git("for-each-ref", $"--format={GitRefParser.Format}", "refs/heads/", "refs/tags/");
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(output));
        var parsed = GitRefParser.Parse(stream, null);
        var files = RefFiles.Read(GitDirectory.Find(repository.Folder));

        Assert.Equal(files.Head, parsed.Head);
        Assert.Equal(["refs/heads/loose", "refs/heads/main", "refs/heads/topic"], parsed.Branches.Keys.Order());
        Assert.All(parsed.Branches, branch => Assert.Equal(files.Hashes[branch.Key], branch.Value.Commit));
        Assert.Equal([new GitTag("v1", repository.Git("rev-parse", "main").Trim(), TestRepository.Noon + 5), new GitTag("v2", repository.Git("rev-parse", "main~3").Trim(), TestRepository.Noon - (3 * TestRepository.Day))], parsed.Tags);
    }

    private static async Task<(string?, int)> NameAndCommitsAsync(TestRepository repository)
    {
        var audit = await repository.AuditAsync();
        return (audit.DefaultBranch, audit.Commits);
    }
}
