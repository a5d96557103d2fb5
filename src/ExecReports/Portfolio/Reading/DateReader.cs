using System.Globalization;

namespace ExecReports.Portfolio.Reading;

/// <summary>What <see cref="DateReader"/> made of a text. All null: the text says that the date is unknown, or is blank.</summary>
public readonly record struct DateReading
{
    /// <summary>The day; null if unknown or not readable.</summary>
    public DateOnly? Date { get; init; }
    /// <summary>What would be right, where the text could not be read; null: no fault.</summary>
    public string? Expected { get; init; }
    /// <summary>Words behind the date.</summary>
    public string? Remark { get; init; }
}

/// <summary>
/// Reads dates as people write them: ISO, <c>20 November 2026</c>, <c>Nov 20, 2026</c>; where a due date is meant, <c>2026-11</c>, <c>Nov 2026</c> and <c>Q1 2027</c> are their last day.
/// <c>11/10/2026</c> may be two days and is never guessed at.
/// </summary>
public static class DateReader
{
    private const string Example = "a date such as 2026-11-20 or 20 November 2026; TBD or ? if it is not known";

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly string[] Leads = ["by", "due", "before", "on", "until", "till", "end of", "end", "eo", "ca.", "ca", "about", "around", "approx.", "approx", "~", "since", "from", "starting", "target"];

    /// <summary>Reads <paramref name="text"/>. With <paramref name="due"/> a month or a quarter is its last day; without, it is too coarse and a fault.</summary>
    public static DateReading Read(string? text, bool due = false)
    {
        if (AmountReader.IsUnknown(text) || FoldedName.Of(text!) is "none" or "never" or "no" or "notset" or "notdue")
            return default;
        var tokens = new Tokens(text!.Trim());
        SkipLeads(ref tokens);
        return ReadNumeric(ref tokens, due) ?? ReadQuarter(ref tokens, due) ?? ReadNamed(ref tokens, due) ?? new DateReading { Expected = Example };
    }

    /// <summary>Whether a text is meant as a day, although it may lack its year or be readable in two ways.</summary>
    internal static bool IsMeant(string text) => text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 && Read(text) is var reading && (reading.Date is not null || reading.Expected is not (null or Example));

    /// <summary>The number of a month by its name or the first three letters of it (also "Sept"); null if it is none.</summary>
    public static int? MonthOf(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd('.');
        if (word.Length < 3)
            return null;
        for (var i = 0; i < Months.Length; i++)
        {
            if (word.Equals(Months[i], StringComparison.OrdinalIgnoreCase) || word.Length <= 4 && word.Length < Months[i].Length
                && Months[i].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return i + 1;
        }

        return null;
    }

    /// <summary>Reads a calendar month: "Jan 2027", "Jan", "January '27", "2027-01", with other words around it where <paramref name="among"/> allows ("Units Jan").</summary>
    public static (int? Year, int Month)? ReadMonth(string text, IReadOnlyList<string> among)
    {
        int? month = null, year = null;
        foreach (var raw in text.Split([' ', '-', '/', '_', ',', '(', ')', '\''], StringSplitOptions.RemoveEmptyEntries))
        {
            if (raw.Length == 4 && int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var four) && four is >= 1990 and < 2100 && year is null)
                year = four;
            else if (month is null && MonthOf(raw) is { } named)
                month = named;
            else if (raw.Length == 2 && int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var two))
            {
                if (year is not null && month is null && two is >= 1 and <= 12)
                    month = two;
                else if (month is not null && year is null)
                    year = 2000 + two;
                else
                    return null;
            }
            else if (!among.Contains(FoldedName.Of(raw)))
            {
                return null;
            }
        }

