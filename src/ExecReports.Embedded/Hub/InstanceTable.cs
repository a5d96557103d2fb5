using DurableTask.Core;
using Microsoft.Data.Sqlite;

namespace ExecReports.Embedded.Hub;

/// <summary>Reading and writing rows of the table of instances. Callers are inside <see cref="Journal.Read"/> or <see cref="Journal.Write"/>.</summary>
internal static class InstanceTable
{
    private const string Columns = $"{Before}, input, output, {Behind}";
    private const string Before = "instance_id, execution_id, name, version, status, created, updated, completed";
    private const string Behind = "custom_status, failure, tags";

    public static InstanceRow? Find(Journal journal, string instanceId)
    {
        using var reader = journal.Query($"SELECT {Columns} FROM instances WHERE instance_id = $1", instanceId);
        return reader.Read() ? ReadRow(reader) : null;
    }

    /// <summary>All instances, in the order of their creation.</summary>
    public static List<InstanceRow> All(Journal journal) => List(journal, Columns);

    /// <summary>All instances without what they took and gave: a list of many stays small.</summary>
    public static List<InstanceRow> Heads(Journal journal) => List(journal, $"{Before}, NULL, NULL, {Behind}");

    /// <summary>Whether there is none.</summary>
    public static bool IsEmpty(Journal journal)
    {
        using var reader = journal.Query("SELECT 1 FROM instances LIMIT 1");
        return !reader.Read();
    }

    private static List<InstanceRow> List(Journal journal, string columns)
    {
        using var reader = journal.Query($"SELECT {columns} FROM instances ORDER BY created, instance_id");
        var rows = new List<InstanceRow>();
        while (reader.Read())
            rows.Add(ReadRow(reader));
        return rows;
    }

    /// <summary>The status alone: enough to know whether an instance can take a message.</summary>
    public static OrchestrationStatus? Status(Journal journal, string instanceId)
    {
        using var reader = journal.Query("SELECT status FROM instances WHERE instance_id = $1", instanceId);
        return reader.Read() ? Enum.Parse<OrchestrationStatus>(reader.GetString(0)) : null;
    }

    public static void Insert(Journal journal, InstanceRow row) => journal.Execute(
        $"INSERT INTO instances ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        row.InstanceId, row.ExecutionId, row.Name, row.Version, row.Status.ToString(), row.Created.Ticks, row.Updated.Ticks, row.Completed?.Ticks,
        row.Input, row.Output, row.CustomStatus, HistoryEventCodec.WriteFailure(row.Failure), HistoryEventCodec.WriteTags(row.Tags));

    /// <summary>What a turn of the same execution can change.</summary>
    public static void Update(Journal journal, OrchestrationState state, DateTime now) => journal.Execute(
        "UPDATE instances SET status = $2, updated = $3, completed = $4, output = $5, custom_status = $6, failure = $7 WHERE instance_id = $1",
        state.OrchestrationInstance.InstanceId, state.OrchestrationStatus.ToString(), now.Ticks,
        InstanceRow.IsFinal(state.OrchestrationStatus) ? now.Ticks : null, state.Output, state.Status, HistoryEventCodec.WriteFailure(state.FailureDetails));

    /// <summary>What changes besides when an orchestration continues as new.</summary>
    public static void UpdateExecution(Journal journal, OrchestrationState state) => journal.Execute(
        "UPDATE instances SET execution_id = $2, version = $3, input = $4, tags = $5 WHERE instance_id = $1",
        state.OrchestrationInstance.InstanceId, state.OrchestrationInstance.ExecutionId, state.Version, state.Input, HistoryEventCodec.WriteTags(state.Tags));

    /// <summary>Takes an instance out of the journal with all that belongs to it.</summary>
    public static void Delete(Journal journal, string instanceId)
    {
        journal.Execute("DELETE FROM instances WHERE instance_id = $1", instanceId);
        journal.Execute("DELETE FROM history WHERE instance_id = $1", instanceId);
        DeletePending(journal, instanceId);
    }

    /// <summary>Drops what waits for an instance: once it has ended nobody takes it in.</summary>
    public static void DeletePending(Journal journal, string instanceId)
    {
        journal.Execute("DELETE FROM messages WHERE instance_id = $1", instanceId);
        journal.Execute("DELETE FROM activities WHERE instance_id = $1", instanceId);
    }

    private static InstanceRow ReadRow(SqliteDataReader reader) => new()
    {
        InstanceId = reader.GetString(0),
        ExecutionId = reader.GetString(1),
        Name = reader.GetString(2),
        Version = Text(reader, 3),
        Status = Enum.Parse<OrchestrationStatus>(reader.GetString(4)),
        Created = new DateTime(reader.GetInt64(5), DateTimeKind.Utc),
        Updated = new DateTime(reader.GetInt64(6), DateTimeKind.Utc),
        Completed = reader.IsDBNull(7) ? null : new DateTime(reader.GetInt64(7), DateTimeKind.Utc),
        Input = Text(reader, 8),
        Output = Text(reader, 9),
        CustomStatus = Text(reader, 10),
        Failure = HistoryEventCodec.ReadFailure(Text(reader, 11)),
        Tags = HistoryEventCodec.ReadTags(Text(reader, 12)),
    };

    private static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
