namespace ExecReports.Git;

/// <summary>Two readers of repositories, one through the git program and one through libgit2, and which of them is used.</summary>
/// <param name="wanted">What was asked for; where that is left open, the git program's if a new enough one is on PATH.</param>
/// <param name="byGit">Makes the one through the git program.</param>
/// <param name="byLibGit2">Makes the one through libgit2.</param>
internal sealed class ReaderChoice<TReader>(RepositoryReader wanted, Func<GitExecutable, TReader> byGit, Func<TReader> byLibGit2)
{
    private readonly Lazy<TReader> _libGit2 = new(byLibGit2);
    private readonly Lazy<(GitExecutable Git, TReader Reader)?> _git = new(() => wanted != RepositoryReader.LibGit2 && GitExecutable.OnPath() is { } git ? (git, byGit(git)) : null);
    private volatile bool _isTooOld;

    /// <summary>
    /// What the chosen reader reads. A git that is too old refuses the first question for objects, so git is asked for its version only where a reading failed: asked before, that would cost a tenth
    /// of a small audit, and beside it still the processor.
    /// </summary>
    /// <exception cref="GitAuditException">The reading failed; or the git program was asked for, and there is none.</exception>
    public async Task<T> ReadAsync<T>(Func<TReader, Task<T>> read)
    {
        if (!_isTooOld && _git.Value is var (git, reader))
        {
            try
            {
                return await read(reader).ConfigureAwait(false);
            }
            catch (GitAuditException)
            {
                if (await git.IsNewEnoughAsync().ConfigureAwait(false))
                {
                    throw;
                }

                _isTooOld = true;
            }
        }

        return wanted != RepositoryReader.Git ? await read(_libGit2.Value).ConfigureAwait(false)
            : throw new GitAuditException($"No git of version {GitExecutable.Oldest} or newer is on PATH; install one, or let libgit2 be used.");
    }
}
