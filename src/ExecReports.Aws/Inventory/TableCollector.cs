using Amazon.DynamoDBv2.Model;
using ExecReports.Inventory;

namespace ExecReports.Aws.Inventory;

/// <summary>DynamoDB tables of one region, and their use from CloudWatch.</summary>
public sealed class TableCollector(InventoryClients clients, string region, InventoryOptions options, TimeProvider time) : IInventoryCollector
{
    /// <inheritdoc/>
    /// <exception cref="AwsException">The tables may not be listed.</exception>
    /// <exception cref="TransientException">They could not be listed for now.</exception>
    public async Task<InventorySnapshot> CollectAsync(CancellationToken cancellationToken)
    {
        using var calls = new InventoryCalls(options.CallsAtOnce, cancellationToken);
        var now = time.GetUtcNow();
        var names = await ListAsync(calls).ConfigureAwait(false);
        var recovery = Task.WhenAll(names.Select(name => RecoveryAsync(name, calls)));
        var found = await Task.WhenAll(names.Select(name => DescribeAsync(name, calls))).ConfigureAwait(false);
        var tags = Task.WhenAll(found.Select(table => TagsAsync(table, calls)));
        var use = UseAsync(names, found, now, calls);
        await Task.WhenAll(recovery, tags, use).ConfigureAwait(false);

        var tables = names.Select((name, index) => Of(name, found[index], recovery.Result[index], tags.Result[index], use.Result[index])).ToList();
        return new InventorySnapshot
        {
            CollectedAt = now,
            Source = $"AWS DynamoDB {region}",
            Tables = tables,
            PriceSource = options.PriceSourceOf(tables),
            Gaps = [.. calls.Gaps, .. PriceGaps.Of(options.Prices, "tables", tables)],
        };
    }

    async Task<List<string>> ListAsync(InventoryCalls calls)
    {
        var names = new List<string>();
        string? last = null;
        do
        {
            var request = new ListTablesRequest { ExclusiveStartTableName = last };
            var page = await calls.NeedAsync("dynamodb:ListTables", $"tables in {region}", cancel => clients.DynamoDb(region).ListTablesAsync(request, cancel)).ConfigureAwait(false);
            names.AddRange(page.TableNames ?? []);
            last = page.LastEvaluatedTableName;
        }
        while (!string.IsNullOrEmpty(last));
        return names;
    }

    async Task<TableDescription?> DescribeAsync(string name, InventoryCalls calls) =>
        (await calls.TryAsync("dynamodb:DescribeTable", name, "their mode, size and indexes", cancel => clients.DynamoDb(region).DescribeTableAsync(new DescribeTableRequest { TableName = name }, cancel)).ConfigureAwait(false))?.Table;

    async Task<bool?> RecoveryAsync(string name, InventoryCalls calls)
    {
        var found = await calls.TryAsync("dynamodb:DescribeContinuousBackups", name, "whether they have point-in-time recovery",
            cancel => clients.DynamoDb(region).DescribeContinuousBackupsAsync(new DescribeContinuousBackupsRequest { TableName = name }, cancel)).ConfigureAwait(false);
        return found?.ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus is { } status ? status.Value == "ENABLED" : null;
    }

    async Task<IReadOnlyDictionary<string, string>> TagsAsync(TableDescription? table, InventoryCalls calls)
    {
        var tags = new Dictionary<string, string>();
        if (table is null)
            return tags;
        string? next = null;
        do
        {
            var request = new ListTagsOfResourceRequest { ResourceArn = table.TableArn, NextToken = next };
            var page = await calls.TryAsync("dynamodb:ListTagsOfResource", table.TableName, "which tags, and so which entity, they have",
                cancel => clients.DynamoDb(region).ListTagsOfResourceAsync(request, cancel)).ConfigureAwait(false);
            foreach (var tag in page?.Tags ?? [])
                tags[tag.Key] = tag.Value;
            next = page?.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
        return tags;
    }

    // What an index is asked is not in its table's metric.
    async Task<(decimal? Reads, decimal? Writes)[]> UseAsync(List<string> names, TableDescription?[] tables, DateTimeOffset now, InventoryCalls calls)
    {
        var places = names.SelectMany((name, index) => Indexes(tables[index]).Prepend(null).Select(gsi => (Table: index, Name: name, Gsi: gsi))).ToList();
        var questions = new[] { "ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits" }.SelectMany(metric => places.Select(place => new MetricQuestion(
            place.Name, "AWS/DynamoDB", metric, "Sum", place.Gsi is null ? [("TableName", place.Name)] : [("TableName", place.Name), ("GlobalSecondaryIndexName", place.Gsi)]))).ToList();
        var answers = await MetricReader.AskAsync(clients.CloudWatch(region), questions, now, calls).ConfigureAwait(false);
        return [.. names.Select((_, index) => (Sum(index, 0), Sum(index, places.Count)))];

        decimal? Sum(int table, int offset)
        {
            var own = places.Select((place, at) => (place, at)).Where(one => one.place.Table == table).Select(one => answers[offset + one.at]).ToList();
            return own.Contains(null) ? null : own.Sum(days => (decimal)days!.Sum);
        }
    }

    Table Of(string name, TableDescription? found, bool? recovery, IReadOnlyDictionary<string, string> tags, (decimal? Reads, decimal? Writes) use)
    {
        var table = new Table
        {
            Name = name,
            Region = region,
            Tags = tags,
            // A table that never was anything but provisioned says nothing of it.
            BillingMode = found is null ? null : found.BillingModeSummary?.BillingMode?.Value ?? "PROVISIONED",
            Bytes = found?.TableSizeBytes,
            Items = found?.ItemCount,
            PointInTimeRecovery = recovery,
            Indexes = [.. Indexes(found)],
            ReadUnits = use.Reads,
            WriteUnits = use.Writes,
        };
        return table with { CostPerMonth = ResourceCost.Of(options.Prices, table, Provisioned(found)) };
    }

    static IEnumerable<string> Indexes(TableDescription? table) => table?.GlobalSecondaryIndexes?.Select(index => index.IndexName) ?? [];

    static (long Reads, long Writes) Provisioned(TableDescription? table)
    {
        var all = (table?.GlobalSecondaryIndexes?.Select(index => index.ProvisionedThroughput) ?? []).Append(table?.ProvisionedThroughput).ToList();
        return (all.Sum(one => one?.ReadCapacityUnits ?? 0), all.Sum(one => one?.WriteCapacityUnits ?? 0));
    }
}
