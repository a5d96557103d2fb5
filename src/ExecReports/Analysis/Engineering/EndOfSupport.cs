using System.Globalization;

namespace ExecReports.Analysis.Engineering;

/// <summary>How a version stands on a day.</summary>
public enum SupportState
{
    /// <summary>The table does not know the product or the version.</summary>
    NotKnown,
    /// <summary>Supported.</summary>
    Supported,
    /// <summary>Supported, and within <see cref="Portfolio.Thresholds.EndsSoonDays"/> of the end.</summary>
    EndsSoon,
    /// <summary>Out of support, from the day of the end on.</summary>
    Ended,
}

/// <summary>A version's support.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Ends">The first day without support; null where it is not known.</param>
public sealed record SupportStatus(SupportState State, DateOnly? Ends)
{
    /// <summary>Whether support has ended.</summary>
    public bool HasEnded => State == SupportState.Ended;

    /// <summary>Whether it ends soon.</summary>
    public bool EndsSoon => State == SupportState.EndsSoon;

    /// <summary>The table does not know it.</summary>
    public static SupportStatus NotKnown { get; } = new(SupportState.NotKnown, null);
}

/// <summary>
/// When support of runtimes and products ends: a dated table in the product. For Lambda runtimes the platform's deprecation date, for the rest the end of the maker's
/// free security support. A version that is not in the table is "not known", never taken for supported. The edition stands in a report's Sources.
/// </summary>
public static class EndOfSupport
{
    /// <summary>The day on which the table was last checked.</summary>
    public static readonly DateOnly Edition = new(2026, 2, 15);

    // Product → version → first day without support. A version matches by its leading parts: 18.17.1 is 18.
    static readonly Dictionary<string, (string Version, string Ends)[]> Products = new(StringComparer.Ordinal)
    {
        ["node"] = [("12", "2022-04-30"), ("14", "2023-04-30"), ("16", "2023-09-11"), ("18", "2025-04-30"), ("20", "2026-04-30"), ("22", "2027-04-30"), ("24", "2028-04-30")],
        ["python"] =
        [
            ("2.7", "2020-01-01"), ("3.6", "2021-12-23"), ("3.7", "2023-06-27"), ("3.8", "2024-10-07"), ("3.9", "2025-10-31"), ("3.10", "2026-10-31"),
            ("3.11", "2027-10-31"), ("3.12", "2028-10-31"), ("3.13", "2029-10-31"), ("3.14", "2030-10-31"),
        ],
        ["php"] = [("7.3", "2021-12-06"), ("7.4", "2022-11-28"), ("8.0", "2023-11-26"), ("8.1", "2025-12-31"), ("8.2", "2026-12-31"), ("8.3", "2027-12-31"), ("8.4", "2028-12-31")],
        ["ruby"] = [("2.7", "2023-03-31"), ("3.0", "2024-04-23"), ("3.1", "2025-03-26"), ("3.2", "2026-03-31"), ("3.3", "2027-03-31"), ("3.4", "2028-03-31")],
        ["dotnet"] = [("3.1", "2022-12-13"), ("5", "2022-05-10"), ("6", "2024-11-12"), ("7", "2024-05-14"), ("8", "2026-11-10"), ("9", "2026-11-10"), ("10", "2028-11-14")],
        ["postgresql"] = [("11", "2023-11-09"), ("12", "2024-11-21"), ("13", "2025-11-13"), ("14", "2026-11-12"), ("15", "2027-11-11"), ("16", "2028-11-09"), ("17", "2029-11-08")],
        ["mysql"] = [("5.7", "2023-10-31"), ("8.0", "2026-04-30"), ("8.4", "2032-04-30")],
        ["django"] = [("3.2", "2024-04-01"), ("4.0", "2023-04-01"), ("4.1", "2023-12-01"), ("4.2", "2026-04-30"), ("5.0", "2025-04-02"), ("5.1", "2025-12-31"), ("5.2", "2028-04-30")],
        ["rails"] = [("6.1", "2024-10-01"), ("7.0", "2025-04-01"), ("7.1", "2025-10-01"), ("7.2", "2026-08-09")],
        ["laravel"] = [("9", "2024-02-06"), ("10", "2025-02-04"), ("11", "2026-03-12")],
        ["angularjs"] = [("1", "2022-01-01")],
        ["angular"] = [("15", "2024-05-18"), ("16", "2024-11-08"), ("17", "2025-05-15"), ("18", "2025-11-19"), ("19", "2026-05-19")],
        ["vue"] = [("2", "2023-12-31")],
        ["ubuntu"] = [("18.04", "2023-05-31"), ("20.04", "2025-05-31"), ("22.04", "2027-05-31"), ("24.04", "2029-05-31")],
    };

