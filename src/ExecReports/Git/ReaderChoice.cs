namespace ExecReports.Git;

/// <summary>Which of two readers of repositories is used: one through the git program, one through libgit2.</summary>
internal static class ReaderChoice
{
    /// <summary>The reader that was asked for; where that is left open, the git program's if a new enough one is on PATH.</summary>
    /// <param name="wanted">What was asked for.</param>
    /// <param name="byGit">Makes the one through the git program.</param>
    /// <param name="byLibGit2">Makes the one through libgit2.</param>
    /// <exception cref="GitAuditException">The git program was asked for, and there is none.</exception>
    public static async Task<T> OfAsync<T>(RepositoryReader wanted, Func<GitExecutable, T> byGit, Func<T> byLibGit2)
    {
        if (wanted == RepositoryReader.LibGit2)
        {
            return byLibGit2();
        }

        return await GitExecutable.FindAsync(CancellationToken.None).ConfigureAwait(false) is { } git ? byGit(git)
            : wanted == RepositoryReader.Automatic ? byLibGit2()
            : throw new GitAuditException($"No git of version {GitExecutable.Oldest} or newer is on PATH; install one, or let libgit2 be used.");
    }
}
