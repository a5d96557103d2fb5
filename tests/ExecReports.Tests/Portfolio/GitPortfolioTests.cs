using ExecReports.Git.Remote;
using ExecReports.Portfolio;
using ExecReports.Tests.Git;
using Microsoft.Extensions.Time.Testing;

namespace ExecReports.Tests.Portfolio;

/// <summary>A portfolio in a git repository, with real git.</summary>
public sealed class GitPortfolioTests : IDisposable
{
    private const string Handoff = "agent_handoffs/projects/bay.md";
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch.AddSeconds(TestRepository.Noon));
    private readonly TestRepository _server = TestRepository.Create(stream =>
    {
        var first = stream.Commit(TestRepository.Noon - (50 * TestRepository.Day), "Begin", [(Handoff, "# Bay\n\n## Costs\n\n- Hosting: $20\n"), ("portfolio.yaml", "name: Harbour\n"), ("companies/agent_handoffs/projects/deep.md", "# Deep\n")]);
        stream.Raw($"commit refs/heads/main\nmark :90\ncommitter Ann Ashe <ann@example.com> {TestRepository.Noon - (3 * TestRepository.Day)} +0000\ndata 4\nLink\nfrom :{first}\nM 120000 inline agent_handoffs/projects/passwd.md\ndata 11\n/etc/passwd\nM 100644 inline portfolio.yaml\ndata 20\nname: Harbour group\n\n\n");
        stream.Point("refs/heads/draft", first);
    });

    private string Cache => Path.Combine(_server.Root, "cache");

    private string States => Path.Combine(_server.Root, "states");

    public void Dispose() => _server.Dispose();

    private GitPortfolio Origin(string behind = "") =>
        new(new RepositoryMirrors(Cache, GitCredentials.None), GitUrl.Parse(new Uri(_server.Folder).AbsoluteUri + behind)!, new PortfolioSnapshots(States, _time));

    private async Task<string> FetchAsync(string behind = "") => (await Origin(behind).FetchAsync(TestContext.Current.CancellationToken)).Folder;

    [Fact]
    public async Task The_newest_commit_becomes_a_folder_whose_files_are_as_old_as_their_last_commit()
    {
        var folder = await FetchAsync();
        var settings = new PortfolioReader(folder).ReadSettings();
        var handoffs = new PortfolioReader(folder).ReadAll(settings);

        Assert.Equal("Harbour group", settings.Name);
        Assert.Equal("Bay", Assert.Single(handoffs).Name);
        Assert.Equal(new DateOnly(2026, 10, 5), handoffs[0].Changed);
    }

    [Fact]
    public async Task A_link_is_not_followed()
    {
        var folder = await FetchAsync();

        Assert.False(Path.Exists(Path.Combine(folder, "agent_handoffs", "projects", "passwd.md")));
    }

    [Fact]
    public async Task A_branch_and_a_folder_can_be_named()
    {
        Assert.Equal("Harbour", new PortfolioReader(await FetchAsync("#draft")).ReadSettings().Name);
        Assert.Equal("Deep", Assert.Single(new PortfolioReader(await FetchAsync("#:companies")).ReadAll(new PortfolioSettings())).Name);
    }

    [Theory]
    [InlineData("#nothing", "there is no nothing")]
    [InlineData("#:nowhere", "there is no folder nowhere")]
    [InlineData("#:../../..", "there is no folder")]
    public async Task What_is_not_there_is_told(string behind, string expected) =>
        Assert.Contains(expected, (await Assert.ThrowsAsync<PortfolioException>(() => FetchAsync(behind))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Each_plan_follows_the_server_and_what_was_fetched_stays_as_it_was()
    {
        var portfolio = new FollowedPortfolio(Origin(), fetched => new PortfolioFolder(fetched.Folder));
        var first = await portfolio.OutlineAsync(TestContext.Current.CancellationToken);
        var kept = Directory.GetDirectories(States).Single();
        _server.Git("update-ref", "refs/heads/main", _server.Git("rev-parse", "draft").Trim());

        var handoff = await portfolio.ReadAsync(Handoff, TestContext.Current.CancellationToken);
        var second = await portfolio.OutlineAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("Harbour group", "Bay", "Harbour"), (first.Settings.Name, handoff.Name, second.Settings.Name));
        Assert.Equal("Harbour group", new PortfolioReader(kept).ReadSettings().Name);
    }

    [Fact]
    public async Task States_that_nobody_took_for_a_week_go()
    {
        var old = await FetchAsync("#draft");
        _time.Advance(TimeSpan.FromDays(8));

        var now = await FetchAsync();

        Assert.False(Directory.Exists(old));
        Assert.True(Directory.Exists(now));
    }
}
