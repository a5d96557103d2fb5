using ExecReports.Git;
using ExecReports.Git.Lines;
using ExecReports.Git.Remote;

namespace ExecReports.Portfolio;

/// <summary>
/// A portfolio in a git repository on a server: the newest commit of the default branch, or what stands behind <c>#</c> in the address (<c>#branch</c>, <c>#branch:folder</c>).
/// Files only: links and submodules of a repository are not followed. A file's date is that of the last commit that touched it, a line's that of its own, read from the mirror.
/// </summary>
/// <param name="mirrors">Mirrors of servers' repositories.</param>
/// <param name="url">The address.</param>
/// <param name="snapshots">Where its states are written.</param>
public sealed class GitPortfolio(RepositoryMirrors mirrors, GitUrl url, PortfolioSnapshots snapshots) : IPortfolioOrigin
{
    /// <inheritdoc/>
    public async Task<FetchedPortfolio> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await mirrors.ReadAsync(url, withTexts: true, mirror => TakeAsync(mirror, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (GitAuditException refused)
        {
            throw new PortfolioException(refused.Message, refused);
        }
    }

    private async Task<FetchedPortfolio> TakeAsync(GitMirror mirror, CancellationToken cancellationToken)
    {
        var commit = await mirror.ResolveAsync(url.Reference ?? "HEAD", cancellationToken).ConfigureAwait(false)
            ?? throw new PortfolioException($"{url.Address}: there is no {url.Reference ?? "commit on the default branch"}. Name a branch or tag behind #, as in {url.Address}#main.");
        var root = await snapshots.TakeAsync(commit, folder => mirror.WriteFilesAsync(commit, folder, cancellationToken)).ConfigureAwait(false);
        var inside = Path.GetFullPath(Path.Combine(root, url.Folder));
        return (inside == root || inside.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)) && Directory.Exists(inside)
            ? new FetchedPortfolio(inside, new CommittedFolder(mirror.Folder, CommittedFolder.PathBelow(root, inside), commit))
            : throw new PortfolioException($"{url.Address}: there is no folder {url.Folder} in {url.Reference ?? "the default branch"}.");
    }
}
