using ExecReports.Git.Lines;

namespace ExecReports.Portfolio;

/// <summary>A portfolio that was fetched from elsewhere.</summary>
/// <param name="Folder">Its folder on this machine.</param>
/// <param name="Committed">The same folder in a repository, by which its lines are dated; null: it comes from no repository.</param>
public sealed record FetchedPortfolio(string Folder, CommittedFolder? Committed = null);
