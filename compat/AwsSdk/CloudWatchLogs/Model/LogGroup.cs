namespace Amazon.CloudWatchLogs.Model;

/// <summary>A log group.</summary>
public class LogGroup
{
    /// <summary>Its ARN.</summary>
    public string Arn { get; set; }
    /// <summary>When it was made, UTC.</summary>
    public DateTime? CreationTime { get; set; }
    /// <summary>Its name.</summary>
    public string LogGroupName { get; set; }
    /// <summary>Days that events are kept; null: for ever.</summary>
    public int? RetentionInDays { get; set; }
    /// <summary>Bytes that it holds.</summary>
    public long? StoredBytes { get; set; }
}
