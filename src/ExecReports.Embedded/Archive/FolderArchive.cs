using System.Security.Cryptography;
using ExecReports.Delivery;
using ExecReports.Embedded.Files;

namespace ExecReports.Embedded.Archive;

/// <summary>The archive as a folder: keys are paths below it (<c>exec-reports/YYYY/MM/…</c>). Media types and metadata are not kept: ledger and file name tell them.</summary>
/// <param name="root">The folder that holds <c>exec-reports</c>; made when first needed.</param>
/// <param name="time">For waiting on another writer.</param>
public sealed class FolderArchive(string root, TimeProvider time) : IReportArchive
{
    // Below the root and not in it, so that nothing but reports stands beside other output.
    readonly OutputFolder _folder = new(Path.Combine(root, ArchiveKeys.Root), time);

    /// <inheritdoc/>
    /// <exception cref="OutputFolderException">The folder cannot be written.</exception>
    public async Task PutOnceAsync(ArchiveObject item, CancellationToken cancellationToken)
    {
        if (await _folder.PutOnceAsync(Name(item.Key), item.Content, cancellationToken).ConfigureAwait(false) is { } archived)
            throw new ArchiveConflictException(item.Key, archived, Convert.ToHexStringLower(SHA256.HashData(item.Content.Span)));
    }

    /// <inheritdoc/>
    public Task<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => _folder.ReadAsync(Name(key), cancellationToken);

    /// <summary>Full path of an archived file, to be shown or linked.</summary>
    public string PathOf(string key) => _folder.PathOf(Name(key));

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ListFiguresAsync(string reportType, DateTimeOffset before, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. Months().SelectMany(month => Figures(month, reportType, before)).Take(most)]);

    // Newest month first, and read only as far as keys are wanted: a long archive costs nothing.
    IEnumerable<string> Months() => Directory.Exists(_folder.Root)
        ? Newest(Directory.EnumerateDirectories(_folder.Root)).SelectMany(year => Newest(Directory.EnumerateDirectories(year)))
        : [];

    static IEnumerable<string> Figures(string month, string reportType, DateTimeOffset before)
    {
        var folder = $"{ArchiveKeys.Root}/{Path.GetFileName(Path.GetDirectoryName(month))}/{Path.GetFileName(month)}";
        return Newest(Directory.EnumerateFiles(month, "*.json"))
            .Select(file => $"{folder}/{Path.GetFileName(file)}")
            .Where(key => ArchiveKeys.TryParse(key, out var type, out var moment) && type == reportType && moment < before);
    }

    static IEnumerable<string> Newest(IEnumerable<string> paths) => paths.OrderDescending(StringComparer.Ordinal);

    static string Name(string key) => ArchiveKeys.TryParse(key, out _, out _)
        ? key[(ArchiveKeys.Root.Length + 1)..]
        : throw new ArgumentException($"“{key}” is no key of the archive.", nameof(key));
}
