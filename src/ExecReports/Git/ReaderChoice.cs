namespace ExecReports.Git;

/// <summary>Two readers of repositories, one through the git program and one through libgit2, and which of them is used.</summary>
/// <param name="wanted">What was asked for; where that is left open, the git program's if a new enough one is on PATH.</param>
/// <param name="byGit">Makes the one through the git program.</param>
/// <param name="byLibGit2">Makes the one through libgit2.</param>
internal sealed class ReaderChoice<TReader>(RepositoryReader wanted, Func<GitExecutable, TReader> byGit, Func<TReader> byLibGit2)
{
    private readonly Lazy<TReader> _libGit2 = new(byLibGit2);
    private readonly Lazy<(GitExecutable Git, TReader Reader)?> _git = new(() => wanted != RepositoryReader.LibGit2 && GitExecutable.OnPath() is { } git ? (git, byGit(git)) : null);
    private Task<bool>? _isNewEnough;

    /// <summary>
    /// What the chosen reader reads. git is asked for its version beside the first reading and not before it, which would cost a tenth of a small audit; what a too old one read is thrown away.
    /// </summary>
    /// <exception cref="GitAuditException">The git program was asked for, and there is none.</exception>
    public async Task<T> ReadAsync<T>(Func<TReader, Task<T>> read)
    {
        if (_git.Value is var (git, reader))
        {
            var reading = _isNewEnough is { IsCompletedSuccessfully: true, Result: false } ? null : read(reader);
            _isNewEnough ??= git.IsNewEnoughAsync();
            if (await _isNewEnough.ConfigureAwait(false))
            {
                return await reading!.ConfigureAwait(false);
            }

            // However the reading by a too old git ends, with an error or without, it does not count.
            await (reading ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return wanted != RepositoryReader.Git ? await read(_libGit2.Value).ConfigureAwait(false)
            : throw new GitAuditException($"No git of version {GitExecutable.Oldest} or newer is on PATH; install one, or let libgit2 be used.");
    }
}
