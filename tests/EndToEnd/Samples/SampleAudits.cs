using ExecReports.Cli.Samples;
using ExecReports.Git;

namespace EndToEnd.Samples;

/// <summary>The sample's repositories, built and audited once.</summary>
public sealed class SampleAudits : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public Dictionary<string, GitAudit> ByRepository { get; } = [];

    public async ValueTask InitializeAsync()
    {
        await SampleRepositories.BuildAsync(Path.Combine(SampleFolder.Path, "histories"), _folder.Path, TestContext.Current.CancellationToken);
        using var auditor = new RepositoryAuditor();
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
        foreach (var path in Directory.EnumerateDirectories(_folder.Path))
        {
            var name = Path.GetFileName(path);
            ByRepository[name] = await auditor.AuditAsync(
                new GitAuditRequest(name, path, new DateOnly(2026, 11, 24), 90, 90, zone), TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
