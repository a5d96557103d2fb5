using System.Globalization;
using System.Text.Json;
using ExecReports.Delivery;
using ExecReports.Embedded.Files;
using Microsoft.Data.Sqlite;

namespace ExecReports.Embedded.Ledger;

/// <summary>
/// The ledger in a SQLite file of its own. Several connections and processes may use it at the same time. Each operation may throw <see cref="LedgerFileException"/> for a file that is damaged,
/// another program's or a newer version's, and <see cref="OutputFolderException"/> where it cannot be written.
/// </summary>
/// <param name="path">The file; made when first written.</param>
public sealed class SqliteLedger(string path) : IReportLedger, IDisposable
{
    const string ItemColumns = "report_type, generated_timestamp, run_id, as_of, subject, sender, template_version, files, gaps, held, created_at, schema_version, audit_bcc";
    const string DeliveryColumns = "delivery_id, recipient_id, address, state, owner, lease_until, message_id, attempts, error, claimed_at, settled_at, revision, decisions";
    const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", DateFormat = "yyyy-MM-dd";

    readonly LedgerFile _file = new(path);

    /// <inheritdoc/>
    public Task<LedgerItem> CreateIfAbsentAsync(LedgerItem item, CancellationToken cancellationToken) => RunAsync(connection =>
    {
        using var transaction = connection.BeginTransaction();
        if (Insert(connection, item) == 1)
        {
            for (var position = 0; position < item.Deliveries.Count; position++)
                Insert(connection, item.Key, position, item.Deliveries[position]);
            transaction.Commit();
            return item;
        }
        return Read(connection, item.Key)!;
    }, mayCreate: true, missing: item, cancellationToken);

