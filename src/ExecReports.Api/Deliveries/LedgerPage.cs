namespace ExecReports.Api.Deliveries;

/// <summary>Some of the ledger.</summary>
/// <param name="Items">The entries.</param>
/// <param name="Next">Address of the next page; null: this is the last one.</param>
/// <param name="Damaged">Items that stand among these and cannot be read; null: none. A filter by state leaves none of them out: which state their deliveries are in nobody can say.</param>
public sealed record LedgerPage(IReadOnlyList<LedgerEntry> Items, string? Next, IReadOnlyList<DamagedEntry>? Damaged);

/// <summary>An item of the ledger that cannot be read.</summary>
/// <param name="Report">The report.</param>
/// <param name="GeneratedTimestamp">Its timestamp as it is stored: it may be no time at all.</param>
/// <param name="Fault">What is wrong with it and what to do.</param>
public sealed record DamagedEntry(string Report, string GeneratedTimestamp, string Fault);
