using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ExecReports.Delivery;

namespace ExecReports.Aws.Ledger;

/// <summary>
/// The ledger in a DynamoDB table (<see cref="LedgerTable"/>): one item per report and run, its deliveries a map by recipient id. Every write has a condition, every read that a
/// decision hangs on is consistent. A move sets the attributes of one delivery alone, so that moves of two deliveries of an item do not hinder each other.
/// </summary>
/// <param name="dynamo">The client.</param>
/// <param name="table">The table's name.</param>
public sealed class DynamoLedger(IAmazonDynamoDB dynamo, string table) : IReportLedger
{
    const int MostKeysOfABatch = 100;

    string Resource => $"table {table}";

    /// <inheritdoc/>
    /// <exception cref="AwsException">DynamoDB refused it, or a record of another program stands under the key.</exception>
    public async Task<LedgerItem> CreateIfAbsentAsync(LedgerItem item, CancellationToken cancellationToken)
    {
        try
        {
            await dynamo.PutItemAsync(
                new PutItemRequest { TableName = table, Item = LedgerAttributes.Of(item), ConditionExpression = $"attribute_not_exists({LedgerTable.PartitionKey})" }, cancellationToken).ConfigureAwait(false);
            return item;
        }
        catch (ConditionalCheckFailedException)
        {
            return await GetAsync(item.Key, cancellationToken).ConfigureAwait(false)
                ?? throw new TransientException($"The item {item.Key.ReportType} {item.Key.SortKey} in {Resource} was there when it was to be written and gone when it was read.");
        }
        catch (Exception fault) when (AwsFaults.IsOfAws(fault))
        {
            throw AwsFaults.Of(fault, "dynamodb:PutItem", Resource);
        }
    }

