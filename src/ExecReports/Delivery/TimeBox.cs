namespace ExecReports.Delivery;

/// <summary>A stretch of time that began now, by the monotonic clock.</summary>
sealed class TimeBox(TimeProvider time, TimeSpan length)
{
    readonly long _began = time.GetTimestamp();

    public bool IsOver => IsOverIn(TimeSpan.Zero);

    public bool IsOverIn(TimeSpan wait) => time.GetElapsedTime(_began) + wait >= length;
}
