using Amazon.DynamoDBv2.Model;

namespace ExecReports.Aws.Tests.Ledger;

/// <summary>Tables as versions of the product made them.</summary>
static class LedgerTables
{
    /// <summary>Before there was an index by time.</summary>
    public static CreateTableRequest WithoutTimeIndex(string name) => new(
        name, [new("report_type", "HASH"), new("generated_timestamp", "RANGE")], [new("report_type", "S"), new("generated_timestamp", "S"), new("run_id", "S")], null)
    {
        BillingMode = "PAY_PER_REQUEST",
        GlobalSecondaryIndexes = [new() { IndexName = "run_id-index", KeySchema = [new("run_id", "HASH"), new("generated_timestamp", "RANGE")], Projection = new() { ProjectionType = "KEYS_ONLY" } }],
    };
}
