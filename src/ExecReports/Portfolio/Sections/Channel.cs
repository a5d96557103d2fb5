namespace ExecReports.Portfolio.Sections;

/// <summary>How far a channel has come.</summary>
public enum ChannelState
{
    /// <summary>Not there (also: none).</summary>
    Absent,
    /// <summary>Listed, but nothing comes of it.</summary>
    Listed,
    /// <summary>Active (also: live).</summary>
    Active,
    /// <summary>It brings bookings or sales.</summary>
    Converting,
}

/// <summary>A marketing or sales channel (section Channels).</summary>
public sealed record Channel : HandoffRow
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
    /// <summary>How far it has come; null if unknown.</summary>
    public ChannelState? State { get; init; }
    /// <summary>The state as written.</summary>
    public string? StateAsWritten { get; init; }
    /// <summary>Commission, a share (0.15 is 15 %); null if unknown.</summary>
    public Amount? Commission { get; init; }
    /// <summary>Effort to get it going.</summary>
    public Level? Effort { get; init; }
    /// <summary>Reach as a number, where it is one.</summary>
    public Amount? Reach { get; init; }
    /// <summary>Reach as a grade, where it is one.</summary>
    public Level? ReachLevel { get; init; }
    /// <summary>What must stand first: another channel's name, or words.</summary>
    public string? Prerequisite { get; init; }
}
