namespace ExecReports.Git;

/// <summary>
/// Audits repositories through the git program where a new enough one (2.36) is on PATH, else through libgit2; both find the same. A few repositories are read at a time,
/// however many are asked for at once, and each within a limit of time.
/// </summary>
public sealed class RepositoryAuditor : IRepositoryAuditor, IDisposable
{
    private static readonly TimeSpan _usualTimeout = TimeSpan.FromMinutes(2);

    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly SemaphoreSlim _places = new(Math.Max(2, Environment.ProcessorCount));
    private readonly ReaderChoice<IHistoryReader> _readers;

    /// <summary>An auditor.</summary>
    /// <param name="reader">Which reader to use.</param>
    /// <param name="time">The clock of the limit of time; the system's by default.</param>
    /// <param name="timeout">The longest that one repository may take; two minutes by default.</param>
    public RepositoryAuditor(RepositoryReader reader = RepositoryReader.Automatic, TimeProvider? time = null, TimeSpan? timeout = null)
    {
        _time = time ?? TimeProvider.System;
        _timeout = timeout ?? _usualTimeout;
        _readers = new ReaderChoice<IHistoryReader>(reader, git => new GitCommandReader(git), () => new LibGit2Reader());
    }

    /// <inheritdoc/>
    public async Task<GitAudit> AuditAsync(GitAuditRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var limit = new CancellationTokenSource(_timeout, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            var directory = GitDirectory.Find(request.Path);
            var window = AuditWindow.Of(request);
            try
            {
                var reading = _readers.ReadAsync(reader => reader.ReadAsync(directory, window, either.Token));
                var rehearsal = AuditRehearsal.DoneAsync();
                var history = await reading.ConfigureAwait(false);
                await rehearsal.ConfigureAwait(false);
                return GitAuditor.Audit(request.Repository, history, window);
            }
            catch (OperationCanceledException e) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new GitAuditException($"{request.Path}: the audit took longer than {_timeout.TotalSeconds:0} seconds and was ended. Give it more time, or a shorter window.", e);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GitAuditException($"{request.Path}: the folder cannot be read ({e.Message}). Give this process the right to read it.", e);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();
}
