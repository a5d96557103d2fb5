using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ExecReports.Aws.Operations;
using ExecReports.Aws.Tests.Inventory;
using ExecReports.Aws.Tests.Ledger;
using ExecReports.Testing.Aws.Emulators;

namespace ExecReports.Aws.Tests.Operations;

/// <summary>Operations data in a table of dynalite: more than a page of it, which ends at 1 MB there as with DynamoDB.</summary>
public sealed class DynaliteOperationsTests(Dynalite dynalite) : IClassFixture<Dynalite>
{
    const int Trips = 30;

    [Fact]
    public async Task A_table_of_several_pages_is_read_whole()
    {
        Assert.SkipUnless(Emulator.Missing is null, Emulator.Missing ?? "");
        var token = TestContext.Current.CancellationToken;
        using var clients = dynalite.Clients();
        await clients.DynamoDb.CreateTableAsync(
            new CreateTableRequest
            {
                TableName = "trips",
                BillingMode = BillingMode.PAY_PER_REQUEST,
                AttributeDefinitions = [new("pk", ScalarAttributeType.S)],
                KeySchema = [new("pk", KeyType.HASH)],
            },
            token);
        while ((await clients.DynamoDb.DescribeTableAsync("trips", token)).Table.TableStatus != TableStatus.ACTIVE)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, token);
        var padding = new string('x', 60_000);
        for (var trip = 0; trip < Trips; trip++)
        {
            await clients.DynamoDb.PutItemAsync("trips", new()
            {
                ["pk"] = new($"trip#{trip}"), ["kind"] = new("event"), ["id"] = new($"T-{trip:00}"), ["entity"] = new("harbor"), ["product"] = new("Day charter"), ["start"] = new("2026-11-28"),
                ["state"] = new("booked"), ["guests"] = new() { N = "6" }, ["value"] = new() { N = "1200.50" }, ["remarks"] = new(padding),
            }, token);
            await clients.DynamoDb.PutItemAsync("trips", new() { ["pk"] = new($"waiver#{trip}"), ["kind"] = new("waiver"), ["event"] = new($"T-{trip:00}"), ["signedOn"] = new("2026-11-20") }, token);
            await clients.DynamoDb.PutItemAsync("trips", new() { ["pk"] = new($"crew#{trip}"), ["kind"] = new("crew"), ["event"] = new($"T-{trip:00}"), ["role"] = new("Captain"), ["filled"] = new() { BOOL = false } }, token);
        }

        var read = await new OperationsTable(() => clients.DynamoDb, "trips", SampleAccount.Clock).ReadAsync(token);

        Assert.Empty(read.Gaps);
        Assert.Equal(Enumerable.Range(0, Trips).Select(trip => $"T-{trip:00}"), read.Events.Select(trip => trip.Id));
        Assert.All(read.Events, trip => Assert.Equal((6, 1, 1200.50m, "Captain", false), (trip.Guests, trip.WaiversSigned, trip.Value, trip.Crew[0].Role, trip.Crew[0].Filled)));
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_told_with_the_setting()
    {
        Assert.SkipUnless(Emulator.Missing is null, Emulator.Missing ?? "");
        using var clients = dynalite.Clients();

        var refused = await Assert.ThrowsAsync<AwsException>(() => new OperationsTable(() => clients.DynamoDb, "none", SampleAccount.Clock).ReadAsync(TestContext.Current.CancellationToken));

        Assert.Contains("There is no table none in this region: correct OPERATIONS_TABLE or AWS_REGION.", refused.Message, StringComparison.Ordinal);
    }
}
