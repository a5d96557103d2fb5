namespace ExecReports.Git;

/// <summary>Reads objects of a repository, many at a time.</summary>
internal interface IGitObjects
{
    /// <summary>The tree of a commit. Throws <see cref="GitAuditException"/> where it is missing.</summary>
    string ReadTreeOf(string commit);

    /// <summary>A commit and those behind it along first parents, at most so many; fewer where the history ends or something is missing, none where the commit itself is.</summary>
    IReadOnlyList<GitStep> ReadSteps(string commit, int most);

    /// <summary>The entries of each tree (paths are plain names). Throws <see cref="GitAuditException"/> where one is missing.</summary>
    IReadOnlyList<IReadOnlyList<GitFile>> ReadTrees(IReadOnlyList<string> trees);

    /// <summary>The size of each object in bytes; null where it is missing.</summary>
    IReadOnlyList<long?> ReadSizes(IReadOnlyList<string> blobs);

    /// <summary>The content of each blob, one after the other as they are read; all are known to exist, and all are to be taken.</summary>
    IEnumerable<byte[]> ReadBlobs(IReadOnlyList<string> blobs);
}
