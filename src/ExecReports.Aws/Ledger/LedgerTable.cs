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

    /// <summary>
    /// The index that lists all items by time. Its partition key is the items' edition, which every item has had from the first version on: items that are older than the index are in it as soon as it is made,
    /// records of other programs never are. It holds keys only.
    /// </summary>
    public const string TimeIndex = "schema_version-index";

    /// <summary>Partition key of the index by time.</summary>
    public const string EditionKey = LedgerAttributes.SchemaVersion;

    /// <summary>Makes the table with its indexes, paid by request, with point-in-time recovery where the service has it. Returns when all of it is ready.</summary>
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
        foreach (var (name, key, type) in s_indexes)
        {
            var index = (table.GlobalSecondaryIndexes ?? []).Find(found => found.IndexName == name);
            var expected = $"HASH {key} ({type}), RANGE {SortKey} (S)";
            if (index is null)
                faults.Add($"it lacks the index {name}, {expected}, keys only: {(name == TimeIndex ? "what was mailed cannot be listed without a run or a report" : "a run's items cannot be listed")}. Add it: `{Adding(table.TableName, name, key, type)}`");
            else if (Keys(index.KeySchema, types) is var indexed && indexed != expected)
                faults.Add($"the key of its index {name} is {indexed}; expected {expected}: delete the index and add it anew");
            else if (index.IndexStatus == IndexStatus.CREATING)
                faults.Add($"its index {name} is still being made: wait some minutes");
        }
        return faults;
    }

    static readonly (string Name, string Key, string Type)[] s_indexes = [(RunIndex, RunKey, "S"), (TimeIndex, EditionKey, "N")];

    static string Adding(string table, string index, string key, string type) =>
        $"aws dynamodb update-table --table-name {table} --attribute-definitions AttributeName={key},AttributeType={type} AttributeName={SortKey},AttributeType=S --global-secondary-index-updates "
        + $"'Create={{IndexName={index},KeySchema=[{{AttributeName={key},KeyType=HASH}},{{AttributeName={SortKey},KeyType=RANGE}}],Projection={{ProjectionType=KEYS_ONLY}}}}'";

    static string Keys(List<KeySchemaElement>? schema, Dictionary<string, string> types) => string.Join(
        ", ", (schema ?? []).OrderBy(key => key.KeyType.Value, StringComparer.Ordinal).Select(key => $"{key.KeyType.Value} {key.AttributeName} ({types.GetValueOrDefault(key.AttributeName, "?")})"));

    static bool IsReady(TableDescription table) => table.TableStatus == TableStatus.ACTIVE && (table.GlobalSecondaryIndexes ?? []).TrueForAll(index => index.IndexStatus == IndexStatus.ACTIVE);

    static CreateTableRequest Request(string table) => new()
    {
        TableName = table,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        AttributeDefinitions = [new(PartitionKey, ScalarAttributeType.S), new(SortKey, ScalarAttributeType.S), .. s_indexes.Select(index => new AttributeDefinition(index.Key, index.Type))],
        KeySchema = [new(PartitionKey, KeyType.HASH), new(SortKey, KeyType.RANGE)],
        GlobalSecondaryIndexes =
        [
            .. s_indexes.Select(index => new GlobalSecondaryIndex
            {
                IndexName = index.Name,
                KeySchema = [new(index.Key, KeyType.HASH), new(SortKey, KeyType.RANGE)],
                Projection = new() { ProjectionType = ProjectionType.KEYS_ONLY },
            }),
        ],
    };
}
