using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;

namespace ExecReports.Embedded.Hub;

/// <summary>Reads a journal without working on it, also while another process does.</summary>
public sealed class HubReader : IDisposable
{
    private readonly Journal _journal;
    private readonly DataConverter _converter;

    private HubReader(Journal journal, DataConverter converter)
    {
        _journal = journal;
        _converter = converter;
    }

    /// <summary>Opens the journal of a folder to read it.</summary>
    /// <param name="folder">The hub's folder.</param>
    /// <param name="converter">How payloads were written; null: the framework's JSON.</param>
    /// <returns>A reader, or null when the folder has no journal, or an empty one.</returns>
    /// <exception cref="HubJournalException">The journal is damaged, foreign, or of a newer version.</exception>
    public static HubReader? Open(string folder, DataConverter? converter = null)
    {
        var path = HubFiles.Journal(folder);
        return File.Exists(path) && Journal.OpenToRead(path) is { } journal ? new HubReader(journal, converter ?? JsonDataConverter.Default) : null;
    }

    /// <summary>All instances with their payloads, the oldest first.</summary>
    /// <returns>The instances.</returns>
    public IReadOnlyList<OrchestrationMetadata> Instances() =>
        _journal.Read(() => InstanceTable.All(_journal).ConvertAll(x => ClientTypes.ToMetadata(x, _converter)));

    /// <summary>The history of an instance.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <returns>Its events in order; none for an unknown instance.</returns>
    public IReadOnlyList<HubEvent> History(string instanceId) => HubHistory.Describe(_journal.Read(() => HistoryTable.Load(_journal, instanceId)));

    /// <inheritdoc/>
    public void Dispose() => _journal.Dispose();
}
