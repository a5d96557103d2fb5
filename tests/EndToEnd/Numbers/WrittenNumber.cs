using System.Globalization;
using System.Text.RegularExpressions;

namespace EndToEnd.Numbers;

/// <summary>
/// A number, date or time as it stands in a text, and the keys under which the same may be found in another spelling: <c>7k</c> is <c>7,000</c>, <c>12%</c> is <c>0.12</c>,
/// <c>2026-11-03</c> is <c>3 Nov 2026</c>, the 7 of <c>7–9K</c> is a 7 or a 7,000, and a month that something is due in is its last day.
/// It shares nothing with the product's readers, so that both cannot err together.
/// </summary>
internal sealed partial record WrittenNumber(string Text, IReadOnlyList<string> Keys)
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Every number of a text, in order.</summary>
    public static IEnumerable<WrittenNumber> In(string text)
    {
        foreach (Match match in Pattern().Matches(text))
            yield return new WrittenNumber(match.Value.Trim(), [.. KeysOf(match, text)]);
    }

    private static IEnumerable<string> KeysOf(Match match, string text)
    {
        string Group(string name) => match.Groups[name].Value;
        int Number(string name) => int.Parse(Group(name), CultureInfo.InvariantCulture);
        if (match.Groups["iso"].Success)
            return [Day(Number("y1"), Number("m1"), Number("d1"))];
        if (match.Groups["dmy"].Success)
            return [Day(Number("y2"), Month(Group("mon2")), Number("d2"))];
        if (match.Groups["mdy"].Success)
            return [Day(Number("y3"), Month(Group("mon3")), Number("d3"))];
        if (match.Groups["ym"].Success)
            return MonthKeys(Number("y4"), Number("m4"));
        if (match.Groups["my"].Success)
            return MonthKeys(Number("y5"), Month(Group("mon5")));
        if (match.Groups["quarter"].Success)
            return [$"quarter {Number("y6")}-{Number("q6")}", LastDay(Number("y6"), Number("q6") * 3)];
        if (match.Groups["time"].Success)
            return [$"time {Number("h")}:{Group("min")}"];
        return Plain(Group("n"), Group("k"), Group("pct").Length > 0, text[(match.Index + match.Length)..]);
    }

    private static IEnumerable<string> Plain(string digits, string scale, bool percent, string rest)
    {
        if (digits.Length > 1 && digits[0] == '0' && digits[1] != '.')
            return [$"digits {digits}"];
        var value = decimal.Parse(digits, NumberStyles.Number, CultureInfo.InvariantCulture);
        var values = new List<decimal> { value };
        if (scale.Length == 0 && RangeEnd().Match(rest) is { Success: true } end)
        {
            scale = end.Groups["k"].Value;
            percent |= end.Groups["pct"].Length > 0;
        }

        if (scale.Length > 0)
            values.Add(value * (scale is "k" or "K" ? 1_000 : 1_000_000));
        if (percent)
            values.Add(value / 100);
        if (Size().Match(rest) is { Success: true } size)
            values.Add(value * (size.Value.Trim() switch { "kB" => 1_000, "MB" => 1_000_000, _ => 1_000_000_000 }));
        return values.Select(one => "number " + one.ToString("0.############", CultureInfo.InvariantCulture));
    }

    private static string[] MonthKeys(int year, int month) => [string.Create(CultureInfo.InvariantCulture, $"month {year}-{month}"), LastDay(year, month)];

    private static int Month(string name) => Array.IndexOf(Months, name[..3].ToLowerInvariant()) + 1;

    private static string Day(int year, int month, int day) => string.Create(CultureInfo.InvariantCulture, $"day {year}-{month}-{day}");

    private static string LastDay(int year, int month) => Day(year, month, month is >= 1 and <= 12 ? DateTime.DaysInMonth(year, month) : 0);

    private const string Mon = @"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";

    [GeneratedRegex($"""
        (?<iso>(?<![\d-])(?<y1>\d\d\d\d)-(?<m1>\d\d)-(?<d1>\d\d)(?![\d-]))
        |(?<dmy>\b(?<d2>\d\d?)[ ](?<mon2>{Mon})[ ](?<y2>\d\d\d\d)\b)
        |(?<mdy>\b(?<mon3>{Mon})[ ](?<d3>\d\d?),[ ](?<y3>\d\d\d\d)\b)
        |(?<ym>(?<![\d-])(?<y4>20\d\d)-(?<m4>0[1-9]|1[0-2])(?![\d-]))
        |(?<my>\b(?<mon5>{Mon})[ ](?<y5>\d\d\d\d)\b)
        |(?<quarter>\bQ(?<q6>[1-4])[ ](?<y6>\d\d\d\d)\b)
        |(?<time>(?<!\d)(?<h>\d\d?):(?<min>\d\d)(?!\d)(?::\d\dZ?)?)
        |(?<n>(?:\d\d?\d?(?:,\d\d\d)+(?!\d)|\d+)(?:\.\d+)?)(?:[ ]?(?<k>[kKmM])(?![A-Za-z0-9²³])|[ ]?(?<pct>%))?
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex("^ [kMG]B\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Size();

    // Behind the first number of a range: "–9K", "-12%".
    [GeneratedRegex(@"^\s?(?:[-–—]|to)\s?\$?\d[\d,.]*(?:(?<k>[kKmM])(?![A-Za-z0-9])|\s?(?<pct>%))", RegexOptions.CultureInvariant)]
    private static partial Regex RangeEnd();
}
