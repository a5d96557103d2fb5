namespace ExecReports.Git;

/// <summary>Reads objects of a repository, many at a time.</summary>
internal interface IGitObjects
{
    /// <summary>The tree of a commit. Throws <see cref="GitAuditException"/> where it is missing.</summary>
    string ReadTreeOf(string commit);

    /// <summary>A commit's tree, first parent and date; null where it is missing.</summary>
    GitStep? ReadStep(string commit);

    /// <summary>The entries of each tree (paths are plain names). Throws <see cref="GitAuditException"/> where one is missing.</summary>
    IReadOnlyList<IReadOnlyList<GitFile>> ReadTrees(IReadOnlyList<string> trees);

    /// <summary>The size of each object in bytes; null where it is missing.</summary>
    IReadOnlyList<long?> ReadSizes(IReadOnlyList<string> blobs);

    /// <summary>The content of each blob, one after the other as they are read; all are known to exist, and all are to be taken.</summary>
    IEnumerable<byte[]> ReadBlobs(IReadOnlyList<string> blobs);
}
