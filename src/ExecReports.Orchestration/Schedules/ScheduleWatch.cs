using ExecReports.Delivery;
using ExecReports.Schedules;

namespace ExecReports.Orchestration.Schedules;

/// <summary>
/// Looks whether the newest run of each schedule that should have finished has. It asks the ledger, which is the truth about what was mailed, and neither the task hub nor the timer: it notices as well that those have stopped.
/// </summary>
public static class ScheduleWatch
{
    /// <summary>How long after its time a run should have finished. A run takes minutes; ticks come every five.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromHours(1);

    // Longer than the longest month, so that a monthly schedule has an occurrence in it.
    internal static readonly TimeSpan Lookback = TimeSpan.FromDays(40);

    /// <summary>Judges each schedule's newest occurrence that is older than the grace; a schedule without one is not in the answer.</summary>
    /// <param name="schedules">The schedules in force.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="grace">How long a run may take.</param>
    /// <param name="after">Occurrences up to this moment are not expected: when the schedules were put into force. Null: all are.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public static async Task<IReadOnlyList<WatchedRun>> LookAsync(
        IReadOnlyList<Schedule> schedules, IReportLedger ledger, DateTimeOffset now, TimeSpan grace, DateTimeOffset? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        ArgumentNullException.ThrowIfNull(ledger);
        var oldest = now - Lookback;
        if (after is { } begun && begun > oldest)
            oldest = begun;
        var found = new List<WatchedRun>();
        foreach (var schedule in schedules)
        {
            if (DueOccurrences.Last(schedule, oldest, now - grace) is { } due)
                found.Add(Judge(due, await ledger.ListAsync(new LedgerFilter { RunId = due.RunId }, cancellationToken)));
        }

        return found;
    }

    private static WatchedRun Judge(ScheduleOccurrence due, IReadOnlyList<LedgerItem> items)
    {
        var deliveries = items.Where(item => !item.Held).SelectMany(item => item.Deliveries).ToList();
        var state =
            items.Count == 0 ? WatchedState.Missing
            : deliveries.Any(delivery => delivery.State is SendState.Pending or SendState.Sending) ? WatchedState.Unfinished
            : deliveries.Any(delivery => delivery.State is SendState.Failed or SendState.Unknown) ? WatchedState.Undelivered
            : WatchedState.Finished;
        return new WatchedRun(due.RunId, due.At, state, deliveries.Count, deliveries.Count(delivery => delivery.State != SendState.Sent));
    }
}
