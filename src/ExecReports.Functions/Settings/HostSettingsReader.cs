using System.Globalization;
using ExecReports.Aws.Identity;
using ExecReports.Aws.Settings;
using ExecReports.Aws.Sources;
using ExecReports.Embedded;
using ExecReports.Git.Remote;
using ExecReports.Orchestration.Schedules;

namespace ExecReports.Functions.Settings;

/// <summary>Reads and checks the app's settings at the start.</summary>
internal static class HostSettingsReader
{
    private const int DefaultHistoryDays = 30;

    /// <summary>Reads them; throws <see cref="SettingsException"/> with one message per fault.</summary>
    /// <param name="setting">A named setting; null if it is not set.</param>
    public static HostSettings Read(Func<string, string?> setting)
    {
        var faults = new List<string>();
        var portfolio = Required("EXECREPORTS_PORTFOLIO", "a folder, or an address on a git server such as https://git.example.com/companies.git");
        var folder = Required("EXECREPORTS_OUT", "a folder for what is fetched and, without AWS, for reports, ledger and outbox");
        var history = Days("EXECREPORTS_HISTORY_DAYS") ?? DefaultHistoryDays;
        var schedules = new ScheduleTickOptions { After = Taken(() => SchedulesAfter.Read(setting), null) };
        if (Days("EXECREPORTS_CATCH_UP_DAYS") is { } catchUp)
            schedules = schedules with { CatchUp = TimeSpan.FromDays(catchUp) };
        if (schedules.Fault(TimeSpan.FromDays(history)) is { } fault)
            faults.Add($"EXECREPORTS_HISTORY_DAYS, EXECREPORTS_CATCH_UP_DAYS: {fault}");

        var mail = Taken(() => MailSettingsReader.Read(setting), new MailSettings());
        var git = Taken(() => PortfolioPlace.Credentials(setting), GitCredentials.None);
        var delivery = Value("EXECREPORTS_DELIVER")?.ToLowerInvariant() switch
        {
            null or "local" => null,
            "aws" => Taken<AwsSettings?>(() => AwsSettingsReader.Read(setting), null),
            _ => Fault<AwsSettings>("EXECREPORTS_DELIVER: local or aws expected."),
        };
        var sources = Taken(() => AwsSourceSettingsReader.Read(setting, portfolio), null);
        var keyless = Taken(() => WebIdentityReader.Read(setting), null);
        if (faults.Count > 0)
            throw new SettingsException([.. faults.Distinct()]);

        return new HostSettings
        {
            Local = new LocalOptions(PortfolioPlace.Full(portfolio), Path.GetFullPath(folder)) { Mail = mail, Git = git },
            Schedules = schedules,
            HistoryRetention = TimeSpan.FromDays(history),
            Delivery = delivery,
            Sources = sources,
            Keyless = keyless,
        };

        T? Fault<T>(string message)
            where T : class
        {
            faults.Add(message);
            return null;
        }

        string? Value(string name) => setting.Value(name);

        string Required(string name, string wanted)
        {
            if (Value(name) is { } value)
                return value;
            faults.Add($"{name} is missing: set it to {wanted}.");
            return "";
        }

        double? Days(string name)
        {
            if (Value(name) is not { } value)
                return null;
            if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days) && days is >= 0 and <= 3650)
                return days;
            faults.Add($"{name}: a number of days from 0 to 3650 expected, such as {DefaultHistoryDays}.");
            return null;
        }

        T Taken<T>(Func<T> read, T otherwise)
        {
            try
            {
                return read();
            }
            catch (SettingsException refused)
            {
                faults.AddRange(refused.Faults);
                return otherwise;
            }
            catch (AwsSettingsException refused)
            {
                faults.AddRange(refused.Faults);
                return otherwise;
            }
        }
    }
}
