namespace ExecReports.Git;

/// <summary>Reads objects of a repository, many at a time.</summary>
internal interface IGitObjects
{
    /// <summary>The tree of a commit. Throws <see cref="GitAuditException"/> where it is missing.</summary>
    ValueTask<string> ReadTreeOfAsync(string commit, CancellationToken cancellationToken);

    /// <summary>The entries of each tree (paths are plain names). Throws <see cref="GitAuditException"/> where one is missing.</summary>
    ValueTask<IReadOnlyList<IReadOnlyList<GitFile>>> ReadTreesAsync(IReadOnlyList<string> trees, CancellationToken cancellationToken);

    /// <summary>The size of each blob in bytes; null where it is missing.</summary>
    ValueTask<IReadOnlyList<long?>> ReadSizesAsync(IReadOnlyList<string> blobs, CancellationToken cancellationToken);

    /// <summary>The content of each blob; all are known to exist.</summary>
    ValueTask<IReadOnlyList<byte[]>> ReadBlobsAsync(IReadOnlyList<string> blobs, CancellationToken cancellationToken);
}
