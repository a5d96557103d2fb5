namespace ExecReports.Cli;

/// <summary>Bad usage or settings: one message per fault, nothing was done.</summary>
public sealed class UsageException(params IReadOnlyList<string> faults) : Exception(string.Join('\n', faults))
{
    /// <summary>The faults.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
