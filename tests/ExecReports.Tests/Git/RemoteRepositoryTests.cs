using ExecReports.Git;
using ExecReports.Git.Remote;

namespace ExecReports.Tests.Git;

/// <summary>Repositories on a server, with real git on both ends.</summary>
public sealed class RemoteRepositoryTests : IDisposable
{
    private const long Day = TestRepository.Day;
    private readonly TestRepository _server = TestRepository.Create(Write);
    private readonly RepositoryAuditor _local = new(RepositoryReader.Git);

    private string Cache => Path.Combine(_server.Root, "cache");

    public void Dispose()
    {
        _local.Dispose();
        _server.Dispose();
    }

    // Four hundred days: an old branch that was merged long before the window, one that was not, a release before and one in it, debt and a large text that the window did not touch.
    private static void Write(HistoryStream stream)
    {
        var first = stream.Commit(TestRepository.Noon - (400 * Day), "Begin", [("README.md", "one\n"), ("big.txt", string.Concat(Enumerable.Range(0, 30_000).Select(i => $"{i * 7919} old\n"))), ("tests/a.test.js", "// TODO one\n")]);
        var merged = stream.Commit(TestRepository.Noon - (390 * Day), "Side", [("side.txt", "side\n")], [first], branch: "refs/heads/merged-long-ago");
        var left = stream.Commit(TestRepository.Noon - (380 * Day), "Left", [("left.txt", "left\n")], [first], branch: "refs/heads/left-behind");
        var main = stream.Commit(TestRepository.Noon - (370 * Day), "Merge side", [("side.txt", "side\n")], [first, merged]);
        for (var i = 0; i < 60; i++)
            main = stream.Commit(TestRepository.Noon - ((360 - (i * 6)) * Day), i % 9 == 0 ? "Fix it" : $"Change {i}", [($"src/f{i % 5}.js", $"// TODO {i}\n// FIXME {i}\n"), ("big.txt", i == 0 ? "small now\n" : $"small {i / 20}\n")], [main], i % 2 == 0 ? "Ann Ashe <ann@example.com>" : "Ben Birch <ben@example.com>");
        stream.Tag("v1", first, TestRepository.Noon - (399 * Day));
        stream.Point("refs/tags/v2", main);
        _ = left;
    }

    private RemoteAuditor Auditor(GitCredentials? credentials = null) => new(_local, new RepositoryMirrors(Cache, credentials ?? GitCredentials.None));

