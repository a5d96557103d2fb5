using ExecReports.Contracts;
using ExecReports.Delivery;
using ExecReports.Embedded.Files;
using ExecReports.Embedded.Ledger;
using Microsoft.Data.Sqlite;

namespace ExecReports.Embedded.Tests.Ledger;

public sealed class SqliteLedgerTests : LedgerContract, IDisposable
{
    readonly TempFolder _temp = new();
    readonly List<SqliteLedger> _open = [];

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

    protected override Task<IReportLedger> OpenAsync() => Task.FromResult<IReportLedger>(Ledger());

    // The tables as layout 1 had them, with one item.
    const string FirstLayout = """
        CREATE TABLE items (
            report_type TEXT NOT NULL, generated_timestamp TEXT NOT NULL, run_id TEXT NOT NULL, as_of TEXT NOT NULL, subject TEXT NOT NULL, sender TEXT NOT NULL, template_version TEXT NOT NULL,
            files TEXT NOT NULL, gaps TEXT NOT NULL, held INTEGER NOT NULL, created_at TEXT NOT NULL, schema_version INTEGER NOT NULL, PRIMARY KEY (report_type, generated_timestamp)) STRICT, WITHOUT ROWID;
        CREATE TABLE deliveries (
            report_type TEXT NOT NULL, generated_timestamp TEXT NOT NULL, position INTEGER NOT NULL, delivery_id TEXT NOT NULL UNIQUE, recipient_id TEXT NOT NULL, address TEXT NOT NULL, state TEXT NOT NULL,
            owner TEXT, lease_until TEXT, message_id TEXT, attempts INTEGER NOT NULL, error TEXT, claimed_at TEXT, settled_at TEXT, revision INTEGER NOT NULL,
            PRIMARY KEY (report_type, generated_timestamp, position)) STRICT, WITHOUT ROWID;
        INSERT INTO items VALUES ('ceo', '2026-11-24T19:30:00.123Z', 'run-1', '2026-11-24', 'CEO report', 'reports@example.com', 'abc', '[]', '[]', 0, '2026-11-24T19:30:00.1230000Z', 1);
        INSERT INTO deliveries VALUES ('ceo', '2026-11-24T19:30:00.123Z', 0, 'd', '0123456789ab', 'owner@example.com', 'UNKNOWN', 'process/1', NULL, NULL, 1, 'time-out', NULL, NULL, 2);
        PRAGMA application_id = 1481788465; PRAGMA user_version = 1;
        """;

    [Fact]
    public async Task A_file_of_the_first_layout_is_read_and_written_on()
    {
        await using (var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False"))
        {
            await connection.OpenAsync(Token);
            await using var command = connection.CreateCommand();
            command.CommandText = FirstLayout;
            await command.ExecuteNonQueryAsync(Token);
        }

        var item = (await Ledger().GetAsync(new("ceo", Generated), Token))!;
        Assert.Equal((1, null), (item.SchemaVersion, item.AuditBcc));
        Assert.Equal((SendState.Unknown, "time-out"), (item.Deliveries[0].State, item.Deliveries[0].Error));
        Assert.Empty(item.Deliveries[0].Decisions);

        var resolved = DeliveryMoves.Resolve(item.Deliveries[0], sent: true, OperatorWord.Of("ann", "she has it"), Now)!;
        Assert.True(await Ledger().TryMoveAsync(item.Key, resolved, Token));
        Assert.Equivalent(resolved, (await Ledger().GetAsync(item.Key, Token))!.Deliveries[0], strict: true);
    }

    [Fact]
    public async Task A_file_that_many_make_at_once_holds_what_each_wrote()
    {
        var ledgers = Enumerable.Range(0, 8).Select(_ => Ledger()).ToArray();

        await Task.WhenAll(ledgers.Select((ledger, number) => Task.Run(() => ledger.CreateIfAbsentAsync(Item($"report-{number}"), Token))));

        Assert.Equal(8, (await Ledger().ListAsync(new() { RunId = "run-1" }, Token)).Count);
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
    [InlineData("PRAGMA user_version = 3", LedgerFault.Newer, "a newer version wrote this ledger (layout 3, this program knows 2)")]
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

    [Theory]
    [InlineData("UPDATE items SET files = '[' WHERE report_type = 'ceo'")]
    [InlineData("UPDATE items SET files = 'null' WHERE report_type = 'ceo'")]
    [InlineData("UPDATE items SET as_of = 'Tuesday' WHERE report_type = 'ceo'")]
    [InlineData("UPDATE deliveries SET settled_at = 'Tuesday' WHERE report_type = 'ceo' AND position = 1")]
    public async Task A_damaged_item_is_named_beside_the_others_and_nothing_is_decided_without_it(string change)
    {
        var ledger = Ledger();
        foreach (var type in new[] { "ceo", "cfo", "cto" })
            await ledger.CreateIfAbsentAsync(Item(type), Token);
        await using (var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False"))
        {
            await connection.OpenAsync(Token);
            await using var command = connection.CreateCommand();
            command.CommandText = change;
            Assert.Equal(1, await command.ExecuteNonQueryAsync(Token));
        }

        foreach (var filter in new LedgerFilter[] { new(), new() { RunId = "run-1" }, new() { State = SendState.Pending }, new() { Most = 2 } })
        {
            // The limit counts what can be read: ceo comes first and takes no place.
            var listing = await ledger.ListReadableAsync(filter, Token);

            Assert.Equal(["cfo", "cto"], listing.Items.Select(item => item.Key.ReportType));
            var named = Assert.Single(listing.Damaged);
            Assert.Equal(("ceo", Item().Key.SortKey), (named.ReportType, named.GeneratedTimestamp));
            Assert.StartsWith($"{FilePath}: the item ceo 2026-11-24T19:30:00.123Z cannot be read (", named.Fault.Message);
            Assert.Equal(LedgerFault.DamagedItem, (await Assert.ThrowsAsync<LedgerFileException>(() => ledger.ListAsync(filter, Token))).Fault);
        }

        await Assert.ThrowsAsync<LedgerFileException>(() => ledger.GetAsync(Item().Key, Token));
        await Assert.ThrowsAsync<LedgerFileException>(() => ledger.CreateIfAbsentAsync(Item(), Token));
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
}
