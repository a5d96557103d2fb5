using System.Globalization;
using ExecReports.Analysis;
using ExecReports.Portfolio;

namespace ExecReports.Rendering;

/// <summary>
/// How values are written in reports: invariant culture, unknown in words. Money takes an ISO 4217 code. Written numbers keep their decimals
/// (up to four); computed ones with more are rounded to two, half away from zero.
/// </summary>
public static class Formats
{
    /// <summary>What stands for a value that is not known.</summary>
    public const string Unknown = "unknown";

    private const string Dash = "–";

    /// <summary><c>$1,234</c>, <c>$12.50</c>, <c>-$5</c>.</summary>
    public static string Money(decimal? value, string currency = "USD") =>
        value is { } v ? (v < 0 ? "-" : "") + CurrencySymbol.Of(currency) + Digits(Math.Abs(v), 2) : Unknown;

    /// <summary><c>$7,020–8,985</c>.</summary>
    public static string Money(Bounds? value, string currency = "USD") =>
        value is not { } v ? Unknown
        : v.IsSingle ? Money((decimal?)v.Low, currency)
        : v.Low < 0 ? $"{Money((decimal?)v.Low, currency)} to {Money((decimal?)v.High, currency)}"
        : $"{Money((decimal?)v.Low, currency)}{Dash}{Digits(v.High, 2)}";

    /// <summary>As written: <c>~$25</c>, <c>at most $5</c>, <c>$3 of $6</c>, a remark in brackets behind it.</summary>
    public static string Money(Amount? value, string currency = "USD") =>
        value is null ? Unknown : Written(value, bounds => Money(bounds, currency));

    /// <summary>A sum with unknown terms is <c>at least $5 (2 unknown)</c>; a sum of unknown terms alone is unknown.</summary>
    public static string Money(Total? value, string currency = "USD") => Sum(value, bounds => Money(bounds, currency));

    /// <summary>Two significant digits: <c>$7–9K</c>, <c>$10K–50K</c>, <c>$25</c>.</summary>
    public static string MoneyShort(decimal? value, string currency = "USD") =>
        value is { } v ? MoneyShort(Bounds.Of(v), currency) : Unknown;

    /// <summary>
    /// Two significant digits; the K stands behind the first number too when that has two digits: <c>$7–9K</c>, <c>$10K–50K</c>.
    /// Ends of different size stand apart: <c>$800 to $1.2K</c>.
    /// </summary>
    public static string MoneyShort(Bounds? value, string currency = "USD")
    {
        if (value is not { } v)
            return Unknown;
        var symbol = CurrencySymbol.Of(currency);
        var (lowDigits, lowSuffix) = Short(Math.Abs(v.Low));
        var (highDigits, highSuffix) = Short(Math.Abs(v.High));
        var low = (v.Low < 0 ? "-" : "") + symbol + lowDigits;
        var high = (v.High < 0 ? "-" : "") + symbol + highDigits + highSuffix;
        if (low + lowSuffix == high)
            return high;
        if (v.Low < 0 || (lowSuffix != highSuffix && lowDigits != "0"))
            return $"{low}{lowSuffix} to {high}";
        if (lowDigits.Count(char.IsAsciiDigit) < 2)
            lowSuffix = "";
        return $"{low}{lowSuffix}{Dash}{highDigits}{highSuffix}";
    }

    /// <summary>Two significant digits, without remark.</summary>
    public static string MoneyShort(Amount? value, string currency = "USD") =>
        value is null ? Unknown : Written(value with { Remark = null }, bounds => MoneyShort(bounds, currency));

    /// <summary>Two significant digits, unknown terms said.</summary>
    public static string MoneyShort(Total? value, string currency = "USD") => Sum(value, bounds => MoneyShort(bounds, currency));

    /// <summary><c>3,676</c>, <c>1.5</c>.</summary>
    public static string Number(decimal? value) => value is { } v ? (v < 0 ? "-" : "") + Digits(Math.Abs(v), 0) : Unknown;