    static readonly Dictionary<string, string> LambdaRuntimes = new(StringComparer.Ordinal)
    {
        ["nodejs12.x"] = "2023-03-31", ["nodejs14.x"] = "2023-12-04", ["nodejs16.x"] = "2024-06-12", ["nodejs18.x"] = "2025-09-01", ["nodejs20.x"] = "2026-04-30",
        ["nodejs22.x"] = "2027-04-30", ["nodejs24.x"] = "2028-04-30",
        ["python3.6"] = "2022-07-18", ["python3.7"] = "2023-12-04", ["python3.8"] = "2024-10-14", ["python3.9"] = "2025-12-15", ["python3.10"] = "2026-10-31",
        ["python3.11"] = "2027-06-30", ["python3.12"] = "2028-10-31", ["python3.13"] = "2029-06-30", ["python3.14"] = "2029-06-30",
        ["ruby2.7"] = "2023-12-07", ["ruby3.2"] = "2026-03-31", ["ruby3.3"] = "2027-03-31", ["ruby3.4"] = "2028-03-31",
        ["java8"] = "2024-01-08", ["java25"] = "2029-06-30",
        ["dotnetcore3.1"] = "2023-04-03", ["dotnet6"] = "2024-12-20", ["dotnet8"] = "2026-11-10", ["dotnet10"] = "2028-11-14",
        ["go1.x"] = "2024-01-08", ["provided"] = "2024-01-08",
    };

    static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["nodejs"] = "node", ["node"] = "node", ["python"] = "python", ["cpython"] = "python", ["php"] = "php", ["ruby"] = "ruby", ["net"] = "dotnet", ["dotnet"] = "dotnet",
        ["netcore"] = "dotnet", ["aspnetcore"] = "dotnet", ["postgres"] = "postgresql", ["postgresql"] = "postgresql", ["mysql"] = "mysql", ["django"] = "django",
        ["rails"] = "rails", ["rubyonrails"] = "rails", ["laravel"] = "laravel", ["angularjs"] = "angularjs", ["angular"] = "angular", ["vue"] = "vue", ["vuejs"] = "vue", ["ubuntu"] = "ubuntu",
    };

    /// <summary>Support of a Lambda runtime identifier, such as <c>python3.9</c>, on a day; by the platform's date.</summary>
    public static SupportStatus OfLambda(string? runtime, DateOnly asOf, int endsSoonDays) =>
        runtime is not null && LambdaRuntimes.TryGetValue(runtime, out var ends) ? Status(ends, asOf, endsSoonDays) : SupportStatus.NotKnown;

    /// <summary>Support of a product's version on a day. The version may stand in the name ("Node 18") and may be written as a range ("^18", ">=3.9", "18.x").</summary>
    public static SupportStatus Of(string technology, string? version, DateOnly asOf, int endsSoonDays)
    {
        var name = technology;
        if (version is null && technology.LastIndexOf(' ') is > 0 and var space && technology[(space + 1)..] is var tail && tail.Any(char.IsAsciiDigit))
            (name, version) = (technology[..space], tail);
        if (version is null || !Names.TryGetValue(Folded.Of(name), out var product))
            return SupportStatus.NotKnown;
        var parts = Parts(version);
        var match = Products[product].FirstOrDefault(row => parts.StartsWith(row.Version + ".", StringComparison.Ordinal));
        return match.Ends is null ? SupportStatus.NotKnown : Status(match.Ends, asOf, endsSoonDays);
    }

    static SupportStatus Status(string ends, DateOnly asOf, int endsSoonDays)
    {
        var day = DateOnly.ParseExact(ends, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var state = asOf >= day ? SupportState.Ended : day.DayNumber - asOf.DayNumber <= endsSoonDays ? SupportState.EndsSoon : SupportState.Supported;
        return new SupportStatus(state, day);
    }

    // "v18.17.1", "^18", ">=3.9", "18.x" → digits and dots, with a dot at the end so that 3.1 is no prefix of 3.10.
    static string Parts(string version)
    {
        var start = version.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0)
            return "";
        var end = start;
        while (end < version.Length && (char.IsAsciiDigit(version[end]) || version[end] == '.'))
            end++;
        return version[start..end].TrimEnd('.') + ".";
    }
}
