using Amazon.DynamoDBv2.Model;
using ExecReports.Aws.Clients;
using ExecReports.Aws.Ledger;
using ExecReports.Contracts;
using ExecReports.Delivery;

namespace ExecReports.Aws.Tests.Ledger;

/// <summary>The ledger's contract, and what is DynamoDB's own, on whatever stands for DynamoDB.</summary>
public abstract class DynamoLedgerContract : LedgerContract, IAsyncLifetime
{
    readonly List<AwsClients> _opened = [];
    // Each test has a table of its own, also beside those that an earlier process left on a server that stays.
    readonly string _table = $"ledger-{Environment.ProcessId}-{Interlocked.Increment(ref _tables)}";
    static int _tables;

    protected abstract AwsClients Clients();

    protected abstract string? Missing { get; }

    AwsClients Opened()
    {
        _opened.Add(Clients());
        return _opened[^1];
    }

    public virtual async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        await LedgerTable.CreateAsync(Opened().DynamoDb, _table, TimeProvider.System, Token);
    }

    public virtual ValueTask DisposeAsync()
    {
        _opened.ForEach(clients => clients.Dispose());
        return ValueTask.CompletedTask;
    }

    protected override Task<IReportLedger> OpenAsync() => Task.FromResult<IReportLedger>(new DynamoLedger(Opened().DynamoDb, _table));

    [Fact]
    public async Task The_table_that_is_made_has_the_shape_that_is_checked() =>
        Assert.Empty(LedgerTable.Faults((await Opened().DynamoDb.DescribeTableAsync(_table, Token)).Table));

    [Fact]
    public async Task A_table_of_another_shape_is_told_what_is_wrong()
    {
        var dynamo = Opened().DynamoDb;
        var other = _table + "-other";
        await dynamo.CreateTableAsync(
            new CreateTableRequest(other, [new("report_type", "HASH"), new("generated_timestamp", "RANGE")], [new("report_type", "S"), new("generated_timestamp", "N")], null) { BillingMode = "PAY_PER_REQUEST" }, Token);

        var faults = LedgerTable.Faults((await dynamo.DescribeTableAsync(other, Token)).Table);

        Assert.Equal(3, faults.Count);
        Assert.Contains("HASH report_type (S), RANGE generated_timestamp (N)", faults[0]);
        Assert.Contains("lacks the index run_id-index", faults[1]);
        Assert.Contains("lacks the index schema_version-index", faults[2]);
    }

    [Fact]
    public async Task A_run_of_more_items_than_a_batch_holds_is_listed_whole()
    {
        var ledger = await OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 105).Select(number => ledger.CreateIfAbsentAsync(Item($"report-{number:000}", "run-big"), Token)));

        Assert.Equal(Enumerable.Range(0, 105).Select(number => $"report-{number:000}"), (await ledger.ListAsync(new() { RunId = "run-big" }, Token)).Select(item => item.Key.ReportType));
    }

    [Fact]
    public async Task An_item_that_the_first_version_wrote_is_read_and_moved()
    {
        var ledger = await OpenAsync();
        await Opened().DynamoDb.PutItemAsync(_table, FrozenItems.First(), Token);
        var key = new LedgerKey("ceo", Generated);

        var item = (await ledger.GetAsync(key, Token))!;
        Assert.Equivalent(Item() with { SchemaVersion = 1, AuditBcc = null }, item, strict: true);
        Assert.True(await ledger.TryMoveAsync(key, Claimed(item.Deliveries[0], "1"), Token));

        Assert.Equal(SendState.Sending, (await ledger.GetAsync(key, Token))!.Deliveries[0].State);
        Assert.Single(await ledger.ListAsync(new() { RunId = "run-1" }, Token));
    }

    [Fact]
    public async Task Attributes_that_a_later_version_added_are_left_alone_by_a_move()
    {
        var ledger = await OpenAsync();
        var dynamo = Opened().DynamoDb;
        var later = FrozenItems.First();
        later["schema_version"] = new() { N = "2" };
        later["period"] = new() { S = "weekly" };
        later["deliveries"].M[Owner.Id].M["opened_at"] = new() { S = "2027-01-01T00:00:00Z" };
        await dynamo.PutItemAsync(_table, later, Token);
        var item = (await ledger.GetAsync(new("ceo", Generated), Token))!;

        Assert.True(await ledger.TryMoveAsync(item.Key, Claimed(item.Deliveries[0], "1"), Token));

        var kept = (await dynamo.GetItemAsync(_table, new() { ["report_type"] = later["report_type"], ["generated_timestamp"] = later["generated_timestamp"] }, true, Token)).Item;
        Assert.Equal("weekly", kept["period"].S);
        Assert.Equal("2027-01-01T00:00:00Z", kept["deliveries"].M[Owner.Id].M["opened_at"].S);
    }

    [Fact]
    public async Task All_items_are_listed_newest_first_over_pages_and_editions_and_no_more_are_read_than_asked_for()
    {
        var ledger = await OpenAsync();
        var dynamo = Opened().DynamoDb;
        await Task.WhenAll(Enumerable.Range(0, 130).Select(number => ledger.CreateIfAbsentAsync(Item($"report-{number % 8}", $"run-{number / 8:00}", Generated.AddDays(number / 8)), Token)));
        await dynamo.PutItemAsync(_table, FrozenItems.First(), Token);
        var newer = FrozenItems.First();
        (newer["generated_timestamp"], newer["schema_version"]) = (new() { S = "2027-11-24T19:30:00.123Z" }, new() { N = "3" });
        await dynamo.PutItemAsync(_table, newer, Token);

        async Task<string[]> Listed(LedgerFilter filter) => [.. (await ledger.ListAsync(filter, Token)).Select(item => $"{item.RunId} {item.Key.ReportType}")];
        string[] all = ["run-1 ceo", .. Enumerable.Range(0, 130).OrderByDescending(number => number / 8).ThenBy(number => number % 8).Select(number => $"run-{number / 8:00} report-{number % 8}")];
        // Of the same moment as the oldest run, and by its name before the reports of that.
        all = [.. all[..^8], "run-1 ceo", .. all[^8..]];

        Assert.Equal(all, await Listed(new()));
        Assert.Equal(all[..4], await Listed(new() { Most = 4 }));
        Assert.Equal(["run-1 ceo", "run-16 report-0"], await Listed(new() { Most = 2 }));
        Assert.Equal(all[..3], await Listed(new() { Since = Generated.AddDays(16) }));
        Assert.Equal(all[3..19], await Listed(new() { Since = Generated.AddDays(14), Before = Generated.AddDays(16) }));
        Assert.Equal(all[^17..], await Listed(new() { Before = Generated.AddDays(2) }));
        Assert.Equal(all[^17..^7], await Listed(new() { Before = Generated.AddDays(2), Most = 10 }));
        Assert.Equal(all[..131], await Listed(new() { State = SendState.Pending, Most = 131 }));
        Assert.Empty(await Listed(new() { Since = Generated.AddDays(2), Before = Generated.AddDays(2) }));
        Assert.Equal(["run-14 report-3", "run-13 report-3"], await Listed(new() { ReportType = "report-3", Before = Generated.AddDays(15), Most = 2 }));
        Assert.Equal(["run-15 report-3", "run-14 report-3"], await Listed(new() { ReportType = "report-3", Since = Generated.AddDays(14), Before = Generated.AddDays(16) }));
    }

    /// <summary>Why no index can be added to a table here; null: it can.</summary>
    protected virtual string? AddsNoIndex => null;

    [Fact]
    public async Task A_table_without_the_index_by_time_says_how_to_add_it_and_then_lists_the_items_that_are_older_than_it()
    {
        Assert.SkipWhen(AddsNoIndex is not null, AddsNoIndex ?? "");
        var dynamo = Opened().DynamoDb;
        var old = _table + "-old";
        await dynamo.CreateTableAsync(LedgerTables.WithoutTimeIndex(old), Token);
        await dynamo.PutItemAsync(old, FrozenItems.First(), Token);
        var ledger = new DynamoLedger(dynamo, old);

        Assert.Single(await ledger.ListAsync(new() { RunId = "run-1" }, Token));
        var refused = await Assert.ThrowsAsync<AwsException>(() => ledger.ListAsync(new(), Token));
        Assert.Contains("The ledger needs the index schema_version-index; `execreports doctor --deliver aws` says how to add it.", refused.Message);
        var fault = Assert.Single(LedgerTable.Faults((await dynamo.DescribeTableAsync(old, Token)).Table));
        Assert.Contains($"`aws dynamodb update-table --table-name {old} --attribute-definitions AttributeName=schema_version,AttributeType=N AttributeName=generated_timestamp,AttributeType=S ", fault);

        await dynamo.UpdateTableAsync(
            new UpdateTableRequest
            {
                TableName = old,
                AttributeDefinitions = [new("schema_version", "N"), new("generated_timestamp", "S")],
                GlobalSecondaryIndexUpdates = [new() { Create = new() { IndexName = "schema_version-index", KeySchema = [new("schema_version", "HASH"), new("generated_timestamp", "RANGE")], Projection = new() { ProjectionType = "KEYS_ONLY" } } }],
            }, Token);
        while (LedgerTable.Faults((await dynamo.DescribeTableAsync(old, Token)).Table) is [_, ..])
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Token);

        Assert.Equal("run-1", Assert.Single(await ledger.ListAsync(new(), Token)).RunId);
    }

    [Fact]
    public async Task A_damaged_item_is_named_beside_the_others_and_nothing_is_decided_without_it()
    {
        var ledger = await OpenAsync();
        foreach (var type in new[] { "cfo", "cto" })
            await ledger.CreateIfAbsentAsync(Item(type), Token);
        var damaged = FrozenItems.First();
        damaged["deliveries"].M[Owner.Id].M["state"] = new() { S = "POSTED" };
        await Opened().DynamoDb.PutItemAsync(_table, damaged, Token);

        foreach (var filter in new LedgerFilter[] { new(), new() { RunId = "run-1" }, new() { State = SendState.Pending }, new() { Most = 2 } })
        {
            var listing = await ledger.ListReadableAsync(filter, Token);

            Assert.Equal(["cfo", "cto"], listing.Items.Select(item => item.Key.ReportType));
            var named = Assert.Single(listing.Damaged);
            Assert.Equal(("ceo", "2026-11-24T19:30:00.123Z"), (named.ReportType, named.GeneratedTimestamp));
            Assert.StartsWith("The ledger's item ceo 2026-11-24T19:30:00.123Z cannot be read (Requested value 'POSTED' was not found): ", named.Fault.Message);
            Assert.Equal(named.Fault.Message, (await Assert.ThrowsAsync<AwsException>(() => ledger.ListAsync(filter, Token))).Message);
        }

        var ofType = await ledger.ListReadableAsync(new() { ReportType = "ceo" }, Token);
        Assert.Equal((0, 1), (ofType.Items.Count, ofType.Damaged.Count));
        Assert.Empty((await ledger.ListReadableAsync(new() { RunId = "run-1", Since = Generated.AddDays(1) }, Token)).Damaged);
        await Assert.ThrowsAsync<AwsException>(() => ledger.GetAsync(new("ceo", Generated), Token));
        await Assert.ThrowsAsync<AwsException>(() => ledger.CreateIfAbsentAsync(Item(), Token));
    }

    [Fact]
    public async Task Records_of_another_program_are_not_listed_and_never_written_over()
    {
        var ledger = await OpenAsync();
        var dynamo = Opened().DynamoDb;
        var key = new LedgerKey("ceo", Generated);
        await dynamo.PutItemAsync(_table, new() { ["report_type"] = new() { S = key.ReportType }, ["generated_timestamp"] = new() { S = key.SortKey }, ["status"] = new() { S = "sent" } }, Token);

        Assert.Empty(await ledger.ListAsync(new(), Token));
        Assert.Empty(await ledger.ListAsync(new() { ReportType = "ceo" }, Token));
        Assert.Contains("another program", (await Assert.ThrowsAsync<AwsException>(() => ledger.CreateIfAbsentAsync(Item(), Token))).Message);
    }

    [Fact]
    public async Task A_table_that_is_missing_is_named_with_what_to_do()
    {
        var ledger = new DynamoLedger(Opened().DynamoDb, "no-such-table");

        var missing = await Assert.ThrowsAsync<AwsException>(() => ledger.GetAsync(Item().Key, Token));

        Assert.Contains("dynamodb:GetItem on table no-such-table was refused: ResourceNotFoundException", missing.Message);
        Assert.Contains("execreports doctor --deliver aws --create", missing.Message);
    }
}
