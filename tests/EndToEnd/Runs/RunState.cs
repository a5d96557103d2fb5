using ExecReports.Delivery;
using ExecReports.Embedded.Hub;
using ExecReports.Embedded.Ledger;
using ExecReports.Orchestration;

namespace EndToEnd.Runs;

/// <summary>Where a run stands, read from its journal and ledger by another process.</summary>
internal sealed record RunState(string Phase, int Done, int Sent, int Deliveries)
{
    public static async Task<RunState> ReadAsync(string folder)
    {
        using var journal = HubReader.Open(folder, RunMessages.Converter);
        var progress = journal?.Instances().FirstOrDefault()?.ReadCustomStatusAs<RunProgress>();
        if (progress is null)
            return new RunState("none", 0, 0, 0);

        var deliveries = await DeliveriesAsync(folder);
        return new RunState(progress.Phase, progress.Done, deliveries.Count(delivery => delivery.State == SendState.Sent), deliveries.Count);
    }

    public static async Task<IReadOnlyList<LedgerDelivery>> DeliveriesAsync(string folder)
    {
        var file = Path.Combine(folder, "ledger.db");
        if (!File.Exists(file))
            return [];

        using var ledger = new SqliteLedger(file);
        return [.. (await ledger.ListAsync(new LedgerFilter(), CancellationToken.None)).SelectMany(item => item.Deliveries)];
    }
}
