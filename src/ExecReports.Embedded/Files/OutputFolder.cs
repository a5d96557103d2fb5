using System.Security.Cryptography;

namespace ExecReports.Embedded.Files;

/// <summary>
/// A folder into which whole files are put: a file is there with all its bytes or not at all, also when the process dies in the middle, and a file that is put once is never
/// overwritten, also when several processes put it at the same time.
/// </summary>
/// <remarks>
/// A file is written beside its place and then renamed. A rename that surely overwrites nothing does not exist on every system, so writers
/// take turns by an exclusive lock on a file in the folder; the system releases it when its holder dies.
/// </remarks>
sealed class OutputFolder(string path, TimeProvider time)
{
    const string LockName = ".writing";
    static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(5), LockTimeout = TimeSpan.FromSeconds(30);

    // Writers of this process wait here instead of polling the lock.
    readonly SemaphoreSlim _turn = new(1);

    /// <summary>The folder.</summary>
    public string Root { get; } = Path.GetFullPath(path);

    /// <summary>Full path of a file; <paramref name="name"/> is relative, with forward slashes, and was checked by the caller.</summary>
    public string PathOf(string name) => Path.Combine(Root, name.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Reads a file; null if there is none.</summary>
    public async Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(PathOf(name), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Puts a file unless it is there. Returns null if it was put or the same bytes were there, else the SHA-256 of the bytes that are.</summary>
    /// <exception cref="OutputFolderException">It cannot be written.</exception>
    public Task<string?> PutOnceAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => InTurnAsync(() =>
    {
        var file = PathOf(name);
        if (!File.Exists(file))
        {
            Write(file, content.Span);
            return null;
        }
        var present = File.ReadAllBytes(file);
        return content.Span.SequenceEqual(present) ? null : Convert.ToHexStringLower(SHA256.HashData(present));
    }, cancellationToken);

    /// <summary>Puts a file, in the place of one that may be there.</summary>
    /// <exception cref="OutputFolderException">It cannot be written.</exception>
    public Task ReplaceAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => InTurnAsync<string?>(() =>
    {
        Write(PathOf(name), content.Span);
        return null;
    }, cancellationToken);

    // The part file has a fixed name, so that one which a dead process left is used up by the next.
    static void Write(string file, ReadOnlySpan<byte> content)
    {
        var folder = Path.GetDirectoryName(file)!;
        Directory.CreateDirectory(folder);
        var part = Path.Combine(folder, $".{Path.GetFileName(file)}.part");
        File.WriteAllBytes(part, content);
        File.Move(part, file, overwrite: true);
    }

    async Task<T> InTurnAsync<T>(Func<T> write, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var held = await LockAsync(cancellationToken).ConfigureAwait(false);
            return write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OutputFolderException(Root, fault);
        }
        finally
        {
            _turn.Release();
        }
    }

    async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Root);
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(Root, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException taken) when (IsTaken(taken) && time.GetElapsedTime(began) < LockTimeout)
            {
                await Task.Delay(PollEvery, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
    static bool IsTaken(IOException fault) => fault.HResult is 11 or 35 or unchecked((int)0x80070020);
}
