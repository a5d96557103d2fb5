using System.Text.Json;
using System.Text.Json.Nodes;
using ExecReports.Analysis;
using ExecReports.Aws.Clients;
using ExecReports.Aws.Inventory;
using ExecReports.Aws.Settings;
using ExecReports.Inventory;
using ExecReports.Portfolio;
using ExecReports.Testing.Aws.Account;

namespace ExecReports.Aws.Tests.Inventory;

/// <summary>The sample's inventory as an account, and the live collectors that look at it.</summary>
sealed class SampleAccount : IAsyncDisposable
{
    public static readonly TimeProvider Clock = new StillClock(new DateTimeOffset(2026, 11, 24, 13, 12, 34, TimeSpan.Zero));

    public static string Folder { get; } = Find();

    public static string Json => File.ReadAllText(Path.Combine(Folder, "inventory", "aws.json"));

    readonly List<IDisposable> _owned = [];

    SampleAccount(AccountServer server) => Server = server;

    public AccountServer Server { get; }

    public static async Task<SampleAccount> StartAsync(string? inventory = null) => new(await AccountServer.StartAsync(inventory ?? Json));

    /// <summary>Collectors of the live inventory that see the account, with the file's costs as a price list.</summary>
    public IReadOnlyDictionary<string, IInventoryCollector> Sources(Func<InventoryOptions, InventoryOptions>? change = null)
    {
        var clients = new AwsClients(new AwsSettings
        {
            Region = "us-west-2",
            Bucket = "reports",
            Credentials = new() { AccessKeyId = "test", SecretAccessKey = "test" },
            Endpoints = Enum.GetValues<AwsService>().ToDictionary(service => service, _ => Server.Url),
        });
        var options = new InventoryOptions(["us-west-2"]) { Prices = Costs(Json), Retries = 0 };
        options = change?.Invoke(options) ?? options;
        var inventory = new InventoryClients(clients, options.Retries);
        _owned.AddRange([inventory, clients]);
        return LiveInventory.Sources(inventory, options, Clock);
    }

    /// <summary>What one source finds.</summary>
    public Task<InventorySnapshot> CollectAsync(string source, Func<InventoryOptions, InventoryOptions>? change = null) => Sources(change)[source].CollectAsync(TestContext.Current.CancellationToken);

    /// <summary>What all sources find, side by side.</summary>
    public static async Task<InventorySnapshot[]> CollectAsync(IReadOnlyDictionary<string, IInventoryCollector> sources) =>
        await Task.WhenAll(sources.OrderBy(source => source.Key, StringComparer.Ordinal).Select(source => Task.Run(() => source.Value.CollectAsync(TestContext.Current.CancellationToken))));

    /// <summary>The sample's facts with an inventory.</summary>
    public static async Task<PortfolioFacts> FactsAsync(params InventorySnapshot[] inventory)
    {
        var portfolio = new PortfolioFolder(Folder);
        var outline = await portfolio.OutlineAsync(TestContext.Current.CancellationToken);
        var handoffs = new List<Handoff>();
        foreach (var entity in outline.Entities)
            handoffs.Add(await portfolio.ReadAsync(entity.File, TestContext.Current.CancellationToken));
        return new PortfolioFacts { AsOf = outline.Settings.AsOf!.Value, Settings = outline.Settings, Handoffs = handoffs, Inventory = inventory, CollectedAt = Clock.GetUtcNow() };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var owned in _owned)
            owned.Dispose();
        await Server.DisposeAsync();
    }

    static PriceList Costs(string inventory)
    {
        var root = JsonNode.Parse(inventory)!;
        var costs = new JsonObject();
        foreach (var (kind, list) in new[] { ("lambda", "functions"), ("s3", "buckets"), ("cloudfront", "distributions"), ("dynamodb", "tables") })
        {
            foreach (var resource in root[list]!.AsArray())
            {
                if (resource!["costPerMonth"] is { } cost)
                    costs[$"{kind}:{resource["name"]}"] = cost.DeepClone();
            }
        }
        return PriceList.Parse(JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["source"] = "Cost allocation report of October 2026", ["date"] = "2026-11-01", ["perMonth"] = costs }), PriceList.FileName);
    }

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "samples", "portfolio")))
                return Path.Combine(folder.FullName, "samples", "portfolio");
        }
        throw new DirectoryNotFoundException("samples/portfolio");
    }

    sealed class StillClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