    /// <inheritdoc/>
    public async Task<LedgerItem?> GetAsync(LedgerKey key, CancellationToken cancellationToken)
    {
        try
        {
            var found = (await dynamo.GetItemAsync(new GetItemRequest { TableName = table, Key = LedgerAttributes.KeyOf(key), ConsistentRead = true }, cancellationToken).ConfigureAwait(false)).Item;
            return found is not { Count: > 0 } ? null
                : LedgerAttributes.IsOurs(found) ? LedgerAttributes.Read(found)
                : throw new AwsException($"{Resource} holds a record of another program under {key.ReportType} {key.SortKey}; nothing was changed. Name another table with REPORT_TABLE.");
        }
        catch (Exception fault) when (AwsFaults.IsOfAws(fault))
        {
            throw AwsFaults.Of(fault, "dynamodb:GetItem", Resource);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> TryMoveAsync(LedgerKey key, LedgerDelivery next, CancellationToken cancellationToken)
    {
        try
        {
            await dynamo.UpdateItemAsync(Move(key, next), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
        catch (Exception fault) when (AwsFaults.IsOfAws(fault))
        {
            throw AwsFaults.Of(fault, "dynamodb:UpdateItem", Resource);
        }
    }

    /// <summary>
    /// Lists items, newest first, reports of one run by type. What the index on runs names is read from the table itself; an item written a moment ago may still be missing from the
    /// index, so a caller that knows the keys reads those. Records of other programs are left out. Without run or type the whole table is read.
    /// </summary>
    public async Task<IReadOnlyList<LedgerItem>> ListAsync(LedgerFilter filter, CancellationToken cancellationToken)
    {
        var found = filter.RunId is { } run ? await OfRunAsync(run, cancellationToken).ConfigureAwait(false)
            : filter.ReportType is { } type ? await OfTypeAsync(type, filter, cancellationToken).ConfigureAwait(false)
            : await AllAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. found.Where(item => Matches(item, filter)).OrderByDescending(item => item.Key.GeneratedTimestamp).ThenBy(item => item.Key.ReportType, StringComparer.Ordinal).Take(filter.Most),
        ];
    }

    static bool Matches(LedgerItem item, LedgerFilter filter) =>
        (filter.RunId is null || item.RunId == filter.RunId)
        && (filter.ReportType is null || item.Key.ReportType == filter.ReportType)
        && (filter.Since is not { } since || item.Key.GeneratedTimestamp >= since)
        && (filter.Before is not { } before || item.Key.GeneratedTimestamp < before)
        && (filter.State is not { } state || item.Deliveries.Any(delivery => delivery.State == state));

    UpdateItemRequest Move(LedgerKey key, LedgerDelivery next)
    {
        var names = new Dictionary<string, string> { ["#deliveries"] = LedgerAttributes.Deliveries, ["#recipient"] = next.Recipient.Id };
        var values = new Dictionary<string, AttributeValue>
        {
            [":stands"] = new() { N = (next.Revision - 1).ToString(CultureInfo.InvariantCulture) },
            [":delivery"] = new() { S = next.DeliveryId },
        };
        var (sets, removes) = (new List<string>(), new List<string>());
        foreach (var (name, value) in LedgerAttributes.Moving(next))
        {
            names[$"#{name}"] = name;
            if (value is null)
            {
                removes.Add($"#deliveries.#recipient.#{name}");
            }
            else
            {
                values[$":{name}"] = value;
                sets.Add($"#deliveries.#recipient.#{name} = :{name}");
            }
        }
        names["#delivery_id"] = "delivery_id";
        return new()
        {
            TableName = table,
            Key = LedgerAttributes.KeyOf(key),
            UpdateExpression = $"SET {string.Join(", ", sets)}" + (removes.Count > 0 ? $" REMOVE {string.Join(", ", removes)}" : ""),
            ConditionExpression = $"#deliveries.#recipient.#{LedgerAttributes.Revision} = :stands AND #deliveries.#recipient.#delivery_id = :delivery",
            ExpressionAttributeNames = names,
            ExpressionAttributeValues = values,
        };
    }

    async Task<IEnumerable<LedgerItem>> OfRunAsync(string run, CancellationToken cancellationToken)
    {
        var keys = await PagesAsync("dynamodb:Query", async next =>
        {
            var page = await dynamo.QueryAsync(
                new QueryRequest
                {
                    TableName = table,
                    IndexName = LedgerTable.RunIndex,
                    KeyConditionExpression = $"{LedgerTable.RunKey} = :run",
                    ExpressionAttributeValues = new() { [":run"] = new() { S = run } },
                    ExclusiveStartKey = next,
                }, cancellationToken).ConfigureAwait(false);
            return (page.Items, page.LastEvaluatedKey);
        }).ConfigureAwait(false);
        var items = new List<LedgerItem>();
        foreach (var batch in keys.Select(found => new Dictionary<string, AttributeValue> { [LedgerTable.PartitionKey] = found[LedgerTable.PartitionKey], [LedgerTable.SortKey] = found[LedgerTable.SortKey] }).Chunk(MostKeysOfABatch))
            items.AddRange(await BatchAsync([.. batch], cancellationToken).ConfigureAwait(false));
        return items;
    }

    async Task<IEnumerable<LedgerItem>> BatchAsync(List<Dictionary<string, AttributeValue>> keys, CancellationToken cancellationToken)
    {
        var items = new List<LedgerItem>();
        var wanted = new Dictionary<string, KeysAndAttributes> { [table] = new() { Keys = keys, ConsistentRead = true } };
        // What DynamoDB did not get to it hands back, to be asked for again.
        for (var tries = 0; wanted.Count > 0; tries++)
        {
            if (tries == 10)
                throw new TransientException($"dynamodb:BatchGetItem on {Resource} leaves keys unread each time.");
            try
            {
                var answer = await dynamo.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = wanted }, cancellationToken).ConfigureAwait(false);
                items.AddRange((answer.Responses?.GetValueOrDefault(table) ?? []).Where(LedgerAttributes.IsOurs).Select(LedgerAttributes.Read));
                wanted = answer.UnprocessedKeys ?? [];
            }
            catch (Exception fault) when (AwsFaults.IsOfAws(fault))
            {
                throw AwsFaults.Of(fault, "dynamodb:BatchGetItem", Resource);
            }
        }
        return items;
    }

    async Task<IEnumerable<LedgerItem>> OfTypeAsync(string type, LedgerFilter filter, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, AttributeValue> { [":type"] = new() { S = type } };
        if (filter.Since is { } since)
            values[":since"] = new() { S = new LedgerKey(type, since).SortKey };
        var found = await PagesAsync("dynamodb:Query", async next =>
        {
            var page = await dynamo.QueryAsync(
                new QueryRequest
                {
                    TableName = table,
                    ConsistentRead = true,
                    ScanIndexForward = false,
                    KeyConditionExpression = $"{LedgerTable.PartitionKey} = :type" + (filter.Since is null ? "" : $" AND {LedgerTable.SortKey} >= :since"),
                    ExpressionAttributeValues = values,
                    ExclusiveStartKey = next,
                }, cancellationToken).ConfigureAwait(false);
            return (page.Items, page.LastEvaluatedKey);
        }).ConfigureAwait(false);
        return found.Where(LedgerAttributes.IsOurs).Select(LedgerAttributes.Read);
    }

    async Task<IEnumerable<LedgerItem>> AllAsync(CancellationToken cancellationToken)
    {
        var found = await PagesAsync("dynamodb:Scan", async next =>
        {
            var page = await dynamo.ScanAsync(new ScanRequest { TableName = table, ConsistentRead = true, ExclusiveStartKey = next }, cancellationToken).ConfigureAwait(false);
            return (page.Items, page.LastEvaluatedKey);
        }).ConfigureAwait(false);
        return found.Where(LedgerAttributes.IsOurs).Select(LedgerAttributes.Read);
    }

    async Task<List<Dictionary<string, AttributeValue>>> PagesAsync(
        string permission, Func<Dictionary<string, AttributeValue>?, Task<(List<Dictionary<string, AttributeValue>>? Items, Dictionary<string, AttributeValue>? Next)>> read)
    {
        var found = new List<Dictionary<string, AttributeValue>>();
        Dictionary<string, AttributeValue>? next = null;
        try
        {
            do
            {
                (var items, next) = await read(next).ConfigureAwait(false);
                found.AddRange(items ?? []);
            }
            while (next is { Count: > 0 });
        }
        catch (Exception fault) when (AwsFaults.IsOfAws(fault))
        {
            throw AwsFaults.Of(fault, permission, Resource);
        }
        return found;
    }
}
