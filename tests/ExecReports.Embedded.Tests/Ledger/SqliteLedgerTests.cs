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
}
