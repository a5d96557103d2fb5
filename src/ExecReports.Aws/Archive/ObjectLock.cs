namespace ExecReports.Aws.Archive;

/// <summary>Object Lock for archived objects: until the end of the time nobody can delete or overwrite a version.</summary>
/// <param name="Mode">How strict it is.</param>
/// <param name="Days">How many days from the putting on.</param>
public sealed record ObjectLock(ObjectLockMode Mode, int Days)
{
    /// <summary>Reads <c>governance:365</c> or <c>compliance:3650</c>, a number of days behind the mode; null if it is neither.</summary>
    public static ObjectLock? Parse(string text)
    {
        var parts = text.Split(':', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Enum.TryParse<ObjectLockMode>(parts[0], ignoreCase: true, out var mode) && Enum.IsDefined(mode) && !char.IsAsciiDigit(parts[0][0])
            && int.TryParse(parts[1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 36_500
            ? new(mode, days)
            : null;
    }
}

/// <summary>How strict an Object Lock is.</summary>
public enum ObjectLockMode
{
    /// <summary>Somebody with <c>s3:BypassGovernanceRetention</c> can lift it.</summary>
    Governance,
    /// <summary>Nobody can lift it, not even the account's root.</summary>
    Compliance,
}
