using System.Globalization;

namespace ExecReports.Portfolio.Reading;

/// <summary>What <see cref="AmountReader"/> made of a text. All null: the text says that the amount is unknown (or is blank), which is no fault.</summary>
public readonly record struct AmountReading
{
    /// <summary>The amount; null if unknown or not readable.</summary>
    public Amount? Amount { get; init; }
    /// <summary>What would be right, where the text could not be read; null: no fault.</summary>
    public string? Expected { get; init; }
    /// <summary>The period that stands behind the amount ("/yr"); null: none.</summary>
    public Period? Per { get; init; }
    /// <summary>Words that name a period which is not known, such as "per trip".</summary>
    public string? UnknownPeriod { get; init; }
    /// <summary>Whether a text that means "unknown" holds a number all the same ("? maybe 500"), which its reader should hear of.</summary>
    public bool UnknownWithNumber { get; init; }
    /// <summary>Whether the number was written with a K or M, so that it is rounded.</summary>
    public bool Rounded { get; init; }
}

/// <summary>
/// Reads amounts as people write them: <c>$7,000</c>, <c>7k</c>, <c>1.2M</c>, <c>7–9K</c>, <c>$800-1.2K</c>, <c>~25</c>, <c>&lt;5%</c>, <c>3 of 6</c>, <c>free</c>.
/// The first number counts and the words behind it are its remark. What may be a slip (<c>$18O</c>, <c>7.000,50</c>, another currency) is never guessed at.
/// </summary>
public static class AmountReader
{
    private const string Example = "a number such as $7,000, 7k, 7–9K, ~25, 12% or 3 of 6; TBD or ? if it is not known";

    private enum Lead { Approximate, AtMost, AtLeast, Range, Word }

    // Longer phrases before those that they begin with.
    private static readonly (string Text, Lead Effect)[] Leads =
    [
        ("no more than", Lead.AtMost), ("not more than", Lead.AtMost), ("no less than", Lead.AtLeast), ("not less than", Lead.AtLeast), ("less than", Lead.AtMost),
        ("more than", Lead.AtLeast), ("at most", Lead.AtMost), ("at least", Lead.AtLeast), ("up to", Lead.AtMost), ("under", Lead.AtMost), ("below", Lead.AtMost),
        ("maximum", Lead.AtMost), ("max.", Lead.AtMost), ("max", Lead.AtMost), ("over", Lead.AtLeast), ("above", Lead.AtLeast), ("minimum", Lead.AtLeast),
        ("min.", Lead.AtLeast), ("min", Lead.AtLeast), ("approximately", Lead.Approximate), ("approx.", Lead.Approximate), ("approx", Lead.Approximate),
        ("about", Lead.Approximate), ("around", Lead.Approximate), ("roughly", Lead.Approximate), ("circa", Lead.Approximate), ("ca.", Lead.Approximate),
        ("ca", Lead.Approximate), ("c.", Lead.Approximate), ("estimated", Lead.Approximate), ("estimate", Lead.Approximate), ("est.", Lead.Approximate),
        ("est", Lead.Approximate), ("nearly", Lead.Approximate), ("almost", Lead.Approximate), ("between", Lead.Range), ("from", Lead.Range), ("<=", Lead.AtMost),
        (">=", Lead.AtLeast), ("=<", Lead.AtMost), ("=>", Lead.AtLeast), ("≤", Lead.AtMost), ("≥", Lead.AtLeast), ("<", Lead.AtMost), (">", Lead.AtLeast),
        ("~", Lead.Approximate), ("≈", Lead.Approximate), ("±", Lead.Approximate), ("flat", Lead.Word), ("total", Lead.Word), ("average", Lead.Word), ("avg.", Lead.Word),
        ("avg", Lead.Word), ("usually", Lead.Word), ("currently", Lead.Word), ("now", Lead.Word), ("only", Lead.Word), ("just", Lead.Word), ("still", Lead.Word),
        ("target", Lead.Word), ("goal", Lead.Word), ("was", Lead.Word), ("is", Lead.Word), ("typically", Lead.Word), ("mostly", Lead.Word), (":", Lead.Word), ("=", Lead.Word),
    ];

