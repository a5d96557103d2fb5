namespace ExecReports.Api.Runs;

/// <summary>Lets at most so many starts through within a window that moves along.</summary>
/// <param name="most">How many.</param>
/// <param name="window">How long the window is.</param>
/// <param name="time">The clock.</param>
internal sealed class StartLimit(int most, TimeSpan window, TimeProvider time)
{
    private readonly Queue<long> starts = new();
    private readonly Lock gate = new();

    /// <summary>Null: go on, it is counted. Otherwise how long to wait.</summary>
    public TimeSpan? Take()
    {
        lock (gate)
        {
            while (starts.Count > 0 && time.GetElapsedTime(starts.Peek()) >= window)
                starts.Dequeue();
            if (starts.Count >= most)
                return window - time.GetElapsedTime(starts.Peek());
            starts.Enqueue(time.GetTimestamp());
            return null;
        }
    }
}
