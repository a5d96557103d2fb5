using System.Globalization;
using System.Text.RegularExpressions;

namespace Judge;

/// <summary>What a cell of the sample says, read anew: amounts, days, words.</summary>
internal static partial class Cell
{
    /// <summary>Whether nothing is known.</summary>
    public static bool IsUnknown(string? cell) => cell is null or "" or "?" or "TBD" or "—" or "n/a";

    /// <summary><c>$7,000</c>, <c>20–28%</c> (as fractions), <c>free</c>; null if it is no number.</summary>
    public static Span? Number(string? cell)
    {
        if (cell is null || IsUnknown(cell))
            return null;
        if (cell is "free")
            return Span.Zero;
        var match = Amount().Match(cell);
        if (!match.Success || match.Index > 1 || (match.Index == 1 && cell[0] is not ('$' or '~')))
            return null;
        // "$18O" is a slip, not eighteen dollars.
        if (match.Index + match.Length < cell.Length && char.IsLetter(cell[match.Index + match.Length]))
            return null;
        var low = decimal.Parse(match.Groups["low"].Value, NumberStyles.Number, CultureInfo.InvariantCulture);
        var high = match.Groups["high"].Success ? decimal.Parse(match.Groups["high"].Value, NumberStyles.Number, CultureInfo.InvariantCulture) : low;
        return match.Groups["percent"].Value == "%" ? new Span(low / 100, high / 100) : new Span(low, high);
    }

    /// <summary>A day; of a month or a quarter its last one; null if it is none.</summary>
    public static DateOnly? Day(string? cell)
    {
        if (cell is null || IsUnknown(cell))
            return null;
        string[] formats = ["yyyy-MM-dd", "d MMMM yyyy", "MMM d, yyyy", "d MMM yyyy"];
        if (DateOnly.TryParseExact(cell, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        if (DateOnly.TryParseExact(cell + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return month.AddMonths(1).AddDays(-1);
        return Quarter().Match(cell) is { Success: true } quarter
            ? new DateOnly(int.Parse(quarter.Groups[2].Value, CultureInfo.InvariantCulture), int.Parse(quarter.Groups[1].Value, CultureInfo.InvariantCulture) * 3, 1).AddMonths(1).AddDays(-1)
            : null;
    }

    [GeneratedRegex(@"\$?(?<low>\d[\d,]*(\.\d+)?)(–\$?(?<high>\d[\d,]*(\.\d+)?))?(?<percent>%?)")]
    private static partial Regex Amount();

    [GeneratedRegex(@"^Q([1-4]) (\d{4})$")]
    private static partial Regex Quarter();
}
