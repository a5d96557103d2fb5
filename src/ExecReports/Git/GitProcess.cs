using System.ComponentModel;
using System.Diagnostics;

namespace ExecReports.Git;

/// <summary>A running git. Disposed before its end, it is killed with all that it started.</summary>
internal sealed class GitProcess : IAsyncDisposable
{
    private const int ErrorLength = 300;

    private readonly Process _process;
    private readonly string _repository;
    private readonly Task<string> _error;

    private GitProcess(Process process, string repository)
    {
        _process = process;
        _repository = repository;
        _error = OnThread(process.StandardError.ReadToEnd);
    }

    /// <summary>What git writes.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>What git reads.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Tells git that nothing more comes; may be said twice.</summary>
    public void EndInput() => _process.StandardInput.Close();

    /// <summary>Starts git. Throws <see cref="GitAuditException"/> where the system cannot.</summary>
    public static GitProcess Start(ProcessStartInfo start, string repository)
    {
        try
        {
            return new GitProcess(Process.Start(start)!, repository);
        }
        catch (Win32Exception e)
        {
            throw new GitAuditException($"{repository}: {start.FileName} could not be started ({e.Message}); install git, or let the other reader (libgit2) be used.", e);
        }
    }

    /// <summary>
    /// What <paramref name="read"/> makes of git's output. It reads on a thread of its own, which waits in the pipe: that costs a fraction of waiting for it asynchronously, and the auditor
    /// limits how many there are. Cancelled, git is killed, which ends the wait.
    /// </summary>
    /// <exception cref="GitAuditException">The output broke off, or is none of git's: git gave up, and its own words say why.</exception>
    public async Task<T> ReadAsync<T>(Func<T> read, CancellationToken cancellationToken)
    {
        using var killed = cancellationToken.UnsafeRegister(static process => ((GitProcess)process!).Kill(), this);
        try
        {
            var result = await OnThread(read).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return result;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw await FailureAsync(e).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for git's end. Throws <see cref="GitAuditException"/> with git's own words where it failed.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        if (await ExitCodeAsync(cancellationToken).ConfigureAwait(false) != 0)
        {
            throw await FailureAsync(null).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the end of a git that answers yes or no by its exit code. Throws <see cref="GitAuditException"/> where it failed instead.</summary>
    public async Task<bool> AnswerAsync(CancellationToken cancellationToken) => await ExitCodeAsync(cancellationToken).ConfigureAwait(false) switch
    {
        0 => true,
        1 => false,
        _ => throw await FailureAsync(null).ConfigureAwait(false),
    };

    /// <summary>Waits for git's end; what it said on its error output, and its exit code.</summary>
    public async Task<(int ExitCode, string Said)> EndAsync(CancellationToken cancellationToken)
    {
        var code = await ExitCodeAsync(cancellationToken).ConfigureAwait(false);
        return (code, (await _error.ConfigureAwait(false)).Trim().ReplaceLineEndings(" "));
    }

    private Task<int> ExitCodeAsync(CancellationToken cancellationToken) => ReadAsync(
        () =>
        {
            EndInput();
            _process.WaitForExit();
            return _process.ExitCode;
        },
        cancellationToken);

    /// <summary>What to throw when git's output ended too early or is no output of git: git's own words, if it said any.</summary>
    public async Task<GitAuditException> FailureAsync(Exception? cause)
    {
        Kill();
        var said = (await _error.ConfigureAwait(false)).Trim().ReplaceLineEndings(" ");
        var words = said.Length == 0 ? cause?.Message ?? "it said nothing" : said.Length > ErrorLength ? said[..ErrorLength] + "…" : said;
        return new GitAuditException($"{_repository}: git could not read the repository: {words}. Run `git fsck` there, and mend it or clone it anew.", cause);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Kill();
        await _error.ConfigureAwait(false);
        _process.Dispose();
    }

    private static Task<T> OnThread<T>(Func<T> read) => Task.Factory.StartNew(read, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);

    private void Kill()
    {
        try
        {
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended between the question and the kill, which is what was wanted.
        }
    }
}
