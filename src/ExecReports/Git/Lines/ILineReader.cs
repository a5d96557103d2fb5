namespace ExecReports.Git.Lines;

/// <summary>Reads who touched each line of a file last.</summary>
internal interface ILineReader
{
    /// <summary>The lines of a file in a commit, in order; null where the commit has no such file. Throws <see cref="GitAuditException"/> where the repository cannot be read.</summary>
    /// <param name="directory">The repository.</param>
    /// <param name="commit">The commit's hash.</param>
    /// <param name="path">Path in the repository, with slashes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<IReadOnlyList<CommittedLine>?> ReadAsync(GitDirectory directory, string commit, string path, CancellationToken cancellationToken);
}
