using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ExecReports.Git.Lines;

/// <summary>
/// When each line of a file was last committed. Read through the git program where a new enough one is on PATH (one process a file), else through libgit2; both find the same.
/// What was found is kept by commit and content, so that a file is looked at again only when one of them has changed.
/// </summary>
public sealed class LineHistory
{
    private const int MostKept = 500;
    private static readonly TimeSpan _usualTimeout = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly ReaderChoice<ILineReader> _readers;
    private readonly ConcurrentDictionary<(string Repository, string Path, string Commit, string Content), Task<IReadOnlyList<DateTimeOffset?>>> _kept = new();

    /// <summary>A history.</summary>
    /// <param name="reader">Which reader to use.</param>
    /// <param name="time">The clock of the limit of time; the system's by default.</param>
    /// <param name="timeout">The longest that one file may take; ten seconds by default.</param>
    public LineHistory(RepositoryReader reader = RepositoryReader.Automatic, TimeProvider? time = null, TimeSpan? timeout = null)
    {
        _time = time ?? TimeProvider.System;
        _timeout = timeout ?? _usualTimeout;
        _readers = new ReaderChoice<ILineReader>(reader, git => new GitLineReader(git), () => new LibGit2LineReader());
    }

    /// <summary>How often a repository was asked about a file.</summary>
    internal int Asked => _asked;

    private int _asked;

    /// <summary>
    /// The time (UTC) of the last commit that touched each line of a file; null for a line that is in no commit, or older than where a shallow clone was cut. Empty where the commit
    /// does not hold the file.
    /// </summary>
    /// <param name="folder">The folder that the file's path is relative to.</param>
    /// <param name="file">The file, with slashes.</param>
    /// <param name="content">The file as it is now.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="GitAuditException">The repository cannot be read, or not in time.</exception>
    public Task<IReadOnlyList<DateTimeOffset?>> ReadAsync(CommittedFolder folder, string file, byte[] content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(content);
        var directory = GitDirectory.Find(folder.Repository);
        if ((folder.Commit ?? HeadOf(directory)) is not { } commit || !HasPlainLines(content))
        {
            return Task.FromResult<IReadOnlyList<DateTimeOffset?>>([]);
        }

        var key = (directory.Path, folder.PathOf(file), commit, Convert.ToHexString(SHA256.HashData(content)));
        return ReadAsync(key, directory, content, cancellationToken);
    }

    private async Task<IReadOnlyList<DateTimeOffset?>> ReadAsync((string Repository, string Path, string Commit, string Content) key, GitDirectory directory, byte[] content, CancellationToken cancellationToken)
    {
        if (_kept.Count > MostKept)
        {
            _kept.Clear();
        }

        try
        {
            // Several reports of one run may ask at once: the first asks git, the others wait for it.
            return await _kept.GetOrAdd(key, one => BlameAsync(directory, one.Commit, one.Path, content)).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (GitAuditException)
        {
            _kept.TryRemove(key, out _);
            throw;
        }
    }

    private async Task<IReadOnlyList<DateTimeOffset?>> BlameAsync(GitDirectory directory, string commit, string path, byte[] content)
    {
        Interlocked.Increment(ref _asked);
        using var limit = new CancellationTokenSource(_timeout, _time);
        IReadOnlyList<CommittedLine>? committed;
        try
        {
            committed = await _readers.ReadAsync(reader => reader.ReadAsync(directory, commit, path, limit.Token)).WaitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException late)
        {
            throw new GitAuditException($"{directory.Folder}: who touched {path} took longer than {_timeout.TotalSeconds:0} seconds and was ended.", late);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new GitAuditException($"{directory.Folder}: the folder cannot be read ({unreadable.Message}). Give this process the right to read it.", unreadable);
        }

        if (committed is null)
        {
            return [];
        }

        var cut = directory.ReadCut();
        return [.. LineMatch.Of(LinesOf(content), [.. committed.Select(line => line.Text.TrimEnd('\r'))])
            .Select(place => place is { } at && !cut.Contains(committed[at].Commit) ? DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(committed[at].CommittedAt, 0, 4_000_000_000)) : (DateTimeOffset?)null)];
    }

    // The lines that a handoff's diagnostics count are those between line feeds: UTF-16, and a carriage return alone, would count otherwise.
    private static bool HasPlainLines(ReadOnlySpan<byte> content) =>
        content is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) && content.Count((byte)'\r') == content.Count("\r\n"u8);

    private static List<string> LinesOf(byte[] content)
    {
        var lines = Encoding.Latin1.GetString(content).Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        if (lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines;
    }

    private static string? HeadOf(GitDirectory directory)
    {
        if (!RefFiles.Are(directory))
        {
            throw new GitAuditException($"{directory.Folder} keeps its references in reftables; lines of such a repository are not dated.");
        }

        var refs = RefFiles.Read(directory);
        return refs.HeadCommit ?? (refs.Head is { } branch ? refs.Hashes.GetValueOrDefault(branch) : null);
    }
}
