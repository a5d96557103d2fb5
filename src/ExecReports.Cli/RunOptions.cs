using System.CommandLine;
using System.Globalization;

namespace ExecReports.Cli;

/// <summary>Options and arguments that more than one command has.</summary>
internal static class RunOptions
{
    public static Argument<string> Report() => new("report") { Description = "A report id or type: cfo, rental-cove. `reports` lists them." };

    public static Option<string?> AsOf() =>
        new("--as-of") { Description = "The day that the reports speak about, as 2026-11-24. Default: the portfolio's own, else today.", HelpName = "day" };

    /// <summary>Reads a day; throws <see cref="UsageException"/> if it is none.</summary>
    public static DateOnly? ParseDay(string? day, string option = "--as-of") =>
        day is null ? null
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read
        : throw new UsageException($"{option} '{day}' is no date; write it as 2026-11-24.");
}
