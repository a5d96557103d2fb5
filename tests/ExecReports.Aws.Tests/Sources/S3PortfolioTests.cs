using System.Text;
using ExecReports.Aws.Clients;
using ExecReports.Aws.Sources;
using ExecReports.Aws.Tests.Inventory;
using ExecReports.Portfolio;
using ExecReports.Testing.Aws.S3;

namespace ExecReports.Aws.Tests.Sources;

/// <summary>A portfolio under a prefix in S3.</summary>
public sealed class S3PortfolioTests : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("portfolio-").FullName;
    S3Server _server = null!;
    AwsClients _clients = null!;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await S3Server.StartAsync();
        _server.PageSize = 7;
        _clients = new(TestSettings.Of((AwsService.S3, _server.Url)));
    }

    public async ValueTask DisposeAsync()
    {
        _clients.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    S3Portfolio Portfolio(string address) => new(_clients.S3, S3Address.Parse(address)!, new PortfolioSnapshots(_folder, TimeProvider.System));

    void Put(string key, string text) => _server.Overwrite(key, Encoding.UTF8.GetBytes(text));

    void PutSample(string prefix)
    {
        foreach (var file in Directory.EnumerateFiles(SampleAccount.Folder, "*", SearchOption.AllDirectories))
            Put(prefix + Path.GetRelativePath(SampleAccount.Folder, file).Replace('\\', '/'), File.ReadAllText(file));
    }

    [Fact]
    public async Task The_sample_is_read_from_there_as_from_its_folder()
    {
        PutSample("companies/");
        Put("companies/agent_handoffs/", "");
        Put("other/agent_handoffs/projects/x.md", "# X");

        var folder = (await Portfolio("s3://reports/companies").FetchAsync(Token)).Folder;

        Assert.Equal(Files(SampleAccount.Folder), Files(folder));
        Assert.Equal(new DateTime(2026, 11, 24, 19, 30, 0, DateTimeKind.Utc), File.GetLastWriteTimeUtc(Path.Combine(folder, "portfolio.yaml")));
        var (there, here) = (await new PortfolioFolder(folder).OutlineAsync(Token), await new PortfolioFolder(SampleAccount.Folder).OutlineAsync(Token));
        Assert.Equal(here.Entities.Select(entity => entity.Id), there.Entities.Select(entity => entity.Id));
    }

    [Fact]
    public async Task The_same_state_is_read_once_and_another_stands_in_another_folder()
    {
        Put("agent_handoffs/projects/harbor.md", "# Harbor");
        var portfolio = Portfolio("s3://reports");
        var first = (await portfolio.FetchAsync(Token)).Folder;
        _server.Wire.Forget();

        Assert.Equal(first, (await portfolio.FetchAsync(Token)).Folder);
        Assert.Single(_server.Wire.Requests);

        Put("agent_handoffs/projects/harbor.md", "# Harbour");
        var second = (await portfolio.FetchAsync(Token)).Folder;
        Assert.NotEqual(first, second);
        Assert.Equal("# Harbor", await File.ReadAllTextAsync(Path.Combine(first, "agent_handoffs/projects/harbor.md"), Token));
        Assert.Equal("# Harbour", await File.ReadAllTextAsync(Path.Combine(second, "agent_handoffs/projects/harbor.md"), Token));
    }

    [Fact]
    public async Task What_changes_while_it_is_read_is_no_state()
    {
        Put("agent_handoffs/projects/harbor.md", "# Harbor");
        _server.Wire.Plan = request =>
        {
            if (request.Action.Contains("harbor.md", StringComparison.Ordinal))
                Put("agent_handoffs/projects/harbor.md", "# Changed");
            return Testing.Aws.Wire.Fault.None;
        };

        await Assert.ThrowsAsync<TransientException>(() => Portfolio("s3://reports").FetchAsync(Token));
        Assert.Empty(Directory.EnumerateDirectories(_folder));
    }

    [Theory]
    [InlineData("a/../../../etc/cron.d/x")]
    [InlineData("a//b.md")]
    [InlineData("a/./b.md")]
    [InlineData(@"a\..\b.md")]
    public async Task A_key_that_is_no_path_is_refused(string key)
    {
        Put("p/" + key, "x");

        var refused = await Assert.ThrowsAsync<PortfolioException>(() => Portfolio("s3://reports/p/").FetchAsync(Token));

        Assert.Contains($"the key “{key}” cannot be a file's path; rename the object.", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_is_wrong_is_said()
    {
        Assert.Contains("s3://reports/none/: there are no objects", (await Refused("s3://reports/none")).Message, StringComparison.Ordinal);
        Assert.Contains("there is no bucket missing", (await Refused("s3://missing/x")).Message, StringComparison.Ordinal);
        Put("x/a.md", "x");
        _server.DeniedActions = new HashSet<string> { "s3:GetObject" };
        Assert.Contains("Allow s3:GetObject on s3://reports/x/", (await Refused("s3://reports/x")).Message, StringComparison.Ordinal);
        _server.DeniedActions = new HashSet<string> { "s3:ListBucket" };
        Assert.Contains("Allow s3:ListBucket on s3://reports/x/", (await Refused("s3://reports/x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_are_read_by_their_address()
    {
        Put("facts/shop.json", "{}");
        var facts = new S3Facts(() => _clients.S3);

        Assert.Equal("{}"u8.ToArray(), await facts.ReadAsync("s3://reports/facts/shop.json", Token));
        Assert.True(facts.Has("s3://reports/facts/shop.json"));
        Assert.False(facts.Has("facts/shop.json"));
        Assert.False(facts.Has("s3://reports/facts/shop.git"));
        Assert.Contains("there is no such facts file", (await Assert.ThrowsAsync<Git.GitAuditException>(() => facts.ReadAsync("s3://reports/facts/none.json", Token))).Message, StringComparison.Ordinal);
    }

    async Task<PortfolioException> Refused(string address) => await Assert.ThrowsAsync<PortfolioException>(() => Portfolio(address).FetchAsync(Token));

    static List<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file) + "\n" + File.ReadAllText(file)).Order(StringComparer.Ordinal)];
}
