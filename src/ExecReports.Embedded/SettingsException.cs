namespace ExecReports.Embedded;

/// <summary>Settings that cannot be taken: one message per fault, each with the setting's name and what would be right; values are not repeated where they may be secret.</summary>
public sealed class SettingsException(params IReadOnlyList<string> faults) : Exception(string.Join('\n', faults))
{
    /// <summary>The faults.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
