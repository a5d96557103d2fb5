namespace ExecReports.Portfolio;

/// <summary>
/// A portfolio that is elsewhere: each plan fetches what is there now; handoffs are read from the state that was fetched last. A process that goes on with another's plan fetches
/// once by itself.
/// </summary>
/// <param name="origin">Where it is.</param>
/// <param name="open">Opens what was fetched.</param>
public sealed class FollowedPortfolio(IPortfolioOrigin origin, Func<FetchedPortfolio, IPortfolioSource> open) : IPortfolioSource
{
    private readonly SemaphoreSlim turn = new(1);
    private (FetchedPortfolio Fetched, IPortfolioSource Portfolio)? latest;

    /// <inheritdoc/>
    public async Task<PortfolioOutline> OutlineAsync(CancellationToken cancellationToken) =>
        await (await FetchAsync(again: true, cancellationToken).ConfigureAwait(false)).OutlineAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<Handoff> ReadAsync(string file, CancellationToken cancellationToken) =>
        await (await FetchAsync(again: false, cancellationToken).ConfigureAwait(false)).ReadAsync(file, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<string> LocateRepositoryAsync(string location, CancellationToken cancellationToken) =>
        await (await FetchAsync(again: false, cancellationToken).ConfigureAwait(false)).LocateRepositoryAsync(location, cancellationToken).ConfigureAwait(false);

    private async Task<IPortfolioSource> FetchAsync(bool again, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (latest is { } kept && !again)
                return kept.Portfolio;

            var fetched = await origin.FetchAsync(cancellationToken).ConfigureAwait(false);
            if (latest is not { } known || known.Fetched != fetched)
                latest = (fetched, open(fetched));
            return latest.Value.Portfolio;
        }
        finally
        {
            turn.Release();
        }
    }
}
