namespace ExecReports.Git;

/// <summary>What to audit: a local repository, a window of days up to and including <paramref name="AsOf"/>, in a time zone.</summary>
/// <param name="Repository">As the handoff names it; goes into the audit.</param>
/// <param name="Path">The folder on this machine (work tree or bare).</param>
/// <param name="AsOf">Last day of the window.</param>
/// <param name="WindowDays">Days before it.</param>
/// <param name="StaleBranchDays">Age of a stale branch's tip.</param>
/// <param name="TimeZone">Zone in which days begin.</param>
public sealed record GitAuditRequest(string Repository, string Path, DateOnly AsOf, int WindowDays, int StaleBranchDays, TimeZoneInfo TimeZone);

/// <summary>Audits a repository. Nothing in a hostile repository is run. A path that is no repository, or one that is broken, throws <see cref="GitAuditException"/>.</summary>
public interface IRepositoryAuditor
{
    /// <summary>Reads the window and the tip, and computes the audit.</summary>
    Task<GitAudit> AuditAsync(GitAuditRequest request, CancellationToken cancellationToken);
}

/// <summary>The repository cannot be audited; the message says what, where, and what would be right.</summary>
public sealed class GitAuditException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Hashes of texts that the audit needs and that are not in the repository: it is broken, or a mirror that has not fetched them yet.</summary>
    internal IReadOnlyList<string> MissingBlobs { get; init; } = [];
}
