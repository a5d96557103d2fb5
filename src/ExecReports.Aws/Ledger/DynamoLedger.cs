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

    /// <inheritdoc/>
    /// <exception cref="AwsException">DynamoDB refused it, the table lacks an index, or an item cannot be read.</exception>
    public async Task<IReadOnlyList<LedgerItem>> ListAsync(LedgerFilter filter, CancellationToken cancellationToken) =>
        (await ListReadableAsync(filter, cancellationToken).ConfigureAwait(false)).Whole();

    /// <inheritdoc cref="LedgerList.ReadAsync"/>
    public Task<LedgerListing> ListReadableAsync(LedgerFilter filter, CancellationToken cancellationToken) => new LedgerList(dynamo, table).ReadAsync(filter, cancellationToken);

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
}
