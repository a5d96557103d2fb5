using Amazon.Runtime;
using ExecReports.Aws.Clients;
using ExecReports.Aws.Inventory;
using ExecReports.Aws.Operations;
using ExecReports.Git.Remote;
using ExecReports.Inventory;
using ExecReports.Operations;
using ExecReports.Portfolio;

namespace ExecReports.Aws.Sources;

/// <summary>The facts that come from AWS, as the settings say. One serves a process; nothing is called before it is needed.</summary>
public sealed class AwsSources : IDisposable
{
    readonly AwsSourceSettings _settings;
    readonly TimeProvider _time;
    readonly AwsClients _clients;
    readonly InventoryClients _inventory;

    /// <summary>Makes them.</summary>
    /// <param name="settings">From <see cref="AwsSourceSettingsReader"/>.</param>
    /// <param name="time">The clock.</param>
    /// <param name="credentials">Where the host has its own way to credentials; null: as the settings say.</param>
    public AwsSources(AwsSourceSettings settings, TimeProvider time, AWSCredentials? credentials = null)
    {
        _settings = settings;
        _time = time;
        _clients = new AwsClients(settings.Connection, credentials);
        _inventory = new InventoryClients(_clients, new InventoryOptions([]).Retries);
        Facts = new S3Facts(() => _clients.S3);
    }

    /// <summary>Facts files of repositories.</summary>
    public IFactsOrigin Facts { get; }

    /// <summary>A portfolio in S3; null: the address is none of S3.</summary>
    public IPortfolioOrigin? Portfolio(string address, PortfolioSnapshots snapshots) => S3Address.Parse(address) is { } place ? new S3Portfolio(_clients.S3, place, snapshots) : null;

    /// <summary>Collectors of the live inventory; null: the portfolio's files are read.</summary>
    /// <param name="portfolio">The portfolio's folder, for its price list.</param>
    /// <exception cref="Schemas.SourceFileException">The price list cannot be taken.</exception>
    public IReadOnlyDictionary<string, IInventoryCollector>? Inventory(string portfolio)
    {
        if (!_settings.LiveInventory)
            return null;
        var file = Path.Combine(portfolio, PriceList.FileName);
        return LiveInventory.Sources(_inventory, new InventoryOptions(_settings.Regions) { Prices = File.Exists(file) ? PriceList.Parse(File.ReadAllBytes(file), PriceList.FileName) : null }, _time);
    }

    /// <summary>Operations data beside that of the portfolio's files.</summary>
    public IReadOnlyDictionary<string, IOperationsSource> Operations => _settings.OperationsTable is { } table
        ? new Dictionary<string, IOperationsSource> { [OperationsTable.NameOf(table)] = new OperationsTable(() => _clients.DynamoDb, table, _time) }
        : new Dictionary<string, IOperationsSource>();

    /// <inheritdoc/>
    public void Dispose()
    {
        _inventory.Dispose();
        _clients.Dispose();
    }
}
