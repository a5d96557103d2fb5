using ExecReports.Aws.Clients;
using ExecReports.Aws.Workspace;
using ExecReports.Testing.Aws.S3;
using ExecReports.Workspace;

namespace ExecReports.Aws.Tests.Workspace;

public sealed class S3WorkspaceTests : IAsyncLifetime
{
    S3Server _server = null!;
    AwsClients _clients = null!;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    S3Workspace Workspace => new(_clients.S3, TestSettings.Bucket, "runs/");

    public async ValueTask InitializeAsync()
    {
        _server = await S3Server.StartAsync();
        _clients = new(TestSettings.Of((AwsService.S3, _server.Url)));
    }

    public async ValueTask DisposeAsync()
    {
        _clients.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Content_is_kept_under_the_prefix_by_its_hash_and_putting_it_again_is_no_error()
    {
        var first = await Workspace.PutAsync("run-1", "plan", "json", "{}"u8.ToArray(), Token);

        Assert.Equal(first, await Workspace.PutAsync("run-1", "plan", "json", "{}"u8.ToArray(), Token));
        Assert.Equal($"run-1/plan-{first.Sha256}.json", first.Key);
        Assert.Equal(["runs/" + first.Key], _server.Objects().Keys);
        Assert.Equal("{}"u8.ToArray(), await Workspace.GetAsync(first, Token));
    }

    [Fact]
    public async Task What_is_missing_or_damaged_is_said_and_never_handed_out()
    {
        var reference = await Workspace.PutAsync("run-1", "plan", "json", "{}"u8.ToArray(), Token);
        _server.Overwrite("runs/" + reference.Key, "[]"u8.ToArray());
        Assert.Contains("is damaged", (await Assert.ThrowsAsync<WorkspaceException>(() => Workspace.GetAsync(reference, Token))).Message);

        _server.Clear();
        Assert.Contains("expired", (await Assert.ThrowsAsync<WorkspaceException>(() => Workspace.GetAsync(reference, Token))).Message);
    }

    [Theory]
    [InlineData("../exec-reports", "plan", "json")]
    [InlineData("run-1", "a/b", "json")]
    [InlineData("run-1", "plan", ".json")]
    public async Task Parts_that_could_lead_elsewhere_are_refused(string run, string name, string extension) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Workspace.PutAsync(run, name, extension, "{}"u8.ToArray(), Token));

    [Fact]
    public async Task A_key_that_leads_elsewhere_is_not_read() =>
        await Assert.ThrowsAsync<WorkspaceException>(() => Workspace.GetAsync(new("../exec-reports/x", "00", 1), Token));
}
