using System.Globalization;
using ExecReports.Embedded.Files;

namespace ExecReports.Cli.Serve;

/// <summary>
/// Since when `serve` keeps the schedules of an output folder: written once, at its first start there. What was due before is never started: a server that is set up on a Tuesday does not
/// mail Monday's reports. What comes due while it is down is caught up.
/// </summary>
internal static class SchedulesSince
{
    /// <summary>Reads it, or writes now.</summary>
    public static DateTimeOffset Read(string folder, TimeProvider time)
    {
        var file = Path.Combine(folder, "schedules.since");
        try
        {
            if (File.Exists(file) && DateTimeOffset.TryParse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since))
                return since;
            var now = time.GetUtcNow();
            File.WriteAllText(file, now.ToString("O", CultureInfo.InvariantCulture));
            return now;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new OutputFolderException(folder, unusable);
        }
    }
}
