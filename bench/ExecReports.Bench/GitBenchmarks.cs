using BenchmarkDotNet.Attributes;
using ExecReports.Git;

namespace ExecReports.Bench;

/// <summary>An audit of a generated repository of 500 commits by each reader.</summary>
[MemoryDiagnoser]
public class GitBenchmarks
{
    private string _folder = "";
    private RepositoryAuditor? _auditor;

    /// <summary>Which reader.</summary>
    [Params(RepositoryReader.Git, RepositoryReader.LibGit2)]
    public RepositoryReader Reader { get; set; }

    /// <summary>Makes the repository.</summary>
    [GlobalSetup]
    public void Make()
    {
        _folder = Directory.CreateTempSubdirectory("execreports-bench-").FullName;
        GeneratedRepository.Write(Path.Combine(_folder, "repository.git"), 500, seed: 1);
        _auditor = new RepositoryAuditor(Reader);
    }

    /// <summary>Removes it.</summary>
    [GlobalCleanup]
    public void Remove()
    {
        _auditor!.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>One audit.</summary>
    [Benchmark]
    public async Task<int> Audit() => (await _auditor!.AuditAsync(
        new GitAuditRequest("measured", Path.Combine(_folder, "repository.git"), new DateOnly(2026, 11, 24), 90, 180, TimeZoneInfo.Utc), CancellationToken.None)).Commits;
}
