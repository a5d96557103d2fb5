namespace ExecReports.Orchestration.Schedules;

/// <summary>What has become of a scheduled run that should have finished.</summary>
public enum WatchedState
{
    /// <summary>Every delivery of its reports is sent, or its reports are held.</summary>
    Finished,
    /// <summary>The ledger knows nothing of it.</summary>
    Missing,
    /// <summary>Some deliveries are still to be sent.</summary>
    Unfinished,
    /// <summary>Some deliveries failed or are unknown: they wait for an operator.</summary>
    Undelivered,
}

/// <summary>A scheduled run that should have finished, as the ledger knows it.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Expected">When it was due, UTC.</param>
/// <param name="State">What has become of it.</param>
/// <param name="Deliveries">How many deliveries the ledger has.</param>
/// <param name="Open">How many of them are not sent.</param>
public sealed record WatchedRun(string RunId, DateTimeOffset Expected, WatchedState State, int Deliveries, int Open)
{
    /// <summary>Whether it did not finish in time: what a watchdog barks at.</summary>
    public bool IsOverdue => State is WatchedState.Missing or WatchedState.Unfinished;
}
