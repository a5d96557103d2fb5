namespace ExecReports.Aws.Settings;

/// <summary>Settings are missing or cannot be used; one message per fault, none of which repeats a secret.</summary>
public sealed class AwsSettingsException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>What is wrong with which setting, and what would be right.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
