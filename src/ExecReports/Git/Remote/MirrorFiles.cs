using System.Formats.Tar;
using System.Globalization;

namespace ExecReports.Git.Remote;

/// <summary>Writes a commit's files into a folder.</summary>
internal static class MirrorFiles
{
    private const long MostBytes = 512L * 1024 * 1024;

    /// <summary>
    /// Unpacks an archive of plain files; links, devices and names that lead out of the folder are passed over, as the repository may be anybody's.
    /// </summary>
    /// <exception cref="GitAuditException">It holds more than a portfolio could.</exception>
    public static async Task UnpackAsync(Stream archive, string folder, IReadOnlyDictionary<string, long> changed, CancellationToken cancellationToken)
    {
        var total = 0L;
        await using var tar = new TarReader(archive, leaveOpen: true);
        while (await tar.GetNextEntryAsync(copyData: false, cancellationToken).ConfigureAwait(false) is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || entry.Name.Split('/', '\\').Any(part => part is ".." or "" or "." or ".git"))
            {
                continue;
            }

            if ((total += entry.Length) > MostBytes)
            {
                throw new GitAuditException($"the repository's files are more than {MostBytes / 1024 / 1024} MB. Keep the handoffs in a repository of their own.");
            }

            var path = Path.Combine(folder, entry.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using (var file = File.Create(path))
            {
                if (entry.DataStream is { } data)
                {
                    await data.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
                }
            }

            if (changed.TryGetValue(entry.Name, out var at))
            {
                File.SetLastWriteTimeUtc(path, DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(at, 0, 4_000_000_000)).UtcDateTime);
            }
        }
    }

    /// <summary>Reads when each path was last changed (seconds since 1970) from a log, newest first, of <see cref="LogFormat"/> with <c>--name-only -z</c>.</summary>
    public static IReadOnlyDictionary<string, long> ReadChanges(string log)
    {
        var changed = new Dictionary<string, long>(StringComparer.Ordinal);
        var at = 0L;
        foreach (var token in log.Split('\0'))
        {
            var text = token.TrimStart('\n');
            if (text.StartsWith('\u0001'))
            {
                at = long.TryParse(text.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;
            }
            else if (text.Length > 0)
            {
                changed.TryAdd(text, at);
            }
        }

        return changed;
    }

    /// <summary>A commit in the log: its time.</summary>
    public const string LogFormat = "--format=tformat:%x01%ct";
}
