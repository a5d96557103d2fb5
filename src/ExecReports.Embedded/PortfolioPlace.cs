using System.Security.Cryptography;
using System.Text;
using ExecReports.Git.Remote;
using ExecReports.Portfolio;

namespace ExecReports.Embedded;

/// <summary>A portfolio that may be on a git server, or in S3, instead of in a folder.</summary>
public static class PortfolioPlace
{
    /// <summary>A folder made absolute; an address as it stands.</summary>
    public static string Full(string location) => IsElsewhere(location) ? location : Path.GetFullPath(location);

    /// <summary>Who reads which git server, from <c>EXECREPORTS_GIT_CREDENTIALS</c>.</summary>
    /// <exception cref="SettingsException">The setting cannot be read; its value is not repeated.</exception>
    public static GitCredentials Credentials(Func<string, string?> setting)
    {
        try
        {
            return GitCredentials.Parse(setting("EXECREPORTS_GIT_CREDENTIALS"));
        }
        catch (FormatException fault)
        {
            throw new SettingsException($"EXECREPORTS_GIT_CREDENTIALS: {fault.Message}.");
        }
    }

    /// <summary>Fetches a portfolio that is elsewhere; the folder is then what was fetched.</summary>
    /// <exception cref="PortfolioException">It cannot be fetched.</exception>
    public static async Task<LocalOptions> FetchAsync(LocalOptions options, CancellationToken cancellationToken)
    {
        if (!IsElsewhere(options.Portfolio))
            return options;

        IPortfolioOrigin origin = GitUrl.Parse(options.Portfolio) is { } url
            ? new GitPortfolio(LocalRepositories.Mirrors(options), url, Snapshots(options, url.Address))
            : options.Other?.Portfolio(options.Portfolio, Snapshots(options, options.Portfolio))
                ?? throw new PortfolioException($"{options.Portfolio}: portfolios in S3 are read only where AWS is set up (AWS_REGION and credentials).");
        try
        {
            return options with { Portfolio = (await origin.FetchAsync(cancellationToken)).Folder, Origin = origin };
        }
        catch (Exception unreachable) when (unreachable is TransientException or IOException or UnauthorizedAccessException)
        {
            throw new PortfolioException(unreachable.Message, unreachable);
        }
    }

    private static bool IsElsewhere(string location) => GitUrl.Parse(location) is not null || location.StartsWith("s3://", StringComparison.Ordinal);

    private static PortfolioSnapshots Snapshots(LocalOptions options, string address) =>
        new(Path.Combine(options.Fetched, "portfolio", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)))[..16]), options.Time);
}
