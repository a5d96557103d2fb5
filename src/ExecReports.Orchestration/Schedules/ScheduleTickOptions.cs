namespace ExecReports.Orchestration.Schedules;

/// <summary>How far back a tick looks.</summary>
public sealed record ScheduleTickOptions
{
    /// <summary>The longest that an occurrence may be late and still be started. Default: 3 days, a weekend's outage and a day to notice it.</summary>
    public TimeSpan CatchUp { get; init; } = TimeSpan.FromDays(3);

    /// <summary>Occurrences at this moment or before are never started: when the schedules were put into force. Null: whatever <see cref="CatchUp"/> allows.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>The most runs that one tick starts; the rest follows with the next ones, the oldest first. Default 20.</summary>
    public int MostPerTick { get; init; } = 20;

    /// <summary>What is wrong with the options for a host that forgets runs after <paramref name="retention"/>; null: nothing.</summary>
    public string? Fault(TimeSpan retention) =>
        CatchUp < TimeSpan.Zero ? $"The catch-up limit is {CatchUp.TotalDays:0.##} days; it cannot be negative."
        : MostPerTick < 1 ? $"A tick may start {MostPerTick} runs; it must be at least 1."
        : retention < CatchUp + TimeSpan.FromDays(1)
            ? $"The history is kept for {retention.TotalDays:0.##} days and schedules catch up over {CatchUp.TotalDays:0.##}: keep the history at least a day longer than that, or a run could be forgotten and started again."
        : null;
}
