namespace Amazon.CloudWatchLogs.Model;

/// <summary>One event.</summary>
public class InputLogEvent
{
    /// <summary>What it says.</summary>
    public string Message { get; set; }
    /// <summary>When it happened; sent in UTC, in milliseconds.</summary>
    public DateTime? Timestamp { get; set; }
}
