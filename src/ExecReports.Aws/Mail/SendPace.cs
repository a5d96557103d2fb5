namespace ExecReports.Aws.Mail;

/// <summary>
/// A token bucket, one token per envelope recipient. It holds half a second's worth (one mail's at least) to begin with, while SES allows a whole one: so a request that is late on its way,
/// and the next one that is not, stay within the rate. Whoever comes first goes first.
/// </summary>
/// <param name="perSecond">Tokens a second; more than 0.</param>
/// <param name="time">The clock; its monotonic time is used.</param>
sealed class SendPace(double perSecond, TimeProvider time)
{
    const int TokensOfAMail = 2;

    readonly Lock _lock = new();
    readonly double _most = Math.Max(TokensOfAMail, perSecond / 2);
    double _tokens = Math.Max(TokensOfAMail, perSecond / 2);
    long _at = time.GetTimestamp();

    public double PerSecond => perSecond;

    /// <summary>Takes tokens, waiting until they are there. Those who wait have taken theirs already, so the bucket may be overdrawn.</summary>
    public async Task TakeAsync(int tokens, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TimeSpan wait;
        lock (_lock)
        {
            Fill();
            _tokens -= tokens;
            wait = TimeSpan.FromSeconds(Math.Max(0, -_tokens / perSecond));
        }
        if (wait == TimeSpan.Zero)
            return;
        try
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            lock (_lock)
                _tokens += tokens;
            throw;
        }
    }

    /// <summary>SES found it too fast (others may send through the account): for a second nothing goes.</summary>
    public void Slow()
    {
        lock (_lock)
        {
            Fill();
            _tokens = Math.Min(_tokens, -perSecond);
        }
    }

    void Fill()
    {
        var now = time.GetTimestamp();
        _tokens = Math.Min(_most, _tokens + time.GetElapsedTime(_at, now).TotalSeconds * perSecond);
        _at = now;
    }
}
