namespace ExecReports.Delivery;

/// <summary>
/// The truth about what was sent: one item per report and run, one delivery in it per recipient. Reads see every write that ended before them.
/// A ledger compares and sets, it decides nothing: which moves are allowed is <see cref="DeliveryMoves"/>' part.
/// An exception from a write says nothing about whether it was written.
/// </summary>
public interface IReportLedger
{
    /// <summary>Writes the item unless one stands under its key, and returns the one that stands now.</summary>
    Task<LedgerItem> CreateIfAbsentAsync(LedgerItem item, CancellationToken cancellationToken);

    /// <summary>Reads an item; null if there is none.</summary>
    Task<LedgerItem?> GetAsync(LedgerKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces a delivery by <paramref name="next"/> if its <see cref="LedgerDelivery.Revision"/> is still one less than that of <paramref name="next"/>,
    /// as one step; false: somebody else moved it first, and nothing was written.
    /// </summary>
    Task<bool> TryMoveAsync(LedgerKey key, LedgerDelivery next, CancellationToken cancellationToken);

    /// <summary>Lists items, newest first, reports of one run by type. An item that cannot be read makes the whole list fail: this is for callers that decide by it.</summary>
    Task<IReadOnlyList<LedgerItem>> ListAsync(LedgerFilter filter, CancellationToken cancellationToken);

    /// <summary>Lists items as <see cref="ListAsync"/> does, for showing them: those that cannot be read are named beside the others.</summary>
    async Task<LedgerListing> ListReadableAsync(LedgerFilter filter, CancellationToken cancellationToken) =>
        new(await ListAsync(filter, cancellationToken).ConfigureAwait(false), []);
}
