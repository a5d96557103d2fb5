namespace ExecReports.Portfolio;

/// <summary>A portfolio that is not on this machine: a git repository, or an S3 prefix.</summary>
public interface IPortfolioOrigin
{
    /// <summary>
    /// Brings what is there now onto this machine and returns where it is. A folder that was returned once never changes: the portfolio's next state stands in another one.
    /// </summary>
    /// <exception cref="TransientException">The other side does not answer.</exception>
    /// <exception cref="PortfolioException">There is nothing, or it is refused.</exception>
    Task<FetchedPortfolio> FetchAsync(CancellationToken cancellationToken);
}
