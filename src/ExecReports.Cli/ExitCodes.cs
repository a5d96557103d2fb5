namespace ExecReports.Cli;

/// <summary>What the process tells its caller.</summary>
public static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;
    /// <summary>Done, with failures: a report, a delivery or a check failed.</summary>
    public const int Failures = 1;
    /// <summary>Bad usage or settings; nothing was done.</summary>
    public const int Usage = 2;
}
