namespace ExecReports.Git;

/// <summary>Which reader an auditor uses.</summary>
public enum RepositoryReader
{
    /// <summary>The git program where a new enough one is on PATH, libgit2 elsewhere.</summary>
    Automatic,
    /// <summary>The git program.</summary>
    Git,
    /// <summary>libgit2, which needs no program.</summary>
    LibGit2,
}
