namespace ExecReports.Aws.Settings;

/// <summary>Settings by name, wherever they come from.</summary>
public static class SettingValues
{
    /// <summary>A setting's value without blanks around it; null where it is not set, or blank.</summary>
    public static string? Value(this Func<string, string?> setting, string name)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return setting(name)?.Trim() is { Length: > 0 } value ? value : null;
    }
}
