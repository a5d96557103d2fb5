namespace ExecReports.Delivery;

/// <summary>How long delivering may take, and what it may take for granted.</summary>
public sealed record DeliveryOptions
{
    /// <summary>No new claim is made after this time; what remains is returned. Default 4 minutes.</summary>
    public TimeSpan TimeBox { get; init; } = TimeSpan.FromMinutes(4);
    /// <summary>How many reports are archived and mailed at the same time; the mails of one report go one by one. So many reports are in memory. Default 8.</summary>
    public int Parallel { get; init; } = 8;
    /// <summary>How long a claim is left alone by others. Longer than a send, the question after it and its settling together. Default 3 minutes.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(3);
    /// <summary>After this time a send counts as one without an answer. Default 30 seconds.</summary>
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(30);
    /// <summary>Waits before deliveries that were refused for now are tried again within the time box.</summary>
    public IReadOnlyList<TimeSpan> RefusalWaits { get; init; } = [.. new[] { 1, 2, 5, 10, 20 }.Select(seconds => TimeSpan.FromSeconds(seconds))];
    /// <summary>Waits before a result that could not be recorded is recorded again. It is tried without regard to the time box: a mail that was accepted must not be forgotten.</summary>
    public IReadOnlyList<TimeSpan> SettleWaits { get; init; } = [.. new[] { 0.1, 0.5, 2, 5 }.Select(TimeSpan.FromSeconds)];
    /// <summary>After this time a write to the ledger that records a result counts as failed. Default 10 seconds.</summary>
    public TimeSpan SettleTimeout { get; init; } = TimeSpan.FromSeconds(10);
    /// <summary>
    /// No other process uses the ledger while this one does (it holds an exclusive lock on the machine): a lease that a dead process left is void at once.
    /// </summary>
    public bool LeasesVoid { get; init; }
}
