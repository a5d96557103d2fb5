using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ExecReports.Delivery;

namespace ExecReports.Aws.Ledger;

/// <summary>
/// Lists items of the ledger's table by queries, newest first and no further than is asked for: what a list costs follows what it shows, not what the table holds. No list scans the table. One object makes one list.
/// </summary>
/// <param name="dynamo">The client.</param>
/// <param name="table">The table's name.</param>
sealed class LedgerList(IAmazonDynamoDB dynamo, string table)
{
    const int MostKeysOfABatch = 100, MostKeysOfAPage = 1000, MostTries = 10;

    // The reports of a run share their moment and are told apart by their type: a page goes beyond what is asked for, and a batch leaves room for the rest of a run.
    const int OfOneMoment = 50, OfOneRun = 20;

    readonly List<DamagedLedgerItem> _damaged = [];

    string Resource => $"table {table}";

    /// <summary>
    /// Lists items, newest first, reports of one run by type. A report's items are read from the table. Without a report, an index names them (by run, or all by time) and they are read from the table itself, consistently; an
    /// item written a moment ago may still be missing from the index, so a caller that knows the keys reads those. Records of other programs are left out; items of this program that cannot be read are named beside the others.
    /// All items take one query for each edition that this program knows and one for the next, and one batch read for each hundred items.
    /// </summary>
    /// <exception cref="AwsException">DynamoDB refused it; or the table lacks an index.</exception>
    public async Task<LedgerListing> ReadAsync(LedgerFilter filter, CancellationToken cancellationToken)
    {
        if (filter.Most <= 0 || (First(filter) is { } first && Last(filter) is { } last && string.CompareOrdinal(first, last) > 0))
            return new([], []);
        var found = filter.RunId is { } run ? await OfRunAsync(run, cancellationToken).ConfigureAwait(false)
            : filter.ReportType is { } type ? await OfTypeAsync(type, filter, cancellationToken).ConfigureAwait(false)
            : await AllAsync(filter, cancellationToken).ConfigureAwait(false);
        return new(
            [.. found.Where(item => Matches(item, filter)).OrderByDescending(item => item.Key.GeneratedTimestamp).ThenBy(item => item.Key.ReportType, StringComparer.Ordinal).Take(filter.Most)],
            [.. _damaged.Where(item => MayMatch(item, filter)).OrderByDescending(item => item.GeneratedTimestamp, StringComparer.Ordinal).ThenBy(item => item.ReportType, StringComparer.Ordinal)]);
    }

    // Of an item that cannot be read only the key is sure.
    static bool MayMatch(DamagedLedgerItem item, LedgerFilter filter) =>
        (filter.ReportType is null || item.ReportType == filter.ReportType)
        && (First(filter) is not { } first || string.CompareOrdinal(item.GeneratedTimestamp, first) >= 0)
        && (Last(filter) is not { } last || string.CompareOrdinal(item.GeneratedTimestamp, last) <= 0);

    LedgerItem? ReadOrName(Dictionary<string, AttributeValue> attributes)
    {
        try
        {
            return LedgerAttributes.Read(attributes);
        }
        catch (AwsException damage)
        {
            _damaged.Add(new(attributes[LedgerTable.PartitionKey].S, attributes[LedgerTable.SortKey].S, damage));
            return null;
        }
    }

    static bool Matches(LedgerItem item, LedgerFilter filter) =>
        (filter.RunId is null || item.RunId == filter.RunId)
        && (filter.ReportType is null || item.Key.ReportType == filter.ReportType)
        && (filter.Since is not { } since || item.Key.GeneratedTimestamp >= since)
        && (filter.Before is not { } before || item.Key.GeneratedTimestamp < before)
        && (filter.State is not { } state || item.Deliveries.Any(delivery => delivery.State == state));

