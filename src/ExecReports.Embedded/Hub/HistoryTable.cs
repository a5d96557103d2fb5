using DurableTask.Core.History;

namespace ExecReports.Embedded.Hub;

/// <summary>Reading and writing the stored events. Callers are inside <see cref="Journal.Read"/> or <see cref="Journal.Write"/>.</summary>
internal static class HistoryTable
{
    public static List<HistoryEvent> Load(Journal journal, string instanceId)
    {
        using var reader = journal.Query("SELECT event FROM history WHERE instance_id = $1 ORDER BY sequence", instanceId);
        var events = new List<HistoryEvent>();
        while (reader.Read())
            events.Add(HistoryEventCodec.Read(reader.GetString(0)));
        return events;
    }

    public static void Append(Journal journal, string instanceId, int firstSequence, IEnumerable<HistoryEvent> events)
    {
        foreach (var e in events)
        {
            journal.Execute("INSERT INTO history (instance_id, sequence, event) VALUES ($1, $2, $3)",
                instanceId, firstSequence++, HistoryEventCodec.Write(e));
        }
    }

    public static void Clear(Journal journal, string instanceId) =>
        journal.Execute("DELETE FROM history WHERE instance_id = $1", instanceId);
}
