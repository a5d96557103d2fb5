namespace Amazon.CloudWatchLogs.Model;

/// <summary>Events of a batch that were not taken.</summary>
public class RejectedLogEventsInfo
{
    /// <summary>Those before it are past the retention.</summary>
    public int? ExpiredLogEventEndIndex { get; set; }
    /// <summary>This one and those after it lie too far in the future.</summary>
    public int? TooNewLogEventStartIndex { get; set; }
    /// <summary>Those before it are too old.</summary>
    public int? TooOldLogEventEndIndex { get; set; }
}
