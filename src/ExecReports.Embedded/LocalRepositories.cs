using ExecReports.Git;
using ExecReports.Git.Remote;

namespace ExecReports.Embedded;

/// <summary>Repositories as one machine reads them: folders, facts files, and mirrors of those on git servers.</summary>
public static class LocalRepositories
{
    /// <summary>Mirrors, in the folder for what is fetched.</summary>
    public static RepositoryMirrors Mirrors(LocalOptions options) => new(Path.Combine(options.Fetched, "git"), options.Git);

    /// <summary>Audits all of them.</summary>
    public static IRepositoryAuditor Auditor(LocalOptions options) => new RemoteAuditor(new RepositoryAuditor(), Mirrors(options), options.Other?.Facts);
}
