using ExecReports.Delivery;

namespace ExecReports.Tests.Delivery;

/// <summary>A ledger that does what its port says, and no more.</summary>
sealed class MemoryLedger : IReportLedger
{
    readonly Lock _lock = new();
    readonly Dictionary<LedgerKey, LedgerItem> _items = [];

    /// <summary>How many moves were made.</summary>
    public int Moves { get; private set; }

    public IEnumerable<LedgerItem> Items => Under(() => _items.Values.ToList());

    public IEnumerable<LedgerDelivery> Deliveries => Items.SelectMany(item => item.Deliveries);

    public Task<LedgerItem> CreateIfAbsentAsync(LedgerItem item, CancellationToken cancellationToken) => Task.FromResult(Under(() =>
    {
        _items.TryAdd(item.Key, item);
        return _items[item.Key];
    }));

    public Task<LedgerItem?> GetAsync(LedgerKey key, CancellationToken cancellationToken) => Task.FromResult(Under(() => _items.GetValueOrDefault(key)));

    public Task<bool> TryMoveAsync(LedgerKey key, LedgerDelivery next, CancellationToken cancellationToken) => Task.FromResult(Under(() =>
    {
        var item = _items[key];
        var found = item.Deliveries.Single(delivery => delivery.DeliveryId == next.DeliveryId);
        if (found.Revision != next.Revision - 1)
            return false;
        Moves++;
        _items[key] = item with { Deliveries = [.. item.Deliveries.Select(delivery => delivery == found ? next : delivery)] };
        return true;
    }));

    public Task<IReadOnlyList<LedgerItem>> ListAsync(LedgerFilter filter, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<LedgerItem>>(
        [.. Items.Where(item => filter.RunId is null || item.RunId == filter.RunId).OrderByDescending(item => item.Key.GeneratedTimestamp).ThenBy(item => item.Key.ReportType, StringComparer.Ordinal)]);

    T Under<T>(Func<T> work)
    {
        lock (_lock)
            return work();
    }
}
