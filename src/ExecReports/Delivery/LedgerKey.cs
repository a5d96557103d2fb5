using System.Globalization;

namespace ExecReports.Delivery;

/// <summary>Key of a ledger item: one per report and run.</summary>
/// <param name="ReportType">Partition key.</param>
/// <param name="GeneratedTimestamp">Sort key, UTC, whole milliseconds.</param>
public readonly record struct LedgerKey(string ReportType, DateTimeOffset GeneratedTimestamp)
{
    /// <summary>The sort key as it is stored: ISO 8601, UTC, three decimals, so that the order of text is the order of time.</summary>
    public string SortKey => GeneratedTimestamp.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