    /// <inheritdoc/>
    public Task<LedgerItem?> GetAsync(LedgerKey key, CancellationToken cancellationToken) =>
        RunAsync(connection => Read(connection, key), mayCreate: false, missing: null, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TryMoveAsync(LedgerKey key, LedgerDelivery next, CancellationToken cancellationToken) => RunAsync(connection =>
    {
        using var command = Command(connection, """
            UPDATE deliveries SET state = $1, owner = $2, lease_until = $3, message_id = $4, attempts = $5, error = $6, claimed_at = $7, settled_at = $8, revision = $9, decisions = $13
            WHERE delivery_id = $10 AND revision = $9 - 1 AND report_type = $11 AND generated_timestamp = $12
            """,
            Name(next.State), next.Owner, Text(next.LeaseUntil), next.MessageId, next.Attempts, next.Error, Text(next.ClaimedAt), Text(next.SettledAt), next.Revision,
            next.DeliveryId, key.ReportType, key.SortKey, Text(next.Decisions));
        return command.ExecuteNonQuery() == 1;
    }, mayCreate: true, missing: false, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LedgerItem>> ListAsync(LedgerFilter filter, CancellationToken cancellationToken) =>
        (await ListReadableAsync(filter, cancellationToken).ConfigureAwait(false)).Whole();

    /// <inheritdoc/>
    public Task<LedgerListing> ListReadableAsync(LedgerFilter filter, CancellationToken cancellationToken) => RunAsync<LedgerListing>(connection =>
    {
        using var command = Command(connection, $"""
            SELECT {ItemColumns} FROM items
            WHERE ($1 IS NULL OR run_id = $1) AND ($2 IS NULL OR report_type = $2) AND ($3 IS NULL OR generated_timestamp >= $3)
              AND ($4 IS NULL OR EXISTS (SELECT 1 FROM deliveries d WHERE d.report_type = items.report_type AND d.generated_timestamp = items.generated_timestamp AND d.state = $4))
              AND ($5 IS NULL OR generated_timestamp < $5)
            ORDER BY generated_timestamp DESC, report_type
            """,
            filter.RunId, filter.ReportType, filter.Since is { } since ? new LedgerKey("", since).SortKey : null, filter.State is { } state ? Name(state) : null,
            filter.Before is { } before ? new LedgerKey("", before).SortKey : null);
        // The limit counts what can be read: a page that damaged items fill would look like the last one.
        return ReadItems(connection, command, filter.Most);
    }, mayCreate: false, missing: new([], []), cancellationToken);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    Task<T> RunAsync<T>(Func<SqliteConnection, T> work, bool mayCreate, T missing, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        try
        {
            return Task.FromResult(_file.Run(work, mayCreate, missing));
        }
        catch (Exception fault)
        {
            return Task.FromException<T>(fault);
        }
    }

    LedgerItem? Read(SqliteConnection connection, LedgerKey key)
    {
        using var command = Command(connection, $"SELECT {ItemColumns} FROM items WHERE report_type = $1 AND generated_timestamp = $2", key.ReportType, key.SortKey);
        return ReadItems(connection, command, most: 1).Whole().SingleOrDefault();
    }

    LedgerListing ReadItems(SqliteConnection connection, SqliteCommand command, int most)
    {
        var (items, damaged) = (new List<LedgerItem>(), new List<DamagedLedgerItem>());
        using var reader = command.ExecuteReader();
        while (items.Count < most && reader.Read())
        {
            try
            {
                items.Add(ReadItem(connection, reader));
            }
            catch (Exception fault) when (fault is FormatException or ArgumentException or JsonException or InvalidCastException or OverflowException)
            {
                var (type, generated) = (reader.GetString(0), reader.GetString(1));
                damaged.Add(new(type, generated, new LedgerFileException(_file.Path, LedgerFault.DamagedItem, $"the item {type} {generated} cannot be read ({fault.Message.TrimEnd('.')})", fault)));
            }
        }
        return new(items, damaged);
    }

    static LedgerItem ReadItem(SqliteConnection connection, SqliteDataReader reader)
    {
        var key = new LedgerKey(reader.GetString(0), Moment(reader.GetString(1)));
        return new()
        {
            Key = key,
            RunId = reader.GetString(2),
            AsOf = DateOnly.ParseExact(reader.GetString(3), DateFormat, CultureInfo.InvariantCulture),
            Subject = reader.GetString(4),
            Sender = reader.GetString(5),
            TemplateVersion = reader.GetString(6),
            Files = JsonSerializer.Deserialize(reader.GetString(7), LedgerJson.Default.IReadOnlyListArchivedFile) ?? throw new FormatException("its files are null"),
            Gaps = JsonSerializer.Deserialize(reader.GetString(8), LedgerJson.Default.IReadOnlyListString) ?? throw new FormatException("its gaps are null"),
            Held = reader.GetBoolean(9),
            CreatedAt = Moment(reader.GetString(10)),
            SchemaVersion = reader.GetInt32(11),
            AuditBcc = TextAt(reader, 12),
            Deliveries = ReadDeliveries(connection, key),
        };
    }

    static List<LedgerDelivery> ReadDeliveries(SqliteConnection connection, LedgerKey key)
    {
        var deliveries = new List<LedgerDelivery>();
        using var command = Command(connection, $"SELECT {DeliveryColumns} FROM deliveries WHERE report_type = $1 AND generated_timestamp = $2 ORDER BY position", key.ReportType, key.SortKey);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            deliveries.Add(new()
            {
                DeliveryId = reader.GetString(0),
                Recipient = new(reader.GetString(1), reader.GetString(2)),
                State = Enum.Parse<SendState>(reader.GetString(3), ignoreCase: true),
                Owner = TextAt(reader, 4),
                LeaseUntil = MomentAt(reader, 5),
                MessageId = TextAt(reader, 6),
                Attempts = reader.GetInt32(7),
                Error = TextAt(reader, 8),
                ClaimedAt = MomentAt(reader, 9),
                SettledAt = MomentAt(reader, 10),
                Revision = reader.GetInt32(11),
                Decisions = Decisions(reader.GetString(12)),
            });
        }
        return deliveries;
    }

    static int Insert(SqliteConnection connection, LedgerItem item)
    {
        using var command = Command(connection, $"INSERT INTO items ({ItemColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING",
            item.Key.ReportType, item.Key.SortKey, item.RunId, item.AsOf.ToString(DateFormat, CultureInfo.InvariantCulture), item.Subject, item.Sender, item.TemplateVersion,
            JsonSerializer.Serialize(item.Files, LedgerJson.Default.IReadOnlyListArchivedFile), JsonSerializer.Serialize(item.Gaps, LedgerJson.Default.IReadOnlyListString),
            item.Held, Text(item.CreatedAt), item.SchemaVersion, item.AuditBcc);
        return command.ExecuteNonQuery();
    }

    static void Insert(SqliteConnection connection, LedgerKey key, int position, LedgerDelivery delivery)
    {
        using var command = Command(connection, $"INSERT INTO deliveries ({DeliveryColumns}, report_type, generated_timestamp, position) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
            delivery.DeliveryId, delivery.Recipient.Id, delivery.Recipient.Address, Name(delivery.State), delivery.Owner, Text(delivery.LeaseUntil), delivery.MessageId, delivery.Attempts,
            delivery.Error, Text(delivery.ClaimedAt), Text(delivery.SettledAt), delivery.Revision, Text(delivery.Decisions), key.ReportType, key.SortKey, position);
        command.ExecuteNonQuery();
    }

    static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var index = 0; index < values.Length; index++)
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${index + 1}"), values[index] ?? DBNull.Value);
        return command;
    }

    static string Name(SendState state) => state.ToString().ToUpperInvariant();

    static string? Text(DateTimeOffset? moment) => moment?.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    static string Text(IReadOnlyList<OperatorDecision> decisions) => JsonSerializer.Serialize(decisions, LedgerJson.Default.IReadOnlyListOperatorDecision);

    static IReadOnlyList<OperatorDecision> Decisions(string text) => text == "[]" ? [] : JsonSerializer.Deserialize(text, LedgerJson.Default.IReadOnlyListOperatorDecision) ?? throw new FormatException("the decisions of a delivery are null");

    static string? TextAt(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    static DateTimeOffset? MomentAt(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : Moment(reader.GetString(column));

    static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
