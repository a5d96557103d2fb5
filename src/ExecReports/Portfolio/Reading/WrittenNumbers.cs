using System.Globalization;

namespace ExecReports.Portfolio.Reading;

/// <summary>Compares the numbers that stand in a cell with those that the value read from it shows.</summary>
internal static class WrittenNumbers
{
    /// <summary>Whether every run of digits in <paramref name="text"/> is one of <paramref name="shown"/>, where it is written with K or M in thousands or millions.</summary>
    public static bool AreAmong(string text, ReadOnlySpan<decimal> shown)
    {
        var scaled = false;
        for (var i = 0; i < text.Length; i++)
            scaled |= text[i] is 'k' or 'K' or 'm' or 'M' && i > 0 && char.IsAsciiDigit(text[i - 1]) && (i + 1 == text.Length || !char.IsLetter(text[i + 1]));
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                continue;
            var end = i;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))
                end++;
            if (!decimal.TryParse(text.AsSpan(i, end - i), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
                || !shown.Contains(number) && !(scaled && (shown.Contains(number * 1_000) || shown.Contains(number * 1_000_000))))
                return false;
            i = end;
        }

        return true;
    }
}
