using ExecReports.Delivery;
using ExecReports.Embedded.Files;
using ExecReports.Embedded.Ledger;
using Microsoft.Data.Sqlite;

namespace ExecReports.Embedded.Tests.Ledger;

public sealed class SqliteLedgerTests : IDisposable
{
    static readonly DateTimeOffset Now = new DateTimeOffset(2026, 11, 24, 19, 30, 0, 123, TimeSpan.Zero).AddTicks(4567);
    static readonly DateTimeOffset Generated = new(2026, 11, 24, 19, 30, 0, 123, TimeSpan.Zero);
    static readonly Recipient Owner = new("0123456789ab", "owner@example.com"), Partner = new("ba9876543210", "partner@example.com");

    readonly TempFolder _temp = new();
    readonly List<SqliteLedger> _open = [];

    static CancellationToken Token => TestContext.Current.CancellationToken;

    string FilePath => _temp.At("ledger.db");

    public void Dispose()
    {
        _open.ForEach(ledger => ledger.Dispose());
        _temp.Dispose();
    }

    SqliteLedger Ledger()
    {
        _open.Add(new(FilePath));
        return _open[^1];
    }

    static LedgerItem Item(string type = "ceo", string run = "run-1", DateTimeOffset? generated = null, params Recipient[] recipients) => LedgerItem.Of(
        new()
        {
            ReportType = type,
            GeneratedTimestamp = generated ?? Generated,
            RunId = run,
            AsOf = new(2026, 11, 24),
            Subject = "CEO report, “24 Nov”",
            TemplateVersion = "abc",
            Html = [],
            Markdown = [],
            Json = [],
            Eml = [],
            Recipients = recipients.Length > 0 ? recipients : [Owner, Partner],
            Sender = "reports@example.com",
            Gaps = ["inventory: no file"],
        },
        [new("exec-reports/2026/11/x.eml", "00ff", 12345)],
        Now);

    static LedgerDelivery Claimed(LedgerDelivery delivery, string attempt) => DeliveryMoves.Claim(delivery, new("process", attempt), Now, TimeSpan.FromMinutes(3))!;

    [Fact]
    public async Task An_item_is_read_back_as_it_was_written()
    {
        var item = Item();

        Assert.Equivalent(item, await Ledger().CreateIfAbsentAsync(item, Token), strict: true);
        Assert.Equivalent(item, await Ledger().GetAsync(item.Key, Token), strict: true);
    }

    [Fact]
    public async Task A_second_item_under_a_key_changes_nothing_and_yields_the_first()
    {
        var first = await Ledger().CreateIfAbsentAsync(Item(), Token);

        Assert.Equivalent(first, await Ledger().CreateIfAbsentAsync(Item(run: "run-2", recipients: Owner), Token), strict: true);
        Assert.Equivalent(first, await Ledger().GetAsync(first.Key, Token), strict: true);
    }

    [Fact]
    public async Task A_move_is_kept_and_leaves_the_other_deliveries_alone()
    {
        var item = await Ledger().CreateIfAbsentAsync(Item(), Token);
        var claimed = Claimed(item.Deliveries[0], "1");
        var sent = DeliveryMoves.Settle(claimed, new("process", "1"), new(SendState.Sent, "m-1", null), Now.AddSeconds(1))!;

        Assert.True(await Ledger().TryMoveAsync(item.Key, claimed, Token));
        Assert.True(await Ledger().TryMoveAsync(item.Key, sent, Token));

        Assert.Equal([sent, item.Deliveries[1]], (await Ledger().GetAsync(item.Key, Token))!.Deliveries);
    }

    [Fact]
    public async Task A_move_from_what_no_longer_stands_is_refused()
    {
        var item = await Ledger().CreateIfAbsentAsync(Item(), Token);
        Assert.True(await Ledger().TryMoveAsync(item.Key, Claimed(item.Deliveries[0], "1"), Token));

        Assert.False(await Ledger().TryMoveAsync(item.Key, Claimed(item.Deliveries[0], "2"), Token));
        Assert.Equal("process/1", (await Ledger().GetAsync(item.Key, Token))!.Deliveries[0].Owner);
    }

    [Fact]
    public async Task A_move_of_a_delivery_that_is_not_there_is_refused() =>
        Assert.False(await Ledger().TryMoveAsync(Item().Key, Claimed(Item().Deliveries[0], "1"), Token));

