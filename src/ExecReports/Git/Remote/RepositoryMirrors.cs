using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ExecReports.Git.Remote;

/// <summary>Mirrors of repositories on servers, in a folder of this machine that may be deleted at any time. One address is fetched by one at a time.</summary>
/// <param name="folder">Where the mirrors are.</param>
/// <param name="credentials">Who reads which server.</param>
public sealed class RepositoryMirrors(string folder, GitCredentials credentials)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> turns = new(StringComparer.Ordinal);

    /// <summary>Updates the mirror of an address, and reads it while nobody else fetches into it.</summary>
    /// <param name="url">The address.</param>
    /// <param name="withTexts">Whether all texts of files are wanted, or only those asked for.</param>
    /// <param name="read">Reads the mirror.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async Task<T> ReadAsync<T>(GitUrl url, bool withTexts, Func<GitMirror, Task<T>> read, CancellationToken cancellationToken)
    {
        var executable = await GitExecutable.FindAsync().ConfigureAwait(false)
            ?? throw new GitAuditException($"{url}: fetching needs a git of version {GitExecutable.Oldest} or newer on PATH. Install one, or name a facts file that `execreports collect git` wrote elsewhere.");
        // A whole mirror and one without texts are two: git does not fill up the one from the other.
        var place = Path.Combine(folder, $"{NameOf(url)}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url.Address)))[..16]}{(withTexts ? "-whole" : "")}.git");
        var turn = turns.GetOrAdd(place, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Directory.CreateDirectory(folder);
            var mirror = new GitMirror(executable, url, place, credentials);
            await mirror.UpdateAsync(withTexts, cancellationToken).ConfigureAwait(false);
            return await read(mirror).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    private static string NameOf(GitUrl url)
    {
        var last = url.Address.TrimEnd('/').Split('/', ':')[^1];
        var name = new string([.. (last.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? last[..^4] : last).Where(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')]);
        return name.Length == 0 ? "repository" : name[..Math.Min(name.Length, 40)];
    }
}
