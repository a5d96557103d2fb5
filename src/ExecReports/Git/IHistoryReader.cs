namespace ExecReports.Git;

/// <summary>Reads a repository's window and tip. Throws <see cref="GitAuditException"/> where it cannot.</summary>
internal interface IHistoryReader
{
    /// <summary>Reads the repository whose folder <paramref name="directory"/> names.</summary>
    Task<GitHistory> ReadAsync(GitDirectory directory, AuditWindow window, CancellationToken cancellationToken);
}