    async Task<List<LedgerItem>> OfRunAsync(string run, CancellationToken cancellationToken)
    {
        var keys = new KeyPages(next => PageAsync(
            new QueryRequest
            {
                TableName = table,
                IndexName = LedgerTable.RunIndex,
                KeyConditionExpression = $"{LedgerTable.RunKey} = :run",
                ExpressionAttributeValues = new() { [":run"] = new() { S = run } },
                ExclusiveStartKey = next,
            }, cancellationToken));
        var all = new List<Dictionary<string, AttributeValue>>();
        while (await keys.PeekAsync().ConfigureAwait(false) is not null)
            all.Add(keys.Take());
        return await ItemsAsync(all, cancellationToken).ConfigureAwait(false);
    }

    async Task<List<LedgerItem>> OfTypeAsync(string type, LedgerFilter filter, CancellationToken cancellationToken)
    {
        var pages = Newest(null, LedgerTable.PartitionKey, new() { S = type }, filter, cancellationToken);
        var found = new List<LedgerItem>();
        while (found.Count < filter.Most && await pages.PeekAsync().ConfigureAwait(false) is not null)
        {
            var attributes = pages.Take();
            if (LedgerAttributes.IsOurs(attributes) && ReadOrName(attributes) is { } item && Matches(item, filter))
                found.Add(item);
        }
        return found;
    }

    async Task<List<LedgerItem>> AllAsync(LedgerFilter filter, CancellationToken cancellationToken)
    {
        // The edition after this program's is asked for as well: a newer program may write beside this one, and what it mailed must not be missing.
        KeyPages[] editions = [.. Enumerable.Range(1, LedgerItem.CurrentSchemaVersion + 1).Select(edition => OfEdition(edition, filter, cancellationToken))];
        await Task.WhenAll(editions.Select(edition => edition.PeekAsync())).ConfigureAwait(false);
        var found = new List<LedgerItem>();
        while (found.Count < filter.Most)
        {
            // Which items are in a state is seen only when they are read, so that more of them may have to be.
            var keys = await NewestAsync(editions, filter.State is null ? filter.Most - found.Count : MostKeysOfABatch - OfOneRun).ConfigureAwait(false);
            if (keys.Count == 0)
                break;
            found.AddRange((await ItemsAsync(keys, cancellationToken).ConfigureAwait(false)).Where(item => Matches(item, filter)));
        }
        return found;
    }

    KeyPages OfEdition(int edition, LedgerFilter filter, CancellationToken cancellationToken) =>
        Newest(LedgerTable.TimeIndex, LedgerTable.EditionKey, new() { N = edition.ToString(CultureInfo.InvariantCulture) }, filter, cancellationToken);

    /// <summary>One partition of the table, or of an index, in the filter's range of time, newest first. The table itself is read consistently; an index cannot be.</summary>
    KeyPages Newest(string? index, string partitionKey, AttributeValue partition, LedgerFilter filter, CancellationToken cancellationToken)
    {
        var (range, values) = Range(filter);
        values[":partition"] = partition;
        return new(next => PageAsync(
            new QueryRequest
            {
                TableName = table,
                IndexName = index,
                ConsistentRead = index is null,
                ScanIndexForward = false,
                KeyConditionExpression = $"{partitionKey} = :partition{range}",
                ExpressionAttributeValues = values,
                Limit = Math.Min(filter.Most, MostKeysOfAPage - OfOneMoment) + OfOneMoment,
                ExclusiveStartKey = next,
            }, cancellationToken));
    }

    /// <summary>The newest keys of all editions, at least so many and all that share their moment with the last of them.</summary>
    static async Task<List<Dictionary<string, AttributeValue>>> NewestAsync(KeyPages[] editions, int atLeast)
    {
        var keys = new List<Dictionary<string, AttributeValue>>();
        while (true)
        {
            (KeyPages? Pages, string Moment) newest = (null, "");
            foreach (var pages in editions)
            {
                if (await pages.PeekAsync().ConfigureAwait(false) is { } next && string.CompareOrdinal(next[LedgerTable.SortKey].S, newest.Moment) > 0)
                    newest = (pages, next[LedgerTable.SortKey].S);
            }
            if (newest.Pages is null || (keys.Count >= atLeast && keys[^1][LedgerTable.SortKey].S != newest.Moment))
                return keys;
            keys.Add(newest.Pages.Take());
        }
    }

