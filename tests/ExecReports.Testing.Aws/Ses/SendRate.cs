namespace ExecReports.Testing.Aws.Ses;

/// <summary>How fast an account may send: a second's worth at once, and no faster in the long run.</summary>
sealed class SendRate(TimeProvider time)
{
    readonly Lock _lock = new();
    double? _free;
    long _at;

    public bool Takes(int recipients, double perSecond)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            var most = Math.Max(1, perSecond);
            var free = _free is { } left ? Math.Min(most, left + time.GetElapsedTime(_at, now).TotalSeconds * perSecond) : most;
            _at = now;
            var takes = free >= Math.Min(recipients, most);
            _free = takes ? free - recipients : free;
            return takes;
        }
    }
}
