namespace ExecReports.Aws.SendLog;

/// <summary>Where sends are logged, and how.</summary>
public sealed record SendLogOptions
{
    /// <summary>The log group where none is set.</summary>
    public const string DefaultGroup = "/aws/lambda/send-exec-reports";

    /// <summary>The log group. It is made if it is missing and may be made.</summary>
    public string Group { get; init; } = DefaultGroup;
    /// <summary>Names this process: the log stream is <c>yyyy/MM/dd/&lt;name&gt;</c> of the day on which logging began.</summary>
    public required string Process { get; init; }
    /// <summary>Addresses are written as they are. Otherwise a recipient is the first 12 hex digits of its address's SHA-256, as in ledger and history.</summary>
    public bool PlainAddresses { get; init; }
    /// <summary>How long lines are gathered before they are put. Default 1 second.</summary>
    public TimeSpan Gather { get; init; } = TimeSpan.FromSeconds(1);
    /// <summary>Waits before a batch that was not taken is put again; after them it is given up. Default 0.5, 2 and 5 seconds.</summary>
    public IReadOnlyList<TimeSpan> RetryWaits { get; init; } = [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5)];
    /// <summary>How long a call may take. Default 5 seconds.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(5);
    /// <summary>How long the end of the process waits for the last lines. Default 5 seconds.</summary>
    public TimeSpan CloseTimeout { get; init; } = TimeSpan.FromSeconds(5);
    /// <summary>Most lines that wait; what comes while so many wait is lost, and counted. Default 10,000.</summary>
    public int MostWaiting { get; init; } = 10_000;
}
