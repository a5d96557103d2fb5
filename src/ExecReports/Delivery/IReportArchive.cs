namespace ExecReports.Delivery;

/// <summary>An object for the archive.</summary>
/// <param name="Key"><c>exec-reports/YYYY/MM/&lt;timestamp&gt;-&lt;report&gt;.&lt;extension&gt;</c>.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Metadata">Run, report, as_of.</param>
public sealed record ArchiveObject(string Key, ReadOnlyMemory<byte> Content, string ContentType, IReadOnlyDictionary<string, string> Metadata);

/// <summary>Keeps reports for ever. An object is put once: the same bytes again are success, other bytes under its key are an error.</summary>
public interface IReportArchive
{
    /// <summary>Puts an object unless it is there; throws <see cref="ArchiveConflictException"/> if other bytes are.</summary>
    Task PutOnceAsync(ArchiveObject item, CancellationToken cancellationToken);

    /// <summary>Reads an object; null if there is none.</summary>
    Task<byte[]?> GetAsync(string key, CancellationToken cancellationToken);

    /// <summary>Keys of the archived <c>.json</c> of a report type, newest first, from before a moment.</summary>
    Task<IReadOnlyList<string>> ListFiguresAsync(string reportType, DateTimeOffset before, int most, CancellationToken cancellationToken);
}

/// <summary>Other bytes stand in the archive under this key.</summary>
public sealed class ArchiveConflictException(string key, string archivedSha256, string offeredSha256)
    : Exception($"The archive holds other bytes under {key} (SHA-256 {archivedSha256}) than those offered ({offeredSha256}); nothing was overwritten.")
{
    /// <summary>The key.</summary>
    public string Key { get; } = key;
}
