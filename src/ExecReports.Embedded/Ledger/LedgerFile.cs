using System.Globalization;
using ExecReports.Embedded.Files;
using Microsoft.Data.Sqlite;

namespace ExecReports.Embedded.Ledger;

/// <summary>The SQLite file under the ledger: opened and checked when first needed, one connection, one piece of work on it at a time.</summary>
sealed class LedgerFile(string path) : IDisposable
{
    // Result codes of SQLite.
    const int NotPermitted = 3, ReadOnly = 8, IoError = 10, DamagedFile = 11, DiskFull = 13, CannotOpen = 14, NoDatabase = 26;

    readonly Lock _gate = new();
    SqliteConnection? _connection;
    bool _closed;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Runs work on the open file. With <paramref name="mayCreate"/> false and no file there, returns <paramref name="missing"/>.</summary>
    public T Run<T>(Func<SqliteConnection, T> work, bool mayCreate, T missing)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_connection is null && !mayCreate && !File.Exists(Path))
                return missing;
            try
            {
                return work(_connection ??= Open());
            }
            catch (SqliteException fault) when (fault.SqliteErrorCode is DamagedFile or NoDatabase)
            {
                throw Damaged(fault.Message, fault);
            }
            catch (SqliteException fault) when (fault.SqliteErrorCode is NotPermitted or ReadOnly or IoError or DiskFull or CannotOpen)
            {
                throw new OutputFolderException(System.IO.Path.GetDirectoryName(Path)!, fault);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw new OutputFolderException(System.IO.Path.GetDirectoryName(Path)!, fault);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _connection?.Dispose();
            _connection = null;
        }
    }

    SqliteConnection Open()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false }.ToString());
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA busy_timeout = 10000");
            // The check comes first: nothing is written to a file that is not ours.
            Check(connection);
            Execute(connection, "PRAGMA journal_mode = WAL");
            // Each write waits until it is on the disk: a power cut that took a claim back would have it made, and mailed, again.
            Execute(connection, "PRAGMA synchronous = FULL");
            CreateTables(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    void Check(SqliteConnection connection)
    {
        // One look: another process may be making the ledger meanwhile.
        Execute(connection, "BEGIN");
        var application = Number(connection, "PRAGMA application_id");
        var version = Number(connection, "PRAGMA user_version");
        var isEmpty = Number(connection, "SELECT count(*) FROM sqlite_master") == 0;
        Execute(connection, "COMMIT");
        if (application == 0 && version == 0 && isEmpty)
            return;
        if (application != LedgerSchema.ApplicationId)
            throw new LedgerFileException(Path, LedgerFault.Foreign, "this SQLite file is no ledger of ExecReports");
        if (version > LedgerSchema.Version)
            throw new LedgerFileException(Path, LedgerFault.Newer, string.Create(CultureInfo.InvariantCulture, $"a newer version wrote this ledger (layout {version}, this program knows {LedgerSchema.Version})"));
        if (Scalar(connection, "PRAGMA quick_check(1)") is string answer && answer != "ok")
            throw Damaged(answer, null);
    }

    static void CreateTables(SqliteConnection connection)
    {
        if (Number(connection, "PRAGMA user_version") == LedgerSchema.Version)
            return;
        using var transaction = connection.BeginTransaction();
        // Another process may have made them since.
        var statements = Number(connection, "PRAGMA user_version") switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"{LedgerSchema.Create} PRAGMA application_id = {LedgerSchema.ApplicationId};"),
            1 => LedgerSchema.Second,
            _ => null,
        };
        if (statements is not null)
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"{statements} PRAGMA user_version = {LedgerSchema.Version};"));
        transaction.Commit();
    }

    LedgerFileException Damaged(string answer, Exception? inner) => new(Path, LedgerFault.Damaged, $"the ledger is damaged ({answer.Trim()})", inner);

    static long Number(SqliteConnection connection, string sql) => (long)Scalar(connection, sql)!;

    static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
