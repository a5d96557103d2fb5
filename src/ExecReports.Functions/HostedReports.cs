using ExecReports.Embedded;
using ExecReports.Functions.Aws;
using ExecReports.Functions.Settings;
using ExecReports.Orchestration.Schedules;
using ExecReports.Schedules;
using Microsoft.Extensions.Logging;

namespace ExecReports.Functions;

/// <summary>
/// The product's parts in the Functions host, put together at their first use: a portfolio on a git server must be fetched first. What could not be fetched is tried again at the next use.
/// </summary>
public sealed class HostedReports(HostSettings settings, ILoggerFactory loggers) : ISchedules, IAsyncDisposable
{
    private readonly HostedAws aws = new(settings, loggers);
    private readonly SemaphoreSlim gate = new(1);
    private (LocalParts Parts, LocalActivities Activities)? made;

    /// <summary>The parts.</summary>
    public async Task<LocalParts> PartsAsync(CancellationToken cancellationToken = default) => (await MakeAsync(cancellationToken)).Parts;

    /// <summary>The activities over them.</summary>
    public async Task<LocalActivities> ActivitiesAsync(CancellationToken cancellationToken = default) => (await MakeAsync(cancellationToken)).Activities;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Schedule>> ReadAsync(CancellationToken cancellationToken)
    {
        var portfolio = (await PartsAsync(cancellationToken)).Portfolio;
        return await new PortfolioSchedules(portfolio.Portfolio, portfolio.Catalog).ReadAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => aws.DisposeAsync();

    private async Task<(LocalParts Parts, LocalActivities Activities)> MakeAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            return made ??= await OpenAsync(cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<(LocalParts Parts, LocalActivities Activities)> OpenAsync(CancellationToken cancellationToken)
    {
        var options = await PortfolioPlace.FetchAsync(settings.Local with { Other = aws.Sources() }, cancellationToken);
        var parts = LocalParts.Make(options);
        // Several instances of the app share ledger and archive: a lease that another holds is honoured.
        parts = aws.Deliver(parts with { Delivery = parts.Delivery with { LeasesVoid = false } });
        return (parts, LocalActivities.Of(parts, options.Time));
    }
}
