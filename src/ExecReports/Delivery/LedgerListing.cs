using System.Runtime.ExceptionServices;

namespace ExecReports.Delivery;

/// <summary>A list of the ledger that one damaged item does not keep from being shown.</summary>
/// <param name="Items">What can be read, newest first, reports of one run by type.</param>
/// <param name="Damaged">What stands among them and cannot be read, in the same order. Which state its deliveries are in is unknown, so a filter by state leaves none of them out.</param>
public sealed record LedgerListing(IReadOnlyList<LedgerItem> Items, IReadOnlyList<DamagedLedgerItem> Damaged)
{
    /// <summary>The items, for a caller that decides by them: it must not decide as if a damaged one were not there.</summary>
    /// <exception cref="Exception">The fault of the first damaged item.</exception>
    public IReadOnlyList<LedgerItem> Whole()
    {
        if (Damaged is [var first, ..])
            ExceptionDispatchInfo.Throw(first.Fault);
        return Items;
    }
}

/// <summary>An item of the ledger that cannot be read.</summary>
/// <param name="ReportType">Its report type, as it is stored.</param>
/// <param name="GeneratedTimestamp">Its sort key, as it is stored: it may be no time at all.</param>
/// <param name="Fault">What reading it throws; the message names the item, what is wrong with it and what to do.</param>
public sealed record DamagedLedgerItem(string ReportType, string GeneratedTimestamp, Exception Fault);