        return month is { } found ? (year, found) : null;
    }

    private static void SkipLeads(ref Tokens tokens)
    {
        bool again;
        do
        {
            again = false;
            foreach (var lead in Leads)
                again |= tokens.TakeWord(lead);
            var word = tokens.Word();
            foreach (var day in Weekdays)
            {
                if (word.Length >= 3 && day.AsSpan().StartsWith(word.TrimEnd('.'), StringComparison.OrdinalIgnoreCase))
                {
                    tokens.Skip(word.Length);
                    tokens.SkipAny(" .,");
                    again = true;
                    break;
                }
            }
        }
        while (again);
    }

    private static DateReading? ReadNumeric(ref Tokens tokens, bool due)
    {
        var start = tokens;
        if (!tokens.Number(out var first, out var firstDigits))
            return null;
        var separator = tokens.Peek();
        if (separator is '-' or '/' or '.')
        {
            tokens.Skip(1);
            if (firstDigits == 4 && tokens.Number(out var month, out _))
            {
                if (tokens.Peek() == separator)
                {
                    tokens.Skip(1);
                    if (!tokens.Number(out var day, out _))
                        return new DateReading { Expected = Example };
                    if (tokens.Peek() is 'T' or 't')
                        tokens.SkipToSpace();
                    return Day(first, month, day, ref tokens);
                }

                return Month(first, month, ref tokens, due);
            }

            if (firstDigits <= 2 && tokens.Number(out var second, out var secondDigits))
            {
                if (tokens.Peek() == separator && secondDigits <= 2)
                {
                    tokens.Skip(1);
                    if (!tokens.Number(out var year, out var yearDigits) || yearDigits is not (2 or 4))
                        return new DateReading { Expected = Example };
                    year = yearDigits == 2 ? 2000 + year : year;
                    if (first <= 12 && second <= 12 && first != second)
                        return new DateReading { Expected = $"a date that can be read one way only, such as {Iso(year, first, second)} or {Iso(year, second, first)}" };
                    return first > 12 ? Day(year, second, first, ref tokens) : Day(year, first, second, ref tokens);
                }

                if (secondDigits == 4 && separator == '/')
                    return Month(second, first, ref tokens, due);
            }
        }

        tokens = start;
        return null;

        static string Iso(int year, int month, int day) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}");
    }

    // Q1 2027, 2027 Q1, 2027-Q1, Q1/2027.
    private static DateReading? ReadQuarter(ref Tokens tokens, bool due)
    {
        var start = tokens;
        int year = 0, quarter = 0;
        if (tokens.Number(out year, out var digits) && digits == 4)
            tokens.SkipAny(" -/");
        else
            tokens = start;
        if (tokens.Peek() is 'Q' or 'q')
        {
            tokens.Skip(1);
            if (tokens.Number(out quarter, out _) && quarter is >= 1 and <= 4)
            {
                if (digits != 4)
                {
                    tokens.SkipAny(" -/,'");
                    if (!tokens.Number(out year, out digits) || digits is not (2 or 4))
                        return new DateReading { Expected = "a quarter with its year, such as Q1 2027" };
                    year = digits == 2 ? 2000 + year : year;
                }

                return Month(year, quarter * 3, ref tokens, due);
            }
        }

        tokens = start;
        return null;
    }

    private static DateReading? ReadNamed(ref Tokens tokens, bool due)
    {
        int day = 0, year = 0;
        if (tokens.Number(out var first, out var digits))
        {
            if (digits == 4)
                year = first;
            else if (digits <= 2)
                day = first;
            else
                return null;
            tokens.SkipOrdinal();
            tokens.SkipAny(" -.,/");
            tokens.TakeWord("of");
        }

        var word = tokens.Word();
        if (MonthOf(word) is not { } month)
            return null;
        tokens.Skip(word.Length);
        tokens.SkipAny(" -.,/'’");
        if (day == 0 && tokens.Number(out var second, out var secondDigits))
        {
            if (secondDigits == 4)
            {
                if (year == 0)
                    return Month(second, month, ref tokens, due);
                return null;
            }

            day = second;
            tokens.SkipOrdinal();
            var before = tokens;
            tokens.SkipAny(" -.,/'’");
            if (year == 0 && (!tokens.Number(out year, out var yearDigits) || yearDigits != 4))
            {
                // "Nov 20": the 20th without a year, or 2020? Both are missing something.
                tokens = before;
                return new DateReading { Expected = "a date with its year, such as 2026-11-20" };
            }

            return Day(year, month, day, ref tokens);
        }

        if (year == 0 && day != 0)
        {
            if (!tokens.Number(out year, out var yearDigits) || yearDigits is not (2 or 4))
                return new DateReading { Expected = "a date with its year, such as 2026-11-20" };
            year = yearDigits == 2 ? 2000 + year : year;
            return Day(year, month, day, ref tokens);
        }

        return year == 0
            ? new DateReading { Expected = "a month with its year, such as Nov 2026" }
            : day == 0 ? Month(year, month, ref tokens, due) : Day(year, month, day, ref tokens);
    }

    private static DateReading Day(int year, int month, int day, ref Tokens tokens) =>
        year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateReading { Date = new DateOnly(year, month, day), Remark = tokens.Rest() }
            : new DateReading { Expected = "a day that exists, such as 2026-11-20" };

    private static DateReading Month(int year, int month, ref Tokens tokens, bool due)
    {
        if (year is < 1900 or > 2200 || month is < 1 or > 12)
            return new DateReading { Expected = "a month that exists, such as 2026-11" };
        return due
            ? new DateReading { Date = new DateOnly(year, month, DateTime.DaysInMonth(year, month)), Remark = tokens.Rest() }
            : new DateReading { Expected = "a day, such as 2026-11-20" };
    }

    private ref struct Tokens(string text)
    {
        private ReadOnlySpan<char> _rest = text;

        public readonly char Peek() => _rest.Length > 0 ? _rest[0] : '\0';

        public void Skip(int count) => _rest = _rest[count..];

        public void SkipAny(string chars) => _rest = _rest.TrimStart(chars);

        public void SkipToSpace()
        {
            var space = _rest.IndexOf(' ');
            _rest = space < 0 ? default : _rest[space..];
        }

        public void SkipOrdinal()
        {
            foreach (var ending in (ReadOnlySpan<string>)["st", "nd", "rd", "th"])
            {
                if (_rest.StartsWith(ending, StringComparison.OrdinalIgnoreCase) && (_rest.Length == 2 || !char.IsLetter(_rest[2])))
                {
                    _rest = _rest[2..];
                    return;
                }
            }
        }

        public readonly ReadOnlySpan<char> Word()
        {
            var end = 0;
            while (end < _rest.Length && char.IsLetter(_rest[end]))
                end++;
            return _rest[..end];
        }

        public bool TakeWord(string word)
        {
            if (!_rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) || _rest.Length > word.Length && char.IsLetterOrDigit(_rest[word.Length]) && char.IsLetter(word[^1]))
                return false;
            _rest = _rest[word.Length..].TrimStart(" :,");
            return true;
        }

        public bool Number(out int value, out int digits)
        {
            value = digits = 0;
            while (digits < _rest.Length && char.IsAsciiDigit(_rest[digits]) && digits < 5)
                value = value * 10 + (_rest[digits++] - '0');
            if (digits is 0 or 5)
                return false;
            _rest = _rest[digits..];
            return true;
        }

        public readonly string? Rest()
        {
            var rest = _rest.Trim().TrimStart(",;.—–-").Trim();
            return rest.Length == 0 ? null : rest.ToString();
        }
    }
}
