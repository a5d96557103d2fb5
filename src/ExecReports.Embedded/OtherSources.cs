using ExecReports.Git.Remote;
using ExecReports.Orchestration.Activities;
using ExecReports.Portfolio;

namespace ExecReports.Embedded;

/// <summary>Where facts come from that are neither in the portfolio's folder nor on a git server. The host sets it; this project knows no cloud.</summary>
public sealed record OtherSources
{
    /// <summary>A portfolio by its address; null: the address is none of this kind.</summary>
    public required Func<string, PortfolioSnapshots, IPortfolioOrigin?> Portfolio { get; init; }
    /// <summary>Facts files of repositories.</summary>
    public required IFactsOrigin Facts { get; init; }
    /// <summary>Given the portfolio's folder and what its files hold: what is collected.</summary>
    public required Func<string, RunSources, RunSources> Collected { get; init; }
}
