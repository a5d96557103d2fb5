namespace ExecReports.Delivery;

/// <summary>Works on several things, some at the same time, and again, after waits, on those that a service refused for now, as long as the time box lets it.</summary>
static class RefusalRounds
{
    /// <param name="count">How many things.</param>
    /// <param name="workAsync">Works on one; returns whether it was refused for now. What it throws ends the work when the others that have begun are done.</param>
    /// <param name="box">The time for all of it.</param>
    /// <param name="options">How many at the same time, and the waits before the second round, the third, and so on; there are no more rounds than that.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends a wait.</param>
    public static async Task RunAsync(int count, Func<int, Task<bool>> workAsync, TimeBox box, DeliveryOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var waits = options.RefusalWaits;
        IReadOnlyList<int> waiting = [.. Enumerable.Range(0, count)];
        for (var round = 0; ; round++)
        {
            waiting = await RoundAsync(waiting, workAsync, options.Parallel).ConfigureAwait(false);
            if (waiting.Count == 0 || round == waits.Count || box.IsOverIn(waits[round]))
                return;
            await Task.Delay(waits[round], time, cancellationToken).ConfigureAwait(false);
        }
    }

    // Returns those that were refused, in order.
    static async Task<IReadOnlyList<int>> RoundAsync(IReadOnlyList<int> waiting, Func<int, Task<bool>> workAsync, int parallel)
    {
        var refused = new bool[waiting.Count];
        var taken = -1;
        await Task.WhenAll(Enumerable.Range(0, Math.Clamp(parallel, 1, Math.Max(1, waiting.Count))).Select(_ => WorkAsync())).ConfigureAwait(false);
        return [.. waiting.Where((_, place) => refused[place])];

        async Task WorkAsync()
        {
            while (Interlocked.Increment(ref taken) is var place && place < waiting.Count)
                refused[place] = await workAsync(waiting[place]).ConfigureAwait(false);
        }
    }
}