    private static readonly HashSet<string> UnknownWords = new(StringComparer.Ordinal)
    {
        "na", "tbd", "tbc", "tba", "todo", "unknown", "unk", "pending", "nodata", "notknown", "nottracked", "notmeasured", "notset", "notyet", "notavailable", "unclear",
        "untracked", "unmeasured", "notyetknown", "notyettracked", "notyetmeasured", "tobedetermined", "tobeconfirmed", "dontknow", "noidea", "notapplicable", "missing", "blank",
        "notrecorded", "unavailable", "null", "nan",
    };

    private static readonly HashSet<string> ZeroWords = new(StringComparer.Ordinal) { "free", "none", "nil", "zero", "nothing", "gratis" };

    private static readonly (string Sign, string Code)[] Currencies =
    [
        ("US$", "USD"), ("C$", "CAD"), ("CA$", "CAD"), ("A$", "AUD"), ("AU$", "AUD"), ("NZ$", "NZD"), ("MX$", "MXN"), ("HK$", "HKD"), ("S$", "SGD"), ("R$", "BRL"), ("€", "EUR"),
        ("£", "GBP"), ("¥", "JPY"), ("₹", "INR"), ("₽", "RUB"), ("₩", "KRW"), ("₺", "TRY"), ("$", "$"),
    ];

    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal)
    {
        "USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "NZD", "MXN", "HKD", "SGD", "BRL", "INR", "SEK", "NOK", "DKK", "PLN", "CZK", "ZAR", "CNY", "AED", "KRW", "TRY",
    };

    private static readonly HashSet<string> DollarCurrencies = new(StringComparer.Ordinal) { "USD", "CAD", "AUD", "NZD", "MXN", "HKD", "SGD" };

    /// <summary>Whether a text says that something is unknown: blank, <c>?</c>, <c>TBD</c>, <c>n/a</c>, <c>—</c>.</summary>
    public static bool IsUnknown(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return true;
        text = text.Trim();
        if (text.AsSpan().IndexOfAnyExcept("-–—−?.… $€£_") < 0)
            return true;
        if (text[0] == '?')
            return true;
        // "TBD (waiting for the quote)", "n/a for now": the first words decide.
        var end = text.AsSpan().IndexOfAny("(,;:—–");
        var space = text.IndexOf(' ');
        return FoldedName.IsAmong(end < 0 ? text : text.AsSpan(0, end), UnknownWords)
            || FoldedName.IsAmong(space < 0 ? text : text.AsSpan(0, space), UnknownWords) && !text.StartsWith("missing ", StringComparison.OrdinalIgnoreCase)
               && !text.StartsWith("pending ", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether <paramref name="text"/> says that something is unknown, and nothing else.</summary>
    internal static bool IsPlainlyUnknown(string text) => text.AsSpan().IndexOfAnyExcept("-–—−?.… $€£_()") < 0 || FoldedName.IsAmong(text, UnknownWords);

    /// <summary>Reads <paramref name="text"/>.</summary>
    /// <param name="text">A cell or the words behind a list item's name.</param>
    /// <param name="unit">What a number without a sign is: money, a share (<c>12</c> is 12 %, <c>0.12</c> is too), or a plain number.</param>
    /// <param name="currency">The portfolio's currency, ISO 4217.</param>
    /// <param name="percentHeading">The column's heading says that plain numbers are percentages (so that 0.5 is 0.5 %).</param>
    public static AmountReading Read(string? text, AmountUnit unit, string currency = "USD", bool percentHeading = false)
    {
        text = (text ?? "").Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace('\u2009', ' ').Trim().Trim('`', '*').Trim();
        if (IsUnknown(text))
            return new AmountReading { UnknownWithNumber = text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 };
        var word = FirstWord(text);
        if (ZeroWords.Contains(word) || text.StartsWith("no cost", StringComparison.OrdinalIgnoreCase) || text.StartsWith("no charge", StringComparison.OrdinalIgnoreCase))
        {
            var remark = Remark(text.AsSpan(ZeroWords.Contains(word) ? word.Length : text.IndexOf(' ', 3) is var at and > 0 ? at : text.Length));
            return new AmountReading { Amount = new Amount(0, 0, unit) { Remark = remark } };
        }

        return new Scan(text, unit, currency, percentHeading).Read();
    }

    private static string FirstWord(string text)
    {
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return text[..end].ToLowerInvariant();
    }

    private static string? Remark(ReadOnlySpan<char> rest)
    {
        rest = rest.Trim().TrimStart(",;:.*—–/").Trim();
        if (rest.Length > 1 && rest[0] == '(' && rest[^1] == ')' && rest[1..^1].IndexOfAny('(', ')') < 0)
            rest = rest[1..^1].Trim();
        return rest.Length == 0 || rest is ")" ? null : rest.ToString();
    }

    private struct Part
    {
        public decimal Value;
        public decimal Scale;
        public bool Percent;
    }

    private ref struct Scan(string text, AmountUnit unit, string currency, bool percentHeading)
    {
        private int _i;
        private bool _money;
        private bool _approximate;
        private AmountLimit _limit;
        private string? _fault;

        public AmountReading Read()
        {
            var negative = ReadLeads();
            if (_fault is null && !AtDigit())
                _fault = Example;
            if (_fault is not null)
                return Fault(_fault);
            var first = ReadPart();
            if (_fault is not null)
                return Fault(_fault);
            if (negative)
                first.Value = -first.Value;
            Part? second = null;
            decimal? whole = null;
            if (!negative || text[0] != '(')
                ReadSecond(first, ref second, ref whole);
            if (_fault is not null)
                return Fault(_fault);
            return Finish(first, second, whole);
        }

        private readonly AmountReading Fault(string expected) => new() { Expected = expected };

        // Everything before the first digit: signs, currencies, "about", "at most". Other words are only passed over before a currency sign.
        private bool ReadLeads()
        {
            var negative = false;
            while (_i < text.Length && !AtDigit())
            {
                var c = text[_i];
                if (c == ' ')
                    _i++;
                else if (c is '-' or '−' or '–' && !negative)
                {
                    negative = true;
                    _i++;
                }
                else if (c == '(' && _i == 0)
                {
                    // Accountants' brackets: (1,200) is −1,200; "(est. 500)" is not.
                    _i++;
                    negative = text[^1] == ')' && text.AsSpan(1, text.Length - 2).IndexOfAnyExcept("0123456789.,$€£ ") < 0;
                }
                else if (!ReadCurrency() && !ReadLead())
                {
                    var sign = text.AsSpan(_i).IndexOfAny('$', '€', '£');
                    if (sign < 0 || _money)
                    {
                        _fault = Example;
                        return negative;
                    }

                    // "Netlify $20": the words before the sign say what it is for.
                    _i += sign;
                }

                if (_fault is not null)
                    return negative;
            }

            return negative;
        }

        private readonly bool AtDigit() => _i < text.Length && (char.IsAsciiDigit(text[_i]) || text[_i] == '.' && _i + 1 < text.Length && char.IsAsciiDigit(text[_i + 1]));

        private bool ReadLead()
        {
            foreach (var (lead, effect) in Leads)
            {
                if (!text.AsSpan(_i).StartsWith(lead, StringComparison.OrdinalIgnoreCase))
                    continue;
                var end = _i + lead.Length;
                if (char.IsLetter(lead[^1]) && end < text.Length && char.IsLetter(text[end]))
                    continue;
                _i = end;
                if (effect == Lead.Approximate)
                    _approximate = true;
                else if (effect is Lead.AtMost or Lead.AtLeast)
                    _limit = effect == Lead.AtMost ? AmountLimit.AtMost : AmountLimit.AtLeast;
                return true;
            }

            return false;
        }

        private bool ReadCurrency()
        {
            foreach (var (sign, code) in Currencies)
            {
                if (text.AsSpan(_i).StartsWith(sign, StringComparison.Ordinal))
                {
                    _i += sign.Length;
                    Use(code);
                    return true;
                }
            }

            if (_i + 3 <= text.Length && (_i + 3 == text.Length || !char.IsLetter(text[_i + 3])) && (_i == 0 || !char.IsLetter(text[_i - 1])))
            {
                var code = text.Substring(_i, 3);
                if (Codes.Contains(code.ToUpperInvariant()) && (code == code.ToUpperInvariant() || code == code.ToLowerInvariant()))
                {
                    _i += 3;
                    Use(code.ToUpperInvariant());
                    return true;
                }
            }

            return false;
        }

        private void Use(string code)
        {
            _money = true;
            if (code == "$" ? !DollarCurrencies.Contains(currency) : code != currency)
                _fault = $"an amount in {currency}, the portfolio's currency";
        }

        private Part ReadPart()
        {
            var part = new Part { Scale = 1 };
            if (!ReadNumber(ref part))
                return part;
            ReadUnit(ref part);
            return part;
        }

        private bool ReadNumber(ref Part part)
        {
            var start = _i;
            Span<char> digits = stackalloc char[40];
            int length = 0, group = 0, decimals = -1;
            var grouped = false;
            for (; _i < text.Length; _i++)
            {
                var c = text[_i];
                if (char.IsAsciiDigit(c))
                {
                    if (length >= 27)
                    {
                        _fault = "a number of at most 20 digits";
                        return false;
                    }

                    digits[length++] = c;
                    group++;
                    if (decimals >= 0)
                        decimals++;
                }
                else if (c is ',' or '\'' or '’' or ' ' && decimals < 0 && IsGroup(_i, c, group, grouped))
                {
                    grouped = true;
                    group = 0;
                }
                else if (c == '.' && decimals < 0 && _i + 1 < text.Length && char.IsAsciiDigit(text[_i + 1]))
                {
                    decimals = 0;
                    digits[length++] = '.';
                }
                else
                {
                    break;
                }
            }

            if (_i < text.Length && text[_i] is ',' or '.' && _i + 1 < text.Length && char.IsAsciiDigit(text[_i + 1]))
            {
                // 7.000,50 or 1,5 or 12,34: a decimal comma or a slip.
                _fault = "thousands apart by commas and decimals by a point, such as 7,000.50";
                return false;
            }

            part.Value = decimal.Parse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            if (decimals == 3 && (_money || unit == AmountUnit.Money) && part.Value >= 1 && !grouped && !HasScale() && !(_i < text.Length && text[_i] == '%'))
            {
                _fault = $"thousands apart by commas ({text[start.._i].Replace('.', ',')}) or two decimals";
                return false;
            }

            return true;
        }

        // A comma (apostrophe, space) counts as a separator only before exactly three digits, and a space only where nothing else can be meant.
        private readonly bool IsGroup(int at, char separator, int group, bool grouped)
        {
            if (group is 0 or > 3 || grouped && group != 3 || at + 3 >= text.Length)
                return false;
            for (var k = 1; k <= 3; k++)
            {
                if (!char.IsAsciiDigit(text[at + k]))
                    return false;
            }

            var behind = at + 4 < text.Length ? text[at + 4] : ' ';
            return !char.IsAsciiDigit(behind) && (separator != ' ' || !char.IsLetter(behind) && behind is not ('-' or '/'));
        }

        private readonly bool HasScale() => _i < text.Length && text[_i] is 'k' or 'K' or 'm' or 'M';

        // What stands directly behind the number: K, M, %, a currency; letters that fit none of these are a slip where money is meant.
        private void ReadUnit(ref Part part)
        {
            var start = _i;
            while (_i < text.Length && char.IsLetterOrDigit(text[_i]))
                _i++;
            var run = text[start.._i];
            var money = _money || unit == AmountUnit.Money;
            if (run.Length == 0)
            {
                ReadSpacedUnit(ref part);
                return;
            }

            switch (run)
            {
                case "k" or "K":
                    part.Scale = 1_000;
                    break;
                case "M" or "mm" or "MM" or "mn" or "Mn" or "mio":
                case "m" when money:
                    part.Scale = 1_000_000;
                    break;
                case "b" or "B" or "bn" when money:
                    part.Scale = 1_000_000_000;
                    break;
                case "ish":
                    _approximate = true;
                    break;
                case "x" or "ea" or "each" or "pa" or "pm" or "pcm" or "pp" or "h" or "hr" or "d":
                    _i = start;
                    break;
                default:
                    _i = start;
                    if (!ReadCurrency() && (money || run.Any(char.IsAsciiDigit) || run.All(c => c is 'O' or 'o' or 'l' or 'I')))
                    {
                        if (char.IsAsciiLetter(run[0]) && run.Length > 1 && run[0] is 'k' or 'K' && Codes.Contains(run[1..].ToUpperInvariant()))
                        {
                            part.Scale = 1_000;
                            _i = start + 1;
                            ReadCurrency();
                        }
                        else
                        {
                            _fault = $"digits only; \"{text[..Math.Min(text.Length, start + run.Length)]}\" looks like a slip";
                        }
                    }

                    return;
            }

            if (part.Scale > 1 || _approximate)
                ReadTrailing(ref part);
        }

        private void ReadSpacedUnit(ref Part part)
        {
            var start = _i;
            SkipSpaces();
            if (Take("%") || TakeWord("percent") || TakeWord("pct") || TakeWord("per cent"))
                part.Percent = true;
            else if (TakeWord("thousand") || TakeWord("grand") || (_money || unit == AmountUnit.Money) && (TakeWord("k") || TakeWord("K")))
                part.Scale = 1_000;
            else if (TakeWord("million") || TakeWord("mil"))
                part.Scale = 1_000_000;
            else
            {
                _i = start;
                if (_i > 0 && start < text.Length)
                    ReadTrailing(ref part);
                return;
            }

            ReadTrailing(ref part);
        }

        // "10+"; and the spaces behind it. The place before those: there the reading goes on if nothing that is known follows.
        private int ReadPlus()
        {
            if (Take("+"))
                _limit = AmountLimit.AtLeast;
            var behind = _i;
            SkipSpaces();
            return behind;
        }

        private void ReadTrailing(ref Part part)
        {
            var start = ReadPlus();
            if (!ReadCurrency())
                _i = start;
            if (!part.Percent && _i < text.Length && text[_i] == '%')
            {
                part.Percent = true;
                _i++;
            }
        }

        private void ReadSecond(Part first, ref Part? second, ref decimal? whole)
        {
            var start = _i;
            SkipSpaces();
            if (!first.Percent && (Take("/") || TakeWord("out of") || TakeWord("of")))
            {
                SkipSpaces();
                TakeWord("the");
                SkipSpaces();
                ReadCurrency();
                if (AtDigit())
                {
                    var part = ReadPart();
                    if (_fault is null && PeriodReader.ReadSuffix(text.AsSpan(start).TrimStart(), out _, out _) is null)
                    {
                        whole = part.Value * part.Scale;
                        return;
                    }
                }

                _i = start;
                return;
            }

            var dash = _i < text.Length && text[_i] is '-' or '–' or '—' or '−';
            if (dash)
                _i++;
            else if (!(Take("..") || TakeWord("to") || TakeWord("and") || TakeWord("or") || Take("…")))
            {
                _i = start;
                return;
            }

            while (Take("."))
            {
            }

            SkipSpaces();
            Take("~");
            ReadCurrency();
            if (_fault is null && AtDigit())
            {
                second = ReadPart();
                if (dash && _i + 1 < text.Length && text[_i] == '-' && char.IsAsciiDigit(text[_i + 1]))
                    _fault = "an amount; this looks like a date";
                return;
            }

            if (_fault is null)
                _i = start;
        }

        private AmountReading Finish(Part first, Part? second, decimal? whole)
        {
            var percent = first.Percent || second is { Percent: true };
            decimal low = first.Value * first.Scale, high = low;
            var rounded = first.Scale > 1;
            if (second is { } other)
            {
                high = other.Value * other.Scale;
                rounded |= other.Scale > 1;
                // 7–9K: the K counts for both, unless the first would then exceed the second. 7K–9: the K behind the first counts for both too.
                if (other.Scale > 1 && first.Scale == 1 && low * other.Scale <= high)
                    low *= other.Scale;
                else if (other.Scale == 1 && first.Scale > 1 && high < low)
                    high *= first.Scale;
                if (low > high)
                    return Fault("the lower end first, such as 7–9K");
            }

            ReadBehind();
            var rest = text.AsSpan(_i);
            var period = PeriodReader.ReadSuffix(rest, out var length, out var unknownPeriod);
            rest = rest[length..];
            if (!_money && unit == AmountUnit.Money && rest.TrimStart() is { Length: > 1 } tail && tail[0] is 'x' or '×' or '*' or '@' && tail.IndexOfAny('$', '€', '£') >= 0)
                return Fault("one amount, the product worked out");
            var kind = percent ? AmountUnit.Percent : _money ? AmountUnit.Money : unit;
            if (kind == AmountUnit.Percent)
            {
                // A share without a sign: 12 is 12 %, 0.12 is too, unless the heading says that numbers are percentages.
                if (percent || percentHeading && whole is null || whole is null && high > 1)
                {
                    low /= 100;
                    high /= 100;
                }
                else if (whole is not null)
                {
                    kind = AmountUnit.Number;
                }
            }

            if (unit == AmountUnit.Money && kind == AmountUnit.Percent)
                return Fault("an amount of money, not a percentage");
            return new AmountReading
            {
                Amount = new Amount(low, high, kind) { Approximate = _approximate, Limit = _limit, Whole = whole, Remark = Remark(rest) },
                Per = period,
                UnknownPeriod = unknownPeriod,
                Rounded = rounded,
            };
        }

        // "10 or more", "5 max", "25 (est.)", "25 approx".
        private void ReadBehind()
        {
            var start = ReadPlus();
            if (TakeWord("or more") || TakeWord("or better") || TakeWord("minimum"))
                _limit = AmountLimit.AtLeast;
            else if (TakeWord("or less") || TakeWord("or fewer") || TakeWord("max.") || TakeWord("max") || TakeWord("maximum") || TakeWord("tops"))
                _limit = AmountLimit.AtMost;
            else if (TakeWord("approx.") || TakeWord("approx") || TakeWord("(est.)") || TakeWord("(est)") || TakeWord("est.") || TakeWord("ca.") || TakeWord("or so"))
                _approximate = true;
            else
                _i = start;
        }

        private void SkipSpaces()
        {
            while (_i < text.Length && text[_i] == ' ')
                _i++;
        }

        private bool Take(string what)
        {
            if (!text.AsSpan(_i).StartsWith(what, StringComparison.Ordinal))
                return false;
            _i += what.Length;
            return true;
        }

        private bool TakeWord(string word)
        {
            var end = _i + word.Length;
            if (!text.AsSpan(_i).StartsWith(word, StringComparison.OrdinalIgnoreCase) || end < text.Length && char.IsLetterOrDigit(text[end]) && char.IsLetter(word[^1]))
                return false;
            _i = end;
            return true;
        }
    }
}