    /// <summary>The first sort key of the range: whole milliseconds, the first that is not before it.</summary>
    static string? First(LedgerFilter filter) => filter.Since is { } since ? new LedgerKey("", since.AddTicks(TimeSpan.TicksPerMillisecond - 1)).SortKey : null;

    /// <summary>The last sort key of the range: the end itself is not in it.</summary>
    static string? Last(LedgerFilter filter) => filter.Before is { } before ? new LedgerKey("", before.AddTicks(-1)).SortKey : null;

    static (string Condition, Dictionary<string, AttributeValue> Values) Range(LedgerFilter filter)
    {
        var values = new Dictionary<string, AttributeValue>();
        if (First(filter) is { } first)
            values[":first"] = new() { S = first };
        if (Last(filter) is { } last)
            values[":last"] = new() { S = last };
        var condition = (filter.Since, filter.Before) switch
        {
            (null, null) => "",
            (not null, null) => $" AND {LedgerTable.SortKey} >= :first",
            (null, not null) => $" AND {LedgerTable.SortKey} <= :last",
            _ => $" AND {LedgerTable.SortKey} BETWEEN :first AND :last",
        };
        return (condition, values);
    }

    async Task<(List<Dictionary<string, AttributeValue>> Found, Dictionary<string, AttributeValue>? Last)> PageAsync(QueryRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var page = await dynamo.QueryAsync(request, cancellationToken).ConfigureAwait(false);
            return (page.Items ?? [], page.LastEvaluatedKey);
        }
        catch (AmazonDynamoDBException refused) when (request.IndexName is { } index && refused.ErrorCode == "ValidationException" && refused.Message.Contains("index", StringComparison.OrdinalIgnoreCase))
        {
            throw new AwsException($"dynamodb:Query on {Resource} was refused: {AwsFaults.Words(refused)}. The ledger needs the index {index}; `execreports doctor --deliver aws` says how to add it.", refused);
        }
        catch (Exception fault) when (AwsFaults.IsOfAws(fault))
        {
            throw AwsFaults.Of(fault, "dynamodb:Query", Resource);
        }
    }

    async Task<List<LedgerItem>> ItemsAsync(List<Dictionary<string, AttributeValue>> found, CancellationToken cancellationToken)
    {
        var items = new List<LedgerItem>();
        foreach (var batch in found.Select(key => new Dictionary<string, AttributeValue> { [LedgerTable.PartitionKey] = key[LedgerTable.PartitionKey], [LedgerTable.SortKey] = key[LedgerTable.SortKey] }).Chunk(MostKeysOfABatch))
            items.AddRange(await BatchAsync([.. batch], cancellationToken).ConfigureAwait(false));
        return items;
    }

    async Task<List<LedgerItem>> BatchAsync(List<Dictionary<string, AttributeValue>> keys, CancellationToken cancellationToken)
    {
        var items = new List<LedgerItem>();
        var wanted = new Dictionary<string, KeysAndAttributes> { [table] = new() { Keys = keys, ConsistentRead = true } };
        // What DynamoDB did not get to it hands back, to be asked for again.
        for (var tries = 0; wanted.Count > 0; tries++)
        {
            if (tries == MostTries)
                throw new TransientException($"dynamodb:BatchGetItem on {Resource} leaves keys unread each time.");
            if (tries > 0)
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(1000, 50 << tries)), TimeProvider.System, cancellationToken).ConfigureAwait(false);
            try
            {
                var answer = await dynamo.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = wanted }, cancellationToken).ConfigureAwait(false);
                items.AddRange((answer.Responses?.GetValueOrDefault(table) ?? []).Where(LedgerAttributes.IsOurs).Select(ReadOrName).OfType<LedgerItem>());
                wanted = answer.UnprocessedKeys ?? [];
            }
            catch (Exception fault) when (AwsFaults.IsOfAws(fault))
            {
                throw AwsFaults.Of(fault, "dynamodb:BatchGetItem", Resource);
            }
        }
        return items;
    }
}
