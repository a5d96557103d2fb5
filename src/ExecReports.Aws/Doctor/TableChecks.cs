using Amazon.DynamoDBv2.Model;
using ExecReports.Aws.Clients;
using ExecReports.Aws.Ledger;
using ExecReports.Delivery;

namespace ExecReports.Aws.Doctor;

/// <summary>Checks the ledger's table: its shape, its backup, and by calls that change nothing whether it can be read and written.</summary>
sealed class TableChecks(AwsClients clients)
{
    static readonly LedgerKey s_none = new("none", DateTimeOffset.UnixEpoch);

    string Table => clients.Settings.Table;

    string Where => $"table {Table}";

    public async Task<IReadOnlyList<AwsFinding>> RunAsync(CancellationToken cancellationToken)
    {
        var (isThere, isRight) = (false, false);
        var shape = await Probe.NeededAsync(Where, "dynamodb:DescribeTable", async () =>
        {
            var found = (await clients.DynamoDb.DescribeTableAsync(Table, cancellationToken).ConfigureAwait(false)).Table;
            var faults = LedgerTable.Faults(found);
            (isThere, isRight) = (true, faults.Count == 0);
            return isRight ? [AwsFinding.Good(Where, $"its keys and its indexes are right ({found.TableStatus})")] : [.. faults.Select(fault => AwsFinding.Fault(Where, fault))];
        }).ConfigureAwait(false);
        if (!isThere && shape[0].IsOfAllElse)
            return shape;
        // Without its indexes, listing would say once more what the shape says.
        var others = await Task.WhenAll([ReadAsync(cancellationToken), WriteAsync(cancellationToken), MoveAsync(cancellationToken), .. isRight ? Lists(cancellationToken) : [], BackupAsync(cancellationToken)]).ConfigureAwait(false);
        return [.. shape, .. others.SelectMany(findings => findings)];
    }

    Task<IReadOnlyList<AwsFinding>> ReadAsync(CancellationToken cancellationToken) => Probe.NeededAsync(Where, "dynamodb:GetItem", async () =>
    {
        await new DynamoLedger(clients.DynamoDb, Table).GetAsync(s_none, cancellationToken).ConfigureAwait(false);
        return [AwsFinding.Good(Where, "items can be read")];
    });

    // A condition that no item meets: the call must be allowed, and writes nothing.
    Task<IReadOnlyList<AwsFinding>> WriteAsync(CancellationToken cancellationToken) => Probe.NeededAsync(Where, "dynamodb:PutItem", async () =>
    {
        try
        {
            await clients.DynamoDb.PutItemAsync(
                new PutItemRequest { TableName = Table, Item = LedgerAttributes.KeyOf(s_none), ConditionExpression = $"{LedgerTable.PartitionKey} = :never", ExpressionAttributeValues = new() { [":never"] = new() { S = "never" } } },
                cancellationToken).ConfigureAwait(false);
        }
        catch (ConditionalCheckFailedException)
        {
            return [AwsFinding.Good(Where, "items can be written")];
        }
        return [AwsFinding.Fault(Where, "a write whose condition is not met was taken: conditions are not kept, and two processes could mail the same report. Use a store that keeps them, as DynamoDB does.")];
    });

    Task<IReadOnlyList<AwsFinding>> MoveAsync(CancellationToken cancellationToken) => Probe.NeededAsync(Where, "dynamodb:UpdateItem", async () =>
    {
        var nobody = new LedgerDelivery { DeliveryId = "none", Recipient = new("none", "none"), Revision = 1 };
        await new DynamoLedger(clients.DynamoDb, Table).TryMoveAsync(s_none, nobody, cancellationToken).ConfigureAwait(false);
        return [AwsFinding.Good(Where, "deliveries can be moved")];
    });

    Task<IReadOnlyList<AwsFinding>>[] Lists(CancellationToken cancellationToken) =>
    [
        Probe.NeededAsync(Where, "dynamodb:Query", async () =>
        {
            var ledger = new DynamoLedger(clients.DynamoDb, Table);
            await ledger.ListAsync(new LedgerFilter { RunId = "none" }, cancellationToken).ConfigureAwait(false);
            await ledger.ListAsync(new LedgerFilter { Most = 1 }, cancellationToken).ConfigureAwait(false);
            return [AwsFinding.Good(Where, "items can be listed, by run and by time")];
        }),
        // A list of nothing reads nothing by batch.
        Probe.NeededAsync(Where, "dynamodb:BatchGetItem", async () =>
        {
            await clients.DynamoDb.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = new() { [Table] = new() { Keys = [LedgerAttributes.KeyOf(s_none)] } } }, cancellationToken).ConfigureAwait(false);
            return [AwsFinding.Good(Where, "items can be read many at a time")];
        }),
    ];

    Task<IReadOnlyList<AwsFinding>> BackupAsync(CancellationToken cancellationToken) => Probe.LookAsync(Where, "dynamodb:DescribeContinuousBackups", async () =>
        (await clients.DynamoDb.DescribeContinuousBackupsAsync(new DescribeContinuousBackupsRequest { TableName = Table }, cancellationToken).ConfigureAwait(false))
            .ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus?.Value == "ENABLED"
            ? [AwsFinding.Good(Where, "point-in-time recovery is on")]
            : [AwsFinding.Warning(Where, "point-in-time recovery is off: a ledger that is lost knows nothing of what was mailed. Switch it on.")]);
}
