using System.Globalization;

namespace ExecReports.Delivery;

/// <summary>
/// Where a report stands in the archive: <c>exec-reports/YYYY/MM/&lt;timestamp&gt;-&lt;report&gt;.{html,md,json,eml}</c>, year and month of the generated timestamp in UTC,
/// the timestamp as <c>20261124T193000123Z</c>: sortable as text, and a file name everywhere.
/// </summary>
/// <param name="Html">The web page.</param>
/// <param name="Markdown">The Markdown.</param>
/// <param name="Json">The figures.</param>
/// <param name="Eml">The message.</param>
public sealed record ArchiveKeys(string Html, string Markdown, string Json, string Eml)
{
    /// <summary>First part of every key.</summary>
    public const string Root = "exec-reports";

    const string TimestampFormat = "yyyyMMdd'T'HHmmssfff'Z'";
    const int TimestampLength = 19;

    /// <summary>The keys of a report.</summary>
    /// <exception cref="ArgumentException">The report type is not valid (<see cref="ReportTypes"/>).</exception>
    public static ArchiveKeys Of(string reportType, DateTimeOffset generatedTimestamp)
    {
        var month = generatedTimestamp.UtcDateTime.ToString("yyyy'/'MM", CultureInfo.InvariantCulture);
        var stem = $"{Root}/{month}/{Timestamp(generatedTimestamp)}-{ReportTypes.Checked(reportType)}";
        return new($"{stem}.html", $"{stem}.md", $"{stem}.json", $"{stem}.eml");
    }

    /// <summary>A moment as it stands in keys and file names.</summary>
    public static string Timestamp(DateTimeOffset moment) => moment.UtcDateTime.ToString(TimestampFormat, CultureInfo.InvariantCulture);

    /// <summary>Takes a key apart; false if it is not exactly one that <see cref="Of"/> makes, so that a valid key never leads out of the archive.</summary>
    public static bool TryParse(string key, out string reportType, out DateTimeOffset generatedTimestamp)
    {
        (reportType, generatedTimestamp) = ("", default);
        var name = key[(key.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        if (dot < 0 || !TryParseStem(name[..dot], out reportType, out generatedTimestamp))
            return false;
        var keys = Of(reportType, generatedTimestamp);
        return key == keys.Html || key == keys.Markdown || key == keys.Json || key == keys.Eml;
    }

    /// <summary>Takes apart a key's file name without its extension: <c>&lt;timestamp&gt;-&lt;report type&gt;</c>.</summary>
    internal static bool TryParseStem(string stem, out string reportType, out DateTimeOffset generatedTimestamp)
    {
        (reportType, generatedTimestamp) = ("", default);
        if (stem.Length < TimestampLength + 2 || stem[TimestampLength] != '-' || !ReportTypes.IsValid(stem[(TimestampLength + 1)..])
            || !DateTime.TryParseExact(stem[..TimestampLength], TimestampFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment))
            return false;
        (reportType, generatedTimestamp) = (stem[(TimestampLength + 1)..], new(moment));
        return true;
    }
}
