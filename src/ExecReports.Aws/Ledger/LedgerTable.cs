using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace ExecReports.Aws.Ledger;

/// <summary>The shape of the ledger's table: keys, the index on runs, and how it is made.</summary>
public static class LedgerTable
{
    /// <summary>The table's name where none is set.</summary>
    public const string DefaultName = "executive_reports";

    /// <summary>Partition key: the report type.</summary>
    public const string PartitionKey = "report_type";

    /// <summary>Sort key: the generated timestamp, ISO 8601 in UTC.</summary>
    public const string SortKey = "generated_timestamp";

    /// <summary>The index that lists a run's items. It holds keys only: items themselves are read from the table, which is never behind.</summary>
    public const string RunIndex = "run_id-index";

    /// <summary>Partition key of the index.</summary>
    public const string RunKey = "run_id";

    /// <summary>Makes the table with its index, paid by request, with point-in-time recovery where the service has it. Returns when both are ready.</summary>
    /// <exception cref="AwsException">It is refused; a table of that name exists, for example.</exception>
    public static async Task CreateAsync(IAmazonDynamoDB dynamo, string table, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await dynamo.CreateTableAsync(Request(table), cancellationToken).ConfigureAwait(false);
            while ((await dynamo.DescribeTableAsync(table, cancellationToken).ConfigureAwait(false)).Table is var made && !IsReady(made))
                await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (AwsFaults.IsOfAws(fault))
        {
            throw AwsFaults.Of(fault, "dynamodb:CreateTable", $"table {table}");
        }
    }

    /// <summary>What is wrong with a table that stands, and what would be right; empty: nothing.</summary>
    public static IReadOnlyList<string> Faults(TableDescription table)
    {
        var faults = new List<string>();
        var types = (table.AttributeDefinitions ?? []).ToDictionary(attribute => attribute.AttributeName, attribute => attribute.AttributeType.Value);
        if (Keys(table.KeySchema, types) is var keys && keys != $"HASH {PartitionKey} (S), RANGE {SortKey} (S)")
            faults.Add($"its key is {keys}; the ledger needs HASH {PartitionKey} (S), RANGE {SortKey} (S), which cannot be changed on a table that stands: name another one with REPORT_TABLE");
        var index = (table.GlobalSecondaryIndexes ?? []).Find(found => found.IndexName == RunIndex);
        if (index is null)
            faults.Add($"it lacks the index {RunIndex} on {RunKey} (S) and {SortKey} (S): add it, keys only");
        else if (Keys(index.KeySchema, types) is var indexed && indexed != $"HASH {RunKey} (S), RANGE {SortKey} (S)")
            faults.Add($"the key of its index {RunIndex} is {indexed}; expected HASH {RunKey} (S), RANGE {SortKey} (S): delete the index and add it anew");
        return faults;
    }

    static string Keys(List<KeySchemaElement>? schema, Dictionary<string, string> types) => string.Join(
        ", ", (schema ?? []).OrderBy(key => key.KeyType.Value, StringComparer.Ordinal).Select(key => $"{key.KeyType.Value} {key.AttributeName} ({types.GetValueOrDefault(key.AttributeName, "?")})"));

    static bool IsReady(TableDescription table) => table.TableStatus == TableStatus.ACTIVE && (table.GlobalSecondaryIndexes ?? []).TrueForAll(index => index.IndexStatus == IndexStatus.ACTIVE);

    static CreateTableRequest Request(string table) => new()
    {
        TableName = table,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        AttributeDefinitions = [Text(PartitionKey), Text(SortKey), Text(RunKey)],
        KeySchema = [new(PartitionKey, KeyType.HASH), new(SortKey, KeyType.RANGE)],
        GlobalSecondaryIndexes =
        [
            new()
            {
                IndexName = RunIndex,
                KeySchema = [new(RunKey, KeyType.HASH), new(SortKey, KeyType.RANGE)],
                Projection = new() { ProjectionType = ProjectionType.KEYS_ONLY },
            },
        ],
    };

    static AttributeDefinition Text(string name) => new(name, ScalarAttributeType.S);
}
