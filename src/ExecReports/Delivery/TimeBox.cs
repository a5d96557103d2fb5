namespace ExecReports.Delivery;

/// <summary>A stretch of time that began now, by the monotonic clock.</summary>
sealed class TimeBox(TimeProvider time, TimeSpan length)
{
    readonly long _began = time.GetTimestamp();

    public bool IsOver => IsOverIn(TimeSpan.Zero);

    /// <summary>Cancelled when the stretch is over.</summary>
    public CancellationTokenSource Limit() => new(TimeSpan.FromTicks(Math.Max(0, (length - time.GetElapsedTime(_began)).Ticks)), time);

    public bool IsOverIn(TimeSpan wait) => time.GetElapsedTime(_began) + wait >= length;
}
