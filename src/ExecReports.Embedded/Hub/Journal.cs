using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace ExecReports.Embedded.Hub;

/// <summary>
/// The SQLite file under the hub: opened and checked, one connection, one transaction at a time. After a failed write it is unusable, so that
/// nothing in memory can run ahead of what is stored.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private readonly Action<string>? _crashPoint;
    private Exception? _fault;
    private bool _closed;

    private Journal(string path, SqliteConnection connection, Action<string>? crashPoint)
    {
        Path = path;
        _connection = connection;
        _crashPoint = crashPoint;
    }

    /// <summary>Raised once, when the journal becomes unusable.</summary>
    public event Action? Faulted;

    public string Path { get; }

    /// <summary>Why nothing more can be written, or null.</summary>
    public Exception? Fault => _fault ?? (_closed ? new ObjectDisposedException(nameof(EmbeddedHub)) : null);

    /// <summary>Opens the journal for work, creating it where it is missing. The caller holds the folder's lock.</summary>
    public static Journal Open(string path, Action<string>? crashPoint)
    {
        var journal = new Journal(path, Connect(path, SqliteOpenMode.ReadWriteCreate), crashPoint);
        try
        {
            journal.Check();
            // The check comes first: nothing is written to a file that is not ours. NORMAL: with a write-ahead log each commit has been handed to the
            // operating system, so it survives the death of the process; only a power cut can take back the last commits (never the
            // consistency), and then activities run again, which the ledger makes harmless.
            journal.Execute("PRAGMA journal_mode = WAL");
            journal.Execute("PRAGMA synchronous = NORMAL");
            journal.CreateSchema();
            return journal;
        }
        catch (Exception e)
        {
            journal.Dispose();
            if (e is SqliteException sqlite)
                throw journal.Damaged(sqlite.Message, sqlite);
            throw;
        }
    }

    /// <summary>Opens an existing journal to read it, beside the process that works on it; null when nothing was written to it yet.</summary>
    public static Journal? OpenToRead(string path)
    {
        Journal? journal = null;
        try
        {
            journal = new Journal(path, Connect(path, SqliteOpenMode.ReadOnly), crashPoint: null);
            if (journal.Check())
                return journal;
            journal.Dispose();
            return null;
        }
        catch (Exception e)
        {
            journal?.Dispose();
            if (e is SqliteException sqlite)
                throw new HubJournalException(JournalFault.Damaged, path, $"the journal cannot be read ({sqlite.Message})", sqlite);
            throw;
        }
    }

    /// <summary>Runs <paramref name="work"/> in one transaction; what it throws takes all of it back.</summary>
    public void Write(string step, Action work)
    {
        lock (_gate)
        {
            if (Fault is { } fault)
                throw fault;
            try
            {
                Crash(step, "begins");
                Execute("BEGIN IMMEDIATE");
                work();
                Crash(step, "written");
                Execute("COMMIT");
                Crash(step, "committed");
            }
            catch (SqliteException e)
            {
                throw Fail(new HubStorageException(Path, e));
            }
            catch when (_fault is null)
            {
                Execute("ROLLBACK");
                throw;
            }
        }
    }

    /// <summary>Runs <paramref name="work"/> alone on the connection, without a transaction.</summary>
    public T Read<T>(Func<T> work)
    {
        lock (_gate)
        {
            if (Fault is { } fault)
                throw fault;
            try
            {
                return work();
            }
            catch (Exception e) when (e is SqliteException or JsonException or NotSupportedException or FormatException or ArgumentException)
            {
                throw Fail(Damaged(e.Message, e));
            }
        }
    }

    /// <summary>Runs a statement with the parameters $1, $2, ... and returns the number of changed rows.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>Runs a query with the parameters $1, $2, ... The reader must be disposed before the next statement of the same text.</summary>
    public SqliteDataReader Query(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteReader();

    public void Dispose()
    {
        lock (_gate)
        {
            if (_closed)
                return;
            _closed = true;
            foreach (var command in _commands.Values)
                command.Dispose();
            _connection.Dispose();
        }
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${i}") });
            _commands.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private long Number(string sql)
    {
        using var reader = Query(sql);
        return reader.Read() ? reader.GetInt64(0) : 0;
    }

    // False: the file is empty, as a crash at the very first start leaves it.
    private bool Check()
    {
        try
        {
            // One look: another process may be making the journal meanwhile.
            Execute("BEGIN");
            var application = Number("PRAGMA application_id");
            var version = Number("PRAGMA user_version");
            var isEmpty = Number("SELECT count(*) FROM sqlite_master") == 0;
            Execute("COMMIT");
            if (application == 0 && version == 0 && isEmpty)
                return false;
            if (application != JournalSchema.ApplicationId)
                throw new HubJournalException(JournalFault.Foreign, Path, "this SQLite file is no journal of ExecReports");
            if (version > JournalSchema.Version)
            {
                throw new HubJournalException(JournalFault.Newer, Path, string.Create(
                    CultureInfo.InvariantCulture, $"a newer version wrote this journal (layout {version}, this program knows {JournalSchema.Version})"));
            }

            using var check = Query("PRAGMA quick_check(1)");
            if (check.Read() && check.GetString(0) is var answer && answer != "ok")
                throw Damaged(answer, null);
            return true;
        }
        catch (SqliteException e)
        {
            throw Damaged(e.Message, e);
        }
    }

    private HubJournalException Damaged(string answer, Exception? inner) =>
        new(JournalFault.Damaged, Path, $"the journal is damaged ({answer.Trim()})", inner);

    private void CreateSchema()
    {
        if (Number("PRAGMA user_version") == JournalSchema.Version)
            return;
        Write("schema", () =>
        {
            using var create = _connection.CreateCommand();
            create.CommandText = string.Create(CultureInfo.InvariantCulture,
                $"{JournalSchema.Create} PRAGMA application_id = {JournalSchema.ApplicationId}; PRAGMA user_version = {JournalSchema.Version};");
            create.ExecuteNonQuery();
        });
    }

    private void Crash(string step, string moment)
    {
        if (_crashPoint is null)
            return;
        try
        {
            _crashPoint($"{step}: {moment}");
        }
        catch (Exception e)
        {
            Fail(e);
            throw;
        }
    }

    private Exception Fail(Exception fault)
    {
        _fault = fault;
        Faulted?.Invoke();
        return fault;
    }
}
