using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ExecReports.Git;

namespace ExecReports.Tests.Git;

/// <summary>A real repository in a temporary folder, and the audits of it by both readers.</summary>
internal sealed class TestRepository : IDisposable
{
    /// <summary>Noon of the day the tests' reports speak about, 2026-11-24, seconds since 1970.</summary>
    public const long Noon = 1795521600;
    public const long Day = 86_400;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("git-audit-");
    private readonly RepositoryAuditor _git = new(RepositoryReader.Git);
    private readonly RepositoryAuditor _libGit2 = new(RepositoryReader.LibGit2);

    private TestRepository() => Folder = System.IO.Path.Combine(_root.FullName, "repository");

    public static DateOnly AsOf { get; } = new(2026, 11, 24);

    public string Root => _root.FullName;

    public string Folder { get; }

    /// <summary>An empty repository, bare or with a work tree.</summary>
    public static TestRepository Create(bool bare = true)
    {
        var repository = new TestRepository();
        Directory.CreateDirectory(repository.Folder);
        repository.Git(bare ? ["init", "-q", "--bare", "."] : ["init", "-q", "."]);
        repository.Git("symbolic-ref", "HEAD", "refs/heads/main");
        return repository;
    }

    /// <summary>A repository with the history that <paramref name="write"/> writes.</summary>
    public static TestRepository Create(Action<HistoryStream> write, bool bare = true)
    {
        var repository = Create(bare);
        var stream = new HistoryStream();
        write(stream);
        repository.GitWith(Encoding.UTF8.GetBytes(stream.ToString()), "fast-import", "--quiet", "--force");
        return repository;
    }

    public string Git(params string[] arguments) => Run(Folder, null, arguments);

    public string GitWith(byte[] input, params string[] arguments) => Run(Folder, input, arguments);

    public string GitIn(string folder, params string[] arguments) => Run(folder, null, arguments);

    public static GitAuditRequest Request(string path, int days = 90) => new("sample", path, AsOf, days, 90, TimeZoneInfo.Utc);

    public Task<GitAudit> ByGitAsync(string? path = null) => _git.AuditAsync(Request(path ?? Folder), TestContext.Current.CancellationToken);

    public Task<GitAudit> ByLibGit2Async(string? path = null) => _libGit2.AuditAsync(Request(path ?? Folder), TestContext.Current.CancellationToken);

    /// <summary>The audit, after both readers were found to give the same.</summary>
    public async Task<GitAudit> AuditAsync(string? path = null)
    {
        var byGit = await ByGitAsync(path);
        var byLibGit2 = await ByLibGit2Async(path);
        Assert.Equal("git", byGit.Reader);
        Assert.Equal("libgit2", byLibGit2.Reader);
        Assert.Equal(Json(byGit), Json(byLibGit2 with { Reader = "git" }));
        return byGit;
    }

    /// <summary>What both readers say about a repository that cannot be audited.</summary>
    public async Task<(string Git, string LibGit2)> RefusalsAsync(string? path = null) =>
        ((await Assert.ThrowsAsync<GitAuditException>(() => ByGitAsync(path))).Message, (await Assert.ThrowsAsync<GitAuditException>(() => ByLibGit2Async(path))).Message);

    public static string Json(GitAudit audit) => JsonSerializer.Serialize(audit, _json);

    public void Dispose()
    {
        _git.Dispose();
        _libGit2.Dispose();
        foreach (var file in _root.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        _root.Delete(recursive: true);
    }

    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true };

    private string Run(string folder, byte[]? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)
            [("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_AUTHOR_NAME", "Ann Ashe"), ("GIT_AUTHOR_EMAIL", "ann@example.com"), ("GIT_COMMITTER_NAME", "Ann Ashe"),
            ("GIT_COMMITTER_EMAIL", "ann@example.com"), ("GIT_AUTHOR_DATE", $"{Noon} +0000"), ("GIT_COMMITTER_DATE", $"{Noon} +0000"), ("TZ", "UTC")])
        {
            start.Environment[name] = value;
        }

        start.Environment.Remove("GIT_DIR");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.BaseStream.Write(input ?? []);
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Result : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"git {string.Join(' ', arguments)}: {process.ExitCode}: {error.Result}"));
    }
}