    [Fact]
    public async Task Of_thirty_two_claims_on_connections_of_their_own_one_wins()
    {
        var item = await Ledger().CreateIfAbsentAsync(Item(), Token);
        var ledgers = Enumerable.Range(0, 32).Select(_ => Ledger()).ToArray();
        using var start = new Barrier(32);

        var won = await Task.WhenAll(ledgers.Select((ledger, number) => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return ledger.TryMoveAsync(item.Key, Claimed(item.Deliveries[0], $"{number}"), Token);
            },
            Token, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

        var winner = Assert.Single(won.Index(), result => result.Item).Index;
        Assert.Equal($"process/{winner}", (await Ledger().GetAsync(item.Key, Token))!.Deliveries[0].Owner);
    }

    [Fact]
    public async Task A_file_that_many_make_at_once_holds_what_each_wrote()
    {
        var ledgers = Enumerable.Range(0, 8).Select(_ => Ledger()).ToArray();

        await Task.WhenAll(ledgers.Select((ledger, number) => Task.Run(() => ledger.CreateIfAbsentAsync(Item($"report-{number}"), Token))));

        Assert.Equal(8, (await Ledger().ListAsync(new() { RunId = "run-1" }, Token)).Count);
    }

    [Fact]
    public async Task Items_are_listed_by_run_type_state_and_time_newest_first()
    {
        var ledger = Ledger();
        var old = await ledger.CreateIfAbsentAsync(Item("ceo", "run-1", Generated.AddDays(-7)), Token);
        await ledger.CreateIfAbsentAsync(Item("cfo", "run-2"), Token);
        await ledger.CreateIfAbsentAsync(Item("ceo", "run-2"), Token);
        await ledger.TryMoveAsync(old.Key, Claimed(old.Deliveries[1], "1"), Token);

        async Task<string[]> Listed(LedgerFilter filter) => [.. (await ledger.ListAsync(filter, Token)).Select(item => $"{item.RunId} {item.Key.ReportType}")];

        Assert.Equal(["run-2 ceo", "run-2 cfo", "run-1 ceo"], await Listed(new()));
        Assert.Equal(["run-2 ceo", "run-2 cfo"], await Listed(new() { RunId = "run-2" }));
        Assert.Equal(["run-2 ceo", "run-1 ceo"], await Listed(new() { ReportType = "ceo" }));
        Assert.Equal(["run-1 ceo"], await Listed(new() { State = SendState.Sending }));
        Assert.Equal(["run-2 ceo", "run-2 cfo"], await Listed(new() { Since = Generated }));
        Assert.Equal(["run-2 ceo"], await Listed(new() { Most = 1 }));
    }

    [Fact]
    public async Task Reading_a_ledger_that_is_not_there_makes_no_file()
    {
        Assert.Empty(await Ledger().ListAsync(new(), Token));
        Assert.Null(await Ledger().GetAsync(Item().Key, Token));
        Assert.False(File.Exists(FilePath));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        await File.WriteAllTextAsync(FilePath, new string('x', 4096), Token);

        var refused = await Assert.ThrowsAsync<LedgerFileException>(() => Ledger().CreateIfAbsentAsync(Item(), Token));

        Assert.Equal(LedgerFault.Damaged, refused.Fault);
        Assert.StartsWith($"{FilePath}: the ledger is damaged", refused.Message);
        Assert.Equal(new string('x', 4096), await File.ReadAllTextAsync(FilePath, Token));
    }

    [Fact]
    public async Task A_file_with_a_damaged_page_is_refused_before_anything_is_written()
    {
        using (var ledger = new SqliteLedger(FilePath))
            for (var number = 0; number < 50; number++)
                await ledger.CreateIfAbsentAsync(Item($"report-{number}"), Token);
        var bytes = await File.ReadAllBytesAsync(FilePath, Token);
        Array.Fill(bytes, (byte)0xAA, 4096 * 2, bytes.Length - 4096 * 2);
        await File.WriteAllBytesAsync(FilePath, bytes, Token);

        Assert.Equal(LedgerFault.Damaged, (await Assert.ThrowsAsync<LedgerFileException>(() => Ledger().CreateIfAbsentAsync(Item(), Token))).Fault);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(FilePath, Token));
    }

    [Theory]
    [InlineData("PRAGMA user_version = 2", LedgerFault.Newer, "a newer version wrote this ledger (layout 2, this program knows 1)")]
    [InlineData("PRAGMA application_id = 7", LedgerFault.Foreign, "no ledger of ExecReports")]
    public async Task A_newer_or_foreign_file_is_refused(string change, LedgerFault fault, string found)
    {
        using (var ledger = new SqliteLedger(FilePath))
            await ledger.CreateIfAbsentAsync(Item(), Token);
        await using (var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False"))
        {
            await connection.OpenAsync(Token);
            await using var command = connection.CreateCommand();
            command.CommandText = change;
            await command.ExecuteNonQueryAsync(Token);
        }

        var refused = await Assert.ThrowsAsync<LedgerFileException>(() => Ledger().GetAsync(Item().Key, Token));

        Assert.Equal(fault, refused.Fault);
        Assert.Contains(found, refused.Message);
    }

    [Fact]
    public void A_full_disk_is_said_with_the_folder_and_what_to_do()
    {
        using var file = new LedgerFile(FilePath);

        var refused = Assert.Throws<OutputFolderException>(() => file.Run(
            connection =>
            {
                // SQLite answers with the error of a full disk when a database reaches its most pages.
                foreach (var sql in new[] { "PRAGMA max_page_count = 12", "CREATE TABLE filler (content BLOB)", "INSERT INTO filler VALUES (zeroblob(100000))" })
                {
                    using var command = connection.CreateCommand();
                    command.CommandText = sql;
                    command.ExecuteNonQuery();
                }
                return 0;
            },
            mayCreate: true, missing: 0));

        Assert.Equal(_temp.Path, refused.Folder);
        Assert.Contains("full", refused.Message);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        await File.WriteAllTextAsync(_temp.At("out"), "a file where the folder belongs", Token);
        using var ledger = new SqliteLedger(_temp.At("out", "ledger.db"));

        Assert.Equal(_temp.At("out"), (await Assert.ThrowsAsync<OutputFolderException>(() => ledger.CreateIfAbsentAsync(Item(), Token))).Folder);
    }

    [Fact]
    public async Task A_caller_who_has_given_up_writes_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Ledger().CreateIfAbsentAsync(Item(), new CancellationToken(canceled: true)));
        Assert.Null(await Ledger().GetAsync(Item().Key, Token));
    }
}
