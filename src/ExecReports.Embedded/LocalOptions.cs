using System.Security.Cryptography;
using ExecReports.Git.Remote;
using ExecReports.Portfolio;

namespace ExecReports.Embedded;

/// <summary>Where a machine's portfolio is, and where its runs go.</summary>
/// <param name="Portfolio">The portfolio's folder.</param>
/// <param name="Out">The output folder; made if missing.</param>
public sealed record LocalOptions(string Portfolio, string Out)
{
    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where the random part of run ids and of this process's name comes from.</summary>
    public RandomNumberGenerator Random { get; init; } = RandomNumberGenerator.Create();

    /// <summary>Sender, recipients and blind copy that stand in for the portfolio's own.</summary>
    public MailSettings Mail { get; init; } = new();

    /// <summary>Where the portfolio is, if it is not on this machine; <see cref="Portfolio"/> is then what was fetched from there.</summary>
    public IPortfolioOrigin? Origin { get; init; }

    /// <summary>Who reads which git server.</summary>
    public GitCredentials Git { get; init; } = GitCredentials.None;

    /// <summary>Facts that are neither in the portfolio's folder nor on a git server; null: there are none.</summary>
    public OtherSources? Other { get; init; }

    /// <summary>What was fetched from git servers and S3; it may be deleted.</summary>
    public string Fetched { get; init; } = Path.Combine(Out, "fetched");

    /// <summary>The local outbox.</summary>
    public string Outbox => Path.Combine(Out, "outbox");
    /// <summary>The archive's root; keys begin with <c>exec-reports/</c>.</summary>
    public string Archive => Out;
    /// <summary>The ledger's file.</summary>
    public string Ledger => Path.Combine(Out, "ledger.db");
    /// <summary>Snapshots and rendered files of runs.</summary>
    public string Workspace => Path.Combine(Out, "workspace");
    /// <summary>Repositories built from a portfolio's histories.</summary>
    public string Repositories { get; init; } = Path.Combine(Out, "repositories");
    /// <summary>The page that links the newest run's reports.</summary>
    public string Index => Path.Combine(Out, "index.html");
}
