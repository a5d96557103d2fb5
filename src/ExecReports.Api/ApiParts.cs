using System.Security.Cryptography;
using ExecReports.Delivery;
using ExecReports.Orchestration.Schedules;
using ExecReports.Portfolio;
using ExecReports.Reports;
using ExecReports.Workspace;

namespace ExecReports.Api;

/// <summary>What the API stands on: the ports of the product, whatever is behind them.</summary>
public sealed record ApiParts
{
    /// <summary>Settings and entities.</summary>
    public required IPortfolioSource Portfolio { get; init; }
    /// <summary>The reports that there are.</summary>
    public required ReportCatalog Catalog { get; init; }
    /// <summary>Takes the addresses of a run that goes to others than usual, and holds what a dry run rendered.</summary>
    public required IRunWorkspace Workspace { get; init; }
    /// <summary>The archived reports.</summary>
    public required IReportArchive Archive { get; init; }
    /// <summary>What was mailed to whom.</summary>
    public required IReportLedger Ledger { get; init; }
    /// <summary>Sends again, for operators.</summary>
    public required OperatorActions Operators { get; init; }
    /// <summary>When reports are made by themselves.</summary>
    public required ISchedules Schedules { get; init; }
    /// <summary>Whether a run that mails needs a sender to be named.</summary>
    public required SenderRule Sender { get; init; }
    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
    /// <summary>Where the random part of run ids comes from.</summary>
    public RandomNumberGenerator Random { get; init; } = RandomNumberGenerator.Create();
    /// <summary>What one caller may ask for.</summary>
    public ApiLimits Limits { get; init; } = new();
}
