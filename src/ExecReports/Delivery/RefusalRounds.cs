namespace ExecReports.Delivery;

/// <summary>Works on several things one by one, and again, after waits, on those that a service refused for now, as long as the time box lets it.</summary>
static class RefusalRounds
{
    /// <param name="count">How many things.</param>
    /// <param name="workAsync">Works on one; returns whether it was refused for now.</param>
    /// <param name="box">The time for all of it.</param>
    /// <param name="waits">Waits before the second round, the third, and so on; there are no more rounds than that.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends a wait.</param>
    public static async Task RunAsync(int count, Func<int, Task<bool>> workAsync, TimeBox box, IReadOnlyList<TimeSpan> waits, TimeProvider time, CancellationToken cancellationToken)
    {
        int[] waiting = [.. Enumerable.Range(0, count)];
        for (var round = 0; ; round++)
        {
            var refused = new List<int>();
            foreach (var index in waiting)
            {
                if (await workAsync(index).ConfigureAwait(false))
                    refused.Add(index);
            }
            if (refused.Count == 0 || round == waits.Count || box.IsOverIn(waits[round]))
                return;
            await Task.Delay(waits[round], time, cancellationToken).ConfigureAwait(false);
            waiting = [.. refused];
        }
    }
}