    /// <summary><c>3–5</c>.</summary>
    public static string Number(Bounds? value) =>
        value is not { } v ? Unknown
        : v.IsSingle ? Number((decimal?)v.Low)
        : v.Low < 0 ? $"{Number((decimal?)v.Low)} to {Number((decimal?)v.High)}"
        : $"{Number((decimal?)v.Low)}{Dash}{Number((decimal?)v.High)}";

    /// <summary>As written: <c>~25</c>, <c>at least 10</c>, <c>3 of 6</c>.</summary>
    public static string Number(Amount? value) => value is null ? Unknown : Written(value, bounds => Number((Bounds?)bounds));

    /// <summary>Unknown terms said.</summary>
    public static string Number(Total? value) => Sum(value, bounds => Number((Bounds?)bounds));

    /// <summary>A fraction as per cent: 0.12 is <c>12%</c>.</summary>
    public static string Percent(decimal? value) => value is { } v ? Number((decimal?)PerCent(v)) + "%" : Unknown;

    /// <summary><c>3–5%</c>.</summary>
    public static string Percent(Bounds? value) =>
        value is { } v ? Number((Bounds?)new Bounds(PerCent(v.Low), PerCent(v.High))) + "%" : Unknown;

    /// <summary>As written: <c>~12%</c>.</summary>
    public static string Percent(Amount? value) => value is null ? Unknown : Written(value, bounds => Percent((Bounds?)bounds));

    /// <summary>By the unit that the amount has.</summary>
    public static string Amount(Amount? value, string currency = "USD") => value?.Unit switch
    {
        null => Unknown,
        AmountUnit.Money => Money(value, currency),
        AmountUnit.Percent => Percent(value),
        _ => Number(value),
    };

    /// <summary><c>24 Nov 2026</c>.</summary>
    public static string Date(DateOnly? value) => value?.ToString("d MMM yyyy", CultureInfo.InvariantCulture) ?? Unknown;

    /// <summary><c>24 Nov 2026 06:30 UTC</c>.</summary>
    public static string Time(DateTimeOffset? value) =>
        value?.ToUniversalTime().ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? Unknown;

    /// <summary><c>Nov 2026</c>.</summary>
    public static string Month(DateOnly? value) => value?.ToString("MMM yyyy", CultureInfo.InvariantCulture) ?? Unknown;

    /// <summary><c>1 shortfall</c>, <c>8 shortfalls</c>, <c>0 shortfalls</c>.</summary>
    public static string Count(decimal? n, string one, string many) => n is null ? Unknown : $"{Number(n)} {(n == 1 ? one : many)}";

    /// <summary><c>1 day</c>, <c>12 days</c>.</summary>
    public static string Days(decimal? n) => Count(n, "day", "days");

    /// <summary><c>yes</c>, <c>no</c>.</summary>
    public static string YesNo(bool? value) => value is { } v ? v ? "yes" : "no" : Unknown;

    /// <summary>A bar of up to ten blocks for <paramref name="value"/> of <paramref name="max"/>; anything above zero shows at least half a block.</summary>
    public static string Bar(decimal? value, decimal? max)
    {
        if (value is not { } v || max is not { } whole)
            return Unknown;
        if (whole <= 0 || v <= 0)
            return "";
        var halves = Math.Clamp((int)Math.Round(v / whole * 20, MidpointRounding.AwayFromZero), 1, 20);
        return new string('█', halves / 2) + (halves % 2 == 1 ? "▌" : "");
    }

