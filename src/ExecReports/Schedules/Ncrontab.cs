using System.Diagnostics.CodeAnalysis;
using Cronos;

namespace ExecReports.Schedules;

/// <summary>Reads NCRONTAB expressions.</summary>
internal static class Ncrontab
{
    /// <summary>Reads one; false: <paramref name="fault"/> says what is wrong with it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out CronExpression? expression, [NotNullWhen(false)] out string? fault)
    {
        expression = null;
        fault = null;
        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is not (5 or 6))
        {
            fault = $"cron \"{text}\" has {fields.Length} fields; write five (minute hour day month weekday, such as \"30 6 * * 1\") or six, with seconds first";
            return false;
        }

        try
        {
            expression = CronExpression.Parse(string.Join(' ', fields), fields.Length == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard);
            return true;
        }
        catch (CronFormatException invalid)
        {
            fault = $"cron \"{text}\" cannot be read: {invalid.Message.TrimEnd('.')}; Monday 06:30 is \"30 6 * * 1\"";
            return false;
        }
    }
}
