using System.Text;
using ExecReports.Git;
using ExecReports.Git.Remote;

namespace ExecReports.Tests.Git;

public sealed class FactsFileTests : IDisposable
{
    private readonly TestRepository _repository = TestRepository.Create(stream => stream.Line(12));

    public void Dispose() => _repository.Dispose();

    private string File => Path.Combine(_repository.Root, "facts", "site.json");

    private async Task<GitAudit> CollectAsync()
    {
        var audit = await _repository.ByGitAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllBytesAsync(File, FactsFile.Write(audit), TestContext.Current.CancellationToken);
        return audit;
    }

    private Task<GitAudit> ReadAsync(DateOnly? asOf = null, int days = 90) =>
        new RemoteAuditor(new RepositoryAuditor(), new RepositoryMirrors(Path.Combine(_repository.Root, "cache"), GitCredentials.None))
            .AuditAsync(TestRepository.Request(File, days) with { AsOf = asOf ?? TestRepository.AsOf }, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Facts_that_were_collected_elsewhere_are_the_audit()
    {
        var audit = await CollectAsync();

        Assert.Equal(TestRepository.Json(audit), TestRepository.Json(await ReadAsync()));
        Assert.Equal(12, (await ReadAsync(TestRepository.AsOf.AddDays(FactsFile.FreshDays))).Commits);
    }

    [Theory]
    [InlineData(FactsFile.FreshDays + 1)]
    [InlineData(-1)]
    public async Task Facts_of_another_time_are_refused_with_the_command_that_makes_new_ones(int later)
    {
        await CollectAsync();

        var refused = await Assert.ThrowsAsync<GitAuditException>(() => ReadAsync(TestRepository.AsOf.AddDays(later)));

        Assert.Contains("execreports collect git --as-of", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_of_another_window_are_refused()
    {
        await CollectAsync();

        Assert.Contains("90 days", (await Assert.ThrowsAsync<GitAuditException>(() => ReadAsync(days: 30))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", ":1: no facts file")]
    [InlineData("{\n  \"format\": 3 }", ":2: no facts file")]
    [InlineData("{ \"commits\": 3 }", "this one none")]
    [InlineData("{ \"format\": \"other\" }", "this one \"other\"")]
    public async Task What_is_no_facts_file_is_told(string text, string expected)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllBytesAsync(File, Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

        Assert.Contains(expected, (await Assert.ThrowsAsync<GitAuditException>(() => ReadAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_told() =>
        Assert.Contains("there is no facts file", (await Assert.ThrowsAsync<GitAuditException>(() => ReadAsync())).Message, StringComparison.Ordinal);
}