    /// <summary>A handoff's place in short: <c>bay.md:41</c>.</summary>
    public static string Place(SourceLine? line) => line is null ? Unknown : $"{line.File[(line.File.LastIndexOf('/') + 1)..]}:{line.Line.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A name of an enum as words: <c>EquipmentRental</c> is <c>equipment rental</c>.</summary>
    public static string Words(Enum value)
    {
        var name = value.ToString();
        var words = new System.Text.StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && words.Length > 0)
                words.Append(' ');
            words.Append(char.ToLowerInvariant(c));
        }

        return words.ToString();
    }

    /// <summary>A figure by its unit, in its short form: <c>$7–9K</c>, <c>$25/month</c>, <c>at least 8</c>, <c>12 days</c>.</summary>
    public static string Figure(Figure? figure, string currency = "USD")
    {
        if (figure is null || figure.IsUnknown)
            return Unknown;
        if (figure.Unit is FigureUnit.Date or FigureUnit.Text || figure.Value is not { } value)
            return figure.Text ?? Value(figure.Low ?? figure.High, figure.Unit, currency);
        var text = Value(value, figure.Unit, currency);
        return figure.Unknown > 0 ? "at least " + text : text;
    }

    /// <summary>A figure's target in its unit; null if it has none.</summary>
    public static string? Target(Figure figure, string currency = "USD") =>
        figure.Target is { } target ? Value(target, figure.Unit, currency) : null;

    /// <summary>One value in a figure's unit.</summary>
    public static string Value(decimal? value, FigureUnit unit, string currency = "USD") =>
        value is { } v ? Value(Bounds.Of(v), unit, currency) : Unknown;

    /// <summary>A value in a figure's unit.</summary>
    public static string Value(Bounds value, FigureUnit unit, string currency = "USD") => unit switch
    {
        FigureUnit.Money => MoneyShort(value, currency),
        FigureUnit.MoneyPerMonth => MoneyShort(value, currency) + "/month",
        FigureUnit.Share => Percent((Bounds?)value),
        FigureUnit.Days => With(value, "day", "days"),
        FigureUnit.Months => With(value, "month", "months"),
        FigureUnit.Nights => With(value, "night", "nights"),
        _ => Number((Bounds?)value),
    };

    private static string With(Bounds value, string one, string many) => $"{Number((Bounds?)value)} {(value is { Low: 1, High: 1 } ? one : many)}";

    private static string Sum(Total? value, Func<Bounds, string> format) =>
        value is not { } total || (total.Terms == 0 && total.Unknown > 0) ? Unknown
        : total.Unknown == 0 ? format(total.Known)
        : $"at least {format(total.Known)} ({total.Unknown.ToString(CultureInfo.InvariantCulture)} unknown)";

    private static string Written(Amount value, Func<Bounds, string> format)
    {
        var text = format(value.Bounds);
        if (value.Whole is { } whole)
            text += " of " + format(Bounds.Of(whole));
        text = value.Limit switch
        {
            AmountLimit.AtMost => "at most " + text,
            AmountLimit.AtLeast => "at least " + text,
            _ => value.Approximate ? "~" + text : text,
        };
        return string.IsNullOrWhiteSpace(value.Remark) ? text : $"{text} ({value.Remark})";
    }

    /// <summary>Digits with thousands separators: none behind the point if there are none, else at least <paramref name="cents"/>.</summary>
    private static string Digits(decimal value, int cents)
    {
        var written = value / 1.0000000000000000000000000000m;
        if (written.Scale > 4)
            written = Math.Round(value, value < 1 ? 4 : 2, MidpointRounding.AwayFromZero) / 1.0000000000000000000000000000m;
        var decimals = written.Scale == 0 ? 0 : Math.Max(cents, written.Scale);
        return written.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static decimal PerCent(decimal fraction)
    {
        var value = fraction * 100 / 1.0000000000000000000000000000m;
        return value.Scale > 2 ? Math.Round(value, 1, MidpointRounding.AwayFromZero) : value;
    }

    private static (string Digits, string Suffix) Short(decimal value)
    {
        var rounded = TwoDigits(value);
        return rounded switch
        {
            >= 1_000_000_000m => (Plain(rounded / 1_000_000_000m), "B"),
            >= 1_000_000m => (Plain(rounded / 1_000_000m), "M"),
            >= 1_000m => (Plain(rounded / 1_000m), "K"),
            _ => (Plain(rounded), ""),
        };
    }

    private static decimal TwoDigits(decimal value)
    {
        if (value == 0)
            return 0;
        var unit = 1m;
        while (value / unit >= 100)
            unit *= 10;
        while (value / unit < 10 && unit > 0.01m)
            unit /= 10;
        return Math.Round(value / unit, 0, MidpointRounding.AwayFromZero) * unit;
    }

    private static string Plain(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
