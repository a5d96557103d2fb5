using System.Text.Json;
using ExecReports.Delivery;
using ExecReports.Rendering;

namespace ExecReports.Reports.Changes;

/// <summary>The archived figures of earlier reports of one type.</summary>
/// <param name="Earlier">Newest first by the date that they speak about, one per date, at most <see cref="ReportHistory.Most"/>.</param>
/// <param name="Unreadable">Archived figures that could not be read, each with its key and why.</param>
public sealed record ReportHistory(IReadOnlyList<FiguresDocument> Earlier, IReadOnlyList<DataGap> Unreadable)
{
    /// <summary>Most earlier reports: with the report itself twelve points of a line.</summary>
    public const int Most = 11;

    // A report asked for again and again on one day is archived each time; this many are looked through.
    private const int LookedThrough = 60;

    /// <summary>A report without earlier ones.</summary>
    public static ReportHistory None { get; } = new([], []);

    /// <summary>
    /// Reads what was archived before a moment and does not speak about a later date than this report does: a report made today for a past date compares with what was known by then.
    /// Of several that speak about one date the newest counts.
    /// </summary>
    /// <param name="archive">The archive.</param>
    /// <param name="reportType">The report's type.</param>
    /// <param name="asOf">The date that the report speaks about.</param>
    /// <param name="before">The run's generated timestamp: a retry sees the same reports.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<ReportHistory> ReadAsync(IReportArchive archive, string reportType, DateOnly asOf, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var earlier = new Dictionary<DateOnly, FiguresDocument>();
        var unreadable = new List<DataGap>();
        // As many side by side as are wanted: where each speaks about another date, one round is all.
        foreach (var keys in (await archive.ListFiguresAsync(reportType, before, LookedThrough, cancellationToken).ConfigureAwait(false)).Chunk(Most))
        {
            var round = await Task.WhenAll(keys.Select(key => archive.GetAsync(key, cancellationToken))).ConfigureAwait(false);
            foreach (var (key, json) in keys.Zip(round))
            {
                if (earlier.Count == Most)
                    return Done();
                if (json is null)
                    continue;
                try
                {
                    var document = FiguresDocument.Read(json);
                    if (document.AsOf <= asOf)
                        earlier.TryAdd(document.AsOf, document);
                }
                catch (JsonException broken)
                {
                    unreadable.Add(new DataGap(key, $"The archived figures could not be read ({broken.Message.TrimEnd('.')}); they are left out of the comparison."));
                }
            }
        }

        return Done();

        ReportHistory Done() => new([.. earlier.Values.OrderByDescending(document => document.AsOf)], unreadable);
    }
}
