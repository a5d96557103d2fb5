namespace ExecReports.Orchestration.Planning;

/// <summary>A run was asked for that cannot be: one message per fault, each with what would be right.</summary>
public sealed class RunRequestException(IReadOnlyList<string> faults) : Exception(string.Join(' ', faults))
{
    /// <summary>The faults.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
