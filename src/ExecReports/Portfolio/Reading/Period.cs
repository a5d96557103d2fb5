namespace ExecReports.Portfolio.Reading;

/// <summary>The stretch of time that a running amount is for.</summary>
public enum Period
{
    /// <summary>A week: 52/12 of it is a month's share.</summary>
    Week,
    /// <summary>Two weeks: 26/12.</summary>
    TwoWeeks,
    /// <summary>A month.</summary>
    Month,
    /// <summary>A quarter: 1/3.</summary>
    Quarter,
    /// <summary>Half a year: 1/6.</summary>
    HalfYear,
    /// <summary>A year: 1/12.</summary>
    Year,
}

/// <summary>Reads periods: a column's cell ("yearly"), the words behind an amount ("/yr", "a year"), words in a heading ("Cost (per year)").</summary>
public static class PeriodReader
{
    private static readonly Dictionary<string, Period> Words = new(StringComparer.Ordinal)
    {
        ["w"] = Period.Week, ["wk"] = Period.Week, ["week"] = Period.Week, ["weekly"] = Period.Week, ["weeks"] = Period.Week,
        ["fortnight"] = Period.TwoWeeks, ["fortnightly"] = Period.TwoWeeks, ["twoweeks"] = Period.TwoWeeks, ["2weeks"] = Period.TwoWeeks,
        ["m"] = Period.Month, ["mo"] = Period.Month, ["mon"] = Period.Month, ["mth"] = Period.Month, ["mnth"] = Period.Month, ["month"] = Period.Month,
        ["monthly"] = Period.Month, ["months"] = Period.Month, ["pcm"] = Period.Month, ["pm"] = Period.Month, ["recurring"] = Period.Month,
        ["q"] = Period.Quarter, ["qtr"] = Period.Quarter, ["quarter"] = Period.Quarter, ["quarterly"] = Period.Quarter, ["3months"] = Period.Quarter,
        ["threemonths"] = Period.Quarter, ["halfyear"] = Period.HalfYear, ["halfyearly"] = Period.HalfYear, ["sixmonths"] = Period.HalfYear,
        ["6months"] = Period.HalfYear, ["semiannual"] = Period.HalfYear, ["semiannually"] = Period.HalfYear, ["twiceayear"] = Period.HalfYear,
        ["y"] = Period.Year, ["yr"] = Period.Year, ["year"] = Period.Year, ["yearly"] = Period.Year, ["years"] = Period.Year, ["annual"] = Period.Year,
        ["annually"] = Period.Year, ["annum"] = Period.Year, ["pa"] = Period.Year, ["12months"] = Period.Year, ["twelvemonths"] = Period.Year,
    };

    private static readonly string[] Leads = ["per", "each", "every", "a", "an", "paid", "billed", "once a", "once per"];

    /// <summary>The factor that makes a period's amount a month's share.</summary>
    public static decimal MonthlyShare(decimal amount, Period period) => period switch
    {
        Period.Week => amount * 52 / 12,
        Period.TwoWeeks => amount * 26 / 12,
        Period.Month => amount,
        Period.Quarter => amount / 3,
        Period.HalfYear => amount / 6,
        _ => amount / 12,
    };

    /// <summary>Reads a cell of a column Per: "month", "/yr", "per quarter", "every week"; null if it is no period.</summary>
    public static Period? Read(string text)
    {
        text = text.Trim().TrimStart('/').Trim().TrimEnd('.', ',', ';').Trim();
        foreach (var lead in Leads)
        {
            if (text.Length > lead.Length + 1 && text.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && text[lead.Length] == ' ')
            {
                text = text[(lead.Length + 1)..];
                break;
            }
        }

        return Words.TryGetValue(FoldedName.Of(text), out var period) ? period : null;
    }

    /// <summary>
    /// Reads the period at the start of the words behind an amount: "/yr", "per month (paid in May)", "a year". <paramref name="length"/> is how much of the text
    /// it takes; <paramref name="unknown"/> is set where the words name a period that is not known, such as "per trip".
    /// </summary>
    public static Period? ReadSuffix(ReadOnlySpan<char> text, out int length, out string? unknown)
    {
        length = 0;
        unknown = null;
        var i = 0;
        while (i < text.Length && text[i] == ' ')
            i++;
        var named = false;
        if (i < text.Length && text[i] == '/')
        {
            named = true;
            i++;
            while (i < text.Length && text[i] == ' ')
                i++;
        }
        else
        {
            foreach (var lead in (ReadOnlySpan<string>)["per", "every", "each", "an", "a", "p.", "paid", "billed"])
            {
                if (text[i..].StartsWith(lead, StringComparison.OrdinalIgnoreCase) && (lead == "p." || i + lead.Length < text.Length && text[i + lead.Length] == ' '))
                {
                    named = lead is "per" or "every" or "each";
                    i += lead.Length;
                    while (i < text.Length && text[i] == ' ')
                        i++;
                    if (lead == "p.")
                        return ReadWord(text, i, lead, out length);
                    break;
                }
            }
        }

        var start = i;
        while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '-'))
            i++;
        if (i == start)
            return null;
        // "6 months", "two weeks", "half year": two words that are a period together win over the first alone.
        var second = i;
        while (second < text.Length && text[second] == ' ')
            second++;
        var end = second;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        if (named && end > second && Words.TryGetValue(FoldedName.Of(text[start..end].ToString()), out var both))
        {
            length = end;
            return both;
        }

        var word = FoldedName.Of(text[start..i].ToString());
        if (Words.TryGetValue(word, out var period) && (named || start > 0 || word.EndsWith("ly", StringComparison.Ordinal) || word is "annual" or "pa" or "pcm" or "pm"))
        {
            length = i;
            return period;
        }

        if (named)
            unknown = text[..i].Trim().ToString();
        return null;
    }

    private static Period? ReadWord(ReadOnlySpan<char> text, int i, string lead, out int length)
    {
        length = 0;
        if (i >= text.Length)
            return null;
        var period = char.ToLowerInvariant(text[i]) switch { 'a' => Period.Year, 'm' => Period.Month, 'w' => Period.Week, _ => (Period?)null };
        length = period is null ? 0 : Math.Min(text.Length, i + (i + 1 < text.Length && text[i + 1] == '.' ? 2 : 1));
        return lead.Length > 0 ? period : null;
    }
}
