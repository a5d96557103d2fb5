using System.Globalization;

namespace ExecReports.Embedded;

/// <summary>Reads since when the schedules are in force: <c>EXECREPORTS_SCHEDULES_AFTER</c>.</summary>
public static class SchedulesAfter
{
    private const string Name = "EXECREPORTS_SCHEDULES_AFTER";

    /// <summary>The moment, UTC; null: it is not set.</summary>
    /// <param name="setting">A named setting; null if it is not set.</param>
    /// <exception cref="SettingsException">It is no moment.</exception>
    public static DateTimeOffset? Read(Func<string, string?> setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        if (setting(Name)?.Trim() is not { Length: > 0 } value)
            return null;
        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : throw new SettingsException($"{Name}: a moment expected, such as 2026-11-30T12:00:00Z.");
    }
}