    private Task<GitAudit> AuditAsync(string address, GitCredentials? credentials = null) =>
        Auditor(credentials).AuditAsync(TestRepository.Request(address), TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_repository_on_a_server_is_audited_as_its_folder_is(bool leavesTextsOut)
    {
        _server.Git("config", "uploadpack.allowFilter", leavesTextsOut ? "true" : "false");
        var here = await _server.ByGitAsync();

        var there = await AuditAsync(new Uri(_server.Folder).AbsoluteUri);

        Assert.Equal(TestRepository.Json(here), TestRepository.Json(there));
        Assert.Equal(["left-behind", "merged-long-ago"], there.StaleBranches.Select(branch => branch.Name).Order());
        Assert.True(there.StaleBranches.Single(branch => branch.Name == "merged-long-ago").Merged);
        Assert.NotNull(there.DebtMarksBefore);
    }

    [Fact]
    public async Task Only_what_the_window_and_the_tip_need_comes_over_the_wire()
    {
        _server.Git("config", "uploadpack.allowFilter", "true");
        using var server = GitServer.Start(_server.Root);

        await AuditAsync(server.Address("repository"));

        var mirror = Directory.GetDirectories(Cache).Single();
        var missing = _server.GitIn(mirror, "rev-list", "--objects", "--all", "--missing=print").Split('\n').Count(line => line.StartsWith('?'));
        Assert.True(missing > 50, $"{missing} texts were left on the server");
        var whole = new FileInfo(Directory.GetFiles(Path.Combine(_server.Folder, "objects", "pack"), "*.pack").Single()).Length;
        Assert.True(server.Sent < whole / 2, $"{server.Sent} bytes of {whole}");
    }

    [Fact]
    public async Task What_is_new_comes_the_next_time_and_what_is_gone_goes()
    {
        var address = new Uri(_server.Folder).AbsoluteUri;
        var before = await AuditAsync(address);
        var tip = _server.Git("rev-parse", "main").Trim();
        var tree = _server.Git("rev-parse", "main^{tree}").Trim();
        var added = _server.Git("commit-tree", tree, "-p", tip, "-m", "One more").Trim();
        _server.Git("update-ref", "refs/heads/main", added);
        _server.Git("branch", "-D", "left-behind");

        var after = await AuditAsync(address);

        Assert.Equal(before.Commits + 1, after.Commits);
        Assert.Equal(added, after.Head);
        Assert.DoesNotContain(after.StaleBranches, branch => branch.Name == "left-behind");
        Assert.Equal(TestRepository.Json(await _server.ByGitAsync()), TestRepository.Json(after));
    }

    [Fact]
    public async Task A_password_opens_its_server_and_stands_nowhere()
    {
        using var server = GitServer.Start(_server.Root, "reader:s3cret");
        var address = server.Address("repository");

        var refused = await Assert.ThrowsAsync<GitAuditException>(() => AuditAsync(address, GitCredentials.Parse($"127.0.0.1:{server.Port}=reader:wr0ng")));
        var asked = await Assert.ThrowsAsync<GitAuditException>(() => AuditAsync(address));
        var bySetting = await AuditAsync(address, GitCredentials.Parse($"127.0.0.1:{server.Port}=reader:s3cret"));
        Directory.Delete(Cache, recursive: true);
        var byAddress = await AuditAsync(address.Replace("//", "//reader:s3cret@", StringComparison.Ordinal));

        Assert.Contains("EXECREPORTS_GIT_CREDENTIALS", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wr0ng", refused.Message, StringComparison.Ordinal);
        Assert.Contains("EXECREPORTS_GIT_CREDENTIALS", asked.Message, StringComparison.Ordinal);
        Assert.Equal(TestRepository.Json(bySetting), TestRepository.Json(byAddress));
        Assert.True(bySetting.Commits > 0);
        foreach (var file in Directory.EnumerateFiles(Cache, "*", SearchOption.AllDirectories).Where(file => !file.Contains("pack", StringComparison.Ordinal)))
            Assert.DoesNotContain("s3cret", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(null)]
    public async Task A_server_that_does_not_answer_may_answer_later(int? status)
    {
        using var server = GitServer.Start(_server.Root);
        server.Fails = status;
        var address = server.Address("repository");
        if (status is null)
            server.Stop();

        var failure = await Assert.ThrowsAsync<TransientException>(() => AuditAsync(address));

        Assert.Contains(address, failure.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Cache));
    }

    [Fact]
    public async Task An_address_without_a_repository_is_refused_and_says_what_to_check()
    {
        using var server = GitServer.Start(_server.Root);

        var failure = await Assert.ThrowsAsync<GitAuditException>(() => AuditAsync(server.Address("nothing")));

        Assert.Contains("Check the address", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mirror_cannot_make_git_fetch_while_it_is_read()
    {
        await AuditAsync(new Uri(_server.Folder).AbsoluteUri);

        var config = await File.ReadAllTextAsync(Path.Combine(Directory.GetDirectories(Cache).Single(), "config"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("promisor", config, StringComparison.Ordinal);
        Assert.DoesNotContain("remote", config, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_at_once_fetch_one_after_the_other()
    {
        var auditor = Auditor();
        var audits = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            auditor.AuditAsync(TestRepository.Request(new Uri(_server.Folder).AbsoluteUri), TestContext.Current.CancellationToken)));

        Assert.Single(audits.Select(TestRepository.Json).Distinct());
        Assert.Single(Directory.GetFileSystemEntries(Cache));
    }
}
