namespace ExecReports.Git.Remote;

/// <summary>
/// Audits repositories wherever they are: a folder of this machine as it stands, one on a git server through a mirror (only the window's and the tip's texts are fetched), and a
/// <see cref="FactsFile"/> that was collected elsewhere without any git at all.
/// </summary>
/// <param name="auditor">Audits folders.</param>
/// <param name="mirrors">Mirrors of servers' repositories.</param>
/// <param name="facts">Facts files that are elsewhere; null: there are none.</param>
public sealed class RemoteAuditor(IRepositoryAuditor auditor, RepositoryMirrors mirrors, IFactsOrigin? facts = null) : IRepositoryAuditor
{
    // The tip's texts, then those of the window's start; beyond that the server does not keep its promise.
    private const int Rounds = 4;

    /// <inheritdoc/>
    public async Task<GitAudit> AuditAsync(GitAuditRequest request, CancellationToken cancellationToken)
    {
        if (facts?.Has(request.Path) == true)
            return FactsFile.Parse(await facts.ReadAsync(request.Path, cancellationToken).ConfigureAwait(false), request);
        if (request.Path.StartsWith("s3://", StringComparison.Ordinal))
            throw new GitAuditException($"{request.Path}: facts files in S3 are read only where AWS is set up (AWS_REGION and credentials), and their names end in .json.");
        if (FactsFile.Is(request.Path))
            return await FactsFile.ReadAsync(request, cancellationToken).ConfigureAwait(false);
        if (GitUrl.Parse(request.Path) is not { } url)
            return await auditor.AuditAsync(request, cancellationToken).ConfigureAwait(false);

        return await mirrors.ReadAsync(url, withTexts: false, mirror => AuditAsync(request with { Path = mirror.Folder }, mirror, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async Task<GitAudit> AuditAsync(GitAuditRequest request, GitMirror mirror, CancellationToken cancellationToken)
    {
        for (var round = 1; ; round++)
        {
            try
            {
                return await auditor.AuditAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (GitAuditException incomplete) when (incomplete.MissingBlobs.Count > 0 && round < Rounds)
            {
                await mirror.FetchTextsAsync(incomplete.MissingBlobs, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
