using System.Globalization;

namespace ExecReports.Portfolio.Reading;

/// <summary>
/// The cells of one row (or list item) by known column. A cell that cannot be read is a diagnostic and unknown; what belongs to no column is kept as written.
/// </summary>
internal sealed class RowCells(ReadingContext context, SectionSchema schema, SourceLine at)
{
    private readonly List<(ColumnUse Use, string Text)> _cells = [];
    private readonly List<string> _notes = [];
    private Dictionary<string, string>? _extra;
    private readonly HashSet<Column> _kept = [];
    private List<(Column Column, string Text)>? _remarks;
    private List<(Column Column, string Text)>? _written;

    public SourceLine At => at;
    public SectionSchema Schema => schema;
    public ReadingContext Context => context;

    /// <summary>The heading that the row stands under, where it is below the section's own; null: the section's own.</summary>
    public string? SubHeading { get; init; }

    /// <summary>The heading of the row's section.</summary>
    public string SectionHeading { get; init; } = "";

    /// <summary>The period that the heading above names: "Spending per year" says what its amounts are for.</summary>
    public Period? PeriodOfSection { get; init; }

    /// <summary>A task list's box: true for <c>[x]</c>, false for <c>[ ]</c>, null for none.</summary>
    public bool? Ticked { get; set; }

    public IReadOnlyDictionary<string, string> Extra => _extra ?? (IReadOnlyDictionary<string, string>)Empty;

    private static readonly Dictionary<string, string> Empty = [];

    public string? Note
    {
        get
        {
            var note = Text(SectionSchema.Note);
            return _notes.Count == 0 ? note : string.Join("; ", note is null ? _notes : _notes.Prepend(note));
        }
    }

    public void Set(ColumnUse use, string text)
    {
        text = text.Trim();
        if (use.Column is not null && (text.Length == 0 || !_cells.Exists(cell => cell.Use.Column == use.Column && cell.Text.Length > 0 && (cell.Use.End == use.End || cell.Use.End == RangeEnd.Both || use.End == RangeEnd.Both))))
            _cells.Add((use, text));
        else if (text.Length > 0)
            // A second value of a column would never be read: it is kept as written.
            AddExtra(use.Heading, text);
    }

    public void Set(Column column, string text) => Set(new ColumnUse(column.Name, column), text);

    public void AddExtra(string heading, string text)
    {
        _extra ??= [];
        var key = heading.Trim().Length == 0 ? "Column" : heading.Trim();
        for (var n = _extra.Count > 100 ? _extra.Count : 2; _extra.ContainsKey(key); n++)
            key = string.Create(CultureInfo.InvariantCulture, $"{heading.Trim()} {n}");
        _extra[key] = text;
    }

    public void RemoveExtra(string heading) => _extra?.Remove(heading);

    /// <summary>Adds words to the row's note; the same words once.</summary>
    public void AddNote(string text)
    {
        if (!_notes.Contains(text))
            _notes.Add(text);
    }

    /// <summary>Words about a column's amount that stand in another column (its source).</summary>
    public void AddRemark(Column column, string text) => (_remarks ??= []).Add((column, text));

    /// <summary>An amount without its diagnostics, for a second look at it.</summary>
    public Amount? Quiet(Column column, Column? per)
    {
        var copy = new RowCells(new ReadingContext(context.File, context.Currency), schema, at);
        copy._cells.AddRange(_cells);
        return copy.Amount(column, per);
    }

    public bool Has(Column column) => _cells.Any(cell => cell.Use.Column == column);

    /// <summary>The period that the heading of a column's filled cell names; null if it names none.</summary>
    public Period? PeriodOf(Column column) => _cells.Find(cell => cell.Use.Column == column && cell.Text.Length > 0).Use?.Period;

    /// <summary>The heading, as written, of the filled cell that a column's value came from.</summary>
    public string? HeadingOf(Column column)
    {
        foreach (var (use, text) in _cells)
        {
            if (use.Column == column && text.Length > 0)
                return use.Heading;
        }

        return null;
    }

    public bool Filled(Column column) => Cell(column) is not null;

    /// <summary>The first filled cell of the row, whichever column it is in.</summary>
    public string? FirstFilled => _cells.Select(cell => cell.Text).Concat(Extra.Values).FirstOrDefault(text => text.Length > 0);

    /// <summary>The cell as written, which the record keeps; null if blank or not there.</summary>
    public string? Text(Column column)
    {
        _kept.Add(column);
        return Cell(column);
    }

    /// <summary>The cell as written, to look at; null if blank or not there.</summary>
    public string? Cell(Column column)
    {
        foreach (var (use, text) in _cells)
        {
            if (use.Column == column && text.Length > 0)
                return text;
        }

        return null;
    }

    /// <summary>The cell as written, or null where it says that it is unknown.</summary>
    public string? Known(Column column) => Text(column) is { } text && !AmountReader.IsUnknown(text) ? text : null;

    /// <summary>Cells that the values read so far do not show as written, each behind its heading, but for those that the record keeps; null: none.</summary>
    public string? Written => _written is null || _written.All(cell => _kept.Contains(cell.Column)) ? null
        : string.Join("; ", _written.Where(cell => !_kept.Contains(cell.Column)).Select(cell => cell.Text).Distinct(StringComparer.Ordinal));

    /// <summary>Keeps a cell as written where its numbers are not all among those that its value shows.</summary>
    private void Keep(Column column, string heading, string text, ReadOnlySpan<decimal> shown)
    {
        if (!WrittenNumbers.AreAmong(text, shown))
            (_written ??= []).Add((column, heading.Length == 0 ? text : $"{heading} {text}"));
    }

    /// <summary>
    /// An amount; where the column is a running one, as a month's share of the period that is named nearest to it: beside the number, in the row's <paramref name="per"/>, in the column's heading, else <paramref name="usual"/>, else in the heading of the section.
    /// </summary>
    public Amount? Amount(Column column, Column? per = null, Period? usual = null)
    {
        var amount = AmountOf(column, per, usual);
        if (amount is null || _remarks is null)
            return amount;
        var remarks = _remarks.Where(remark => remark.Column == column).Select(remark => remark.Text).ToList();
        return remarks.Count == 0 ? amount : amount with { Remark = string.Join("; ", amount.Remark is null ? remarks : remarks.Prepend(amount.Remark)) };
    }

    private Amount? AmountOf(Column column, Column? per, Period? usual)
    {
        Amount? result = null, low = null, high = null;
        foreach (var (use, text) in _cells)
        {
            if (use.Column != column || text.Length == 0)
                continue;
            var read = Read(use, text, per, usual);
            if (use.End == RangeEnd.Low)
                low = read;
            else if (use.End == RangeEnd.High)
                high = read;
            else
                result ??= read;
        }

        if (low is null && high is null || result is not null)
            return result;
        if (low is null || high is null)
            return low ?? high;
        if (low.Low <= high.High)
            return low with { High = high.High, Remark = low.Remark ?? high.Remark, Approximate = low.Approximate || high.Approximate };
        context.Error("amount-unreadable", at, $"low {low.Low} above high {high.High} in {column.Name}", "the lower end in the column of the low ends");
        return null;
    }

    private Amount? Read(ColumnUse use, string text, Column? per, Period? usual)
    {
        var unit = use.Column!.Type switch { CellType.Money => AmountUnit.Money, CellType.Share => AmountUnit.Percent, _ => AmountUnit.Number };
        var reading = AmountReader.Read(text, unit, context.Currency, use.Percent);
        if (reading.Amount is null && reading.Expected is null)
            KeepAside(use.Column!, text);
        if (reading.UnknownWithNumber)
            context.Hint("amount-unknown", at, Quote(text, use), "a number first, if it is known; it is taken as unknown");
        if (reading.Expected is { } expected)
            context.Error("amount-unreadable", at, Quote(text, use), expected);
        if (reading.Amount is not { } amount || Converted(amount, reading, use, text, per, usual) is not { } value)
            return null;
        var scale = value.Unit == AmountUnit.Percent ? 100 : 1;
        var period = use.Column.Monthly && per is not null && Cell(per) is { } written && reading.Per is null ? $" per {written}" : "";
        Keep(use.Column, use.Heading, text + period, [value.Low * scale, value.High * scale, value.Low, value.High, value.Whole ?? value.Low]);
        return value;
    }

    private Amount? Converted(Amount amount, AmountReading reading, ColumnUse use, string text, Column? per, Period? usual)
    {
        if (use.Factor != 1 && !reading.Rounded)
            amount = amount with { Low = amount.Low * use.Factor, High = amount.High * use.Factor };
        if (use.Column!.Type == CellType.Share && amount.Unit == AmountUnit.Number && amount.Whole is > 0)
        {
            // 3 of 6 as a share; the two numbers stay readable in the remark.
            var ratio = string.Create(CultureInfo.InvariantCulture, $"{amount.Low} of {amount.Whole}");
            amount = new Amount(amount.Low / amount.Whole.Value, amount.High / amount.Whole.Value, AmountUnit.Percent) { Remark = amount.Remark is null ? ratio : $"{ratio}, {amount.Remark}" };
        }

        return use.Column.Monthly && amount.Unit != AmountUnit.Percent ? Monthly(amount, reading, use, text, per, usual) : amount;
    }

    private Amount? Monthly(Amount amount, AmountReading reading, ColumnUse use, string text, Column? per, Period? usual)
    {
        if (reading.UnknownPeriod is { } unknown)
            return Unreadable($"{Quote(text, use)} ({unknown})");
        var written = per is null ? null : Cell(per) is { } cell && !AmountReader.IsUnknown(cell) ? cell : null;
        var beside = written is null ? null : PeriodReader.Read(written);
        var period = reading.Per ?? beside ?? use.Period ?? usual ?? PeriodOfSection;
        if (written is not null && beside is null)
        {
            if (period is null)
                return Unreadable($"period \"{written}\" of {Quote(text, use)}");
            AddNote($"{per!.Name.ToLowerInvariant()}: {written}");
        }

        if (beside is not null && (reading.Per ?? use.Period) is { } stated && stated != beside)
            context.Warning("period-differs", at, $"{Quote(text, use)} and \"{written}\" in {HeadingOf(per!)}", $"one period; {(reading.Per is null ? $"\"{written}\" is used" : "the one beside the number is used")}");
        else if (reading.Per is { } own && use.Period is { } ofColumn && own != ofColumn)
            context.Warning("period-differs", at, Quote(text, use), "one period; the one beside the number is used");

        return period is { } found and not Period.Month
            ? amount with { Low = PeriodReader.MonthlyShare(amount.Low, found), High = PeriodReader.MonthlyShare(amount.High, found) }
            : amount;

        Amount? Unreadable(string what)
        {
            context.Error("period-unknown", at, what, "a period: week, month, quarter or year; a one-off cost belongs under Capital");
            return null;
        }
    }

    private static string Quote(string text, ColumnUse use) => $"\"{text}\" in {use.Heading}";

    /// <summary>A day; words behind it go to the note.</summary>
    public DateOnly? Date(Column column)
    {
        if (Cell(column) is not { } text)
            return null;
        var reading = DateReader.Read(text, column.Type == CellType.Due);
        if (reading.Expected is { } expected)
            context.Error("date-unreadable", at, $"\"{text}\" in {column.Name}", expected);
        if (reading.Remark is { } remark)
            AddNote($"{column.Name.ToLowerInvariant()} {remark}");
        else if (reading.Date is null && reading.Expected is null)
            KeepAside(column, text);
        else if (reading.Date is { } day)
            Keep(column, column.Name, text, [day.Year, day.Year % 100, day.Month, day.Day]);
        return reading.Date;
    }

    /// <summary>Whether the work is still to do: the column, else the box of a task list.</summary>
    public WorkState State(Column column)
    {
        if (Cell(column) is not { } text)
            return Ticked == true ? WorkState.Done : WorkState.Open;
        if (Vocabulary.IsTick(text))
            return WorkState.Done;
        if (Vocabulary.IsCross(text))
            return WorkState.Open;
        if (text.Trim('-', '–', '—', ' ').Length == 0)
            return Ticked == true ? WorkState.Done : WorkState.Open;
        if (AmountReader.IsUnknown(text) && Vocabulary.Work.Read(text) is null)
            return WorkState.Unknown;
        // A date in a column Done is the day on which it was.
        if (DateReader.Read(text).Date is not null)
        {
            AddNote($"{column.Name.ToLowerInvariant()}: {text}");
            return WorkState.Done;
        }

        if (AmountReader.Read(text, AmountUnit.Percent).Amount is { Unit: AmountUnit.Percent, Low: var part } && text.Contains('%'))
        {
            AddNote($"{column.Name.ToLowerInvariant()}: {text}");
            return part >= 1 ? WorkState.Done : WorkState.Open;
        }

        return Word(column, text, Vocabulary.Work) ?? WorkState.Unknown;
    }

    /// <summary>The meaning of a word; null if unknown, or (with a diagnostic) if it is none of the known ones. Words behind it go to the note, unless the record keeps the cell <paramref name="asWritten"/>.</summary>
    public T? Word<T>(Column column, WordReader<T> words, bool asWritten = false) where T : struct
    {
        if (Cell(column) is not { } text)
            return null;
        // "Not yet" is a state of a channel, and "pending" one of a booking, although an amount would be unknown.
        if (words.Knows(text) || !AmountReader.IsUnknown(text))
            return Word(column, text, words, asWritten);
        if (!asWritten)
            KeepAside(column, text);
        return null;
    }

    // "TBD, the broker asked for $400": what is unknown may still say something.
    private void KeepAside(Column column, string text)
    {
        if (!AmountReader.IsPlainlyUnknown(text))
            AddNote($"{column.Name.ToLowerInvariant()}: {text}");
    }

    private T? Word<T>(Column column, string text, WordReader<T> words, bool asWritten = false) where T : struct
    {
        var meaning = words.Read(text);
        if (meaning is null)
        {
            context.Error("word-unknown", at, $"\"{text}\" in {column.Name}", $"one of {words.Expected}");
            Keep(column, column.Name, text, []);
        }
        else if (!asWritten && !words.Knows(text))
            AddNote($"{column.Name.ToLowerInvariant()}: {text}");
        return meaning;
    }

    /// <summary>Urgency or severity from 0 to 4: a word, or <c>n of m</c> as n/m × 4.</summary>
    public decimal? Grade(Column column)
    {
        if (Cell(column) is not { } text || AmountReader.IsUnknown(text))
            return null;
        Keep(column, column.Name, text, []);
        if (Vocabulary.Grade.Read(text.StartsWith("very ", StringComparison.OrdinalIgnoreCase) ? text[5..] : text) is { } grade)
            return grade;
        if (AmountReader.Read(text, AmountUnit.Number).Amount is { Whole: > 0, Low: >= 0 } amount && amount.Low <= amount.Whole)
            return amount.Low / amount.Whole.Value * 4;
        context.Error("grade-unreadable", at, $"\"{text}\" in {column.Name}", "critical, high, medium, low, or a number with its scale such as 3 of 5");
        return null;
    }

    public bool? YesNo(Column column)
    {
        if (Cell(column) is not { } text)
            return null;
        if (Vocabulary.IsTick(text))
            return true;
        if (Vocabulary.IsCross(text))
            return false;
        if (AmountReader.IsUnknown(text))
            return Vocabulary.YesNo.Read(text);
        return Word(column, text, Vocabulary.YesNo);
    }

    /// <summary>A day, or a yes or no in its place, with the day perhaps in a column of its own: (paid on, paid).</summary>
    public (DateOnly? On, bool? Answer) DateOrYesNo(Column column, Column? day = null)
    {
        var (on, answer) = DateOrAnswer(column);
        var other = day is null ? null : Date(day);
        if (on is not null && other is not null && on != other)
            context.Warning("dates-differ", at, $"{on:yyyy-MM-dd} in {column.Name} and {other:yyyy-MM-dd} in {day!.Name}", $"one day; that in {column.Name} is used");
        return (on ?? other, answer ?? (other is null ? null : true));
    }

    private (DateOnly? On, bool? Answer) DateOrAnswer(Column column)
    {
        if (Cell(column) is not { } text)
            return (null, null);
        if (DateReader.Read(text).Date is not null)
            return (Date(column), true);
        if (Vocabulary.IsTick(text) || Vocabulary.IsCross(text) || Vocabulary.YesNo.Read(text) is not null)
            return (null, YesNo(column));
        if (AmountReader.IsUnknown(text))
            return (null, null);
        context.Error("date-unreadable", at, $"\"{text}\" in {column.Name}", "a date such as 2026-11-20, or yes or no");
        return (null, null);
    }

    /// <summary>Two days of which the second must not come before the first; if it does, a diagnostic and a note, and the second is unknown: nothing is computed from a time that runs backwards.</summary>
    public DateOnly? InOrder(DateOnly? first, DateOnly? second, string firstName, string secondName)
    {
        if (first is not { } a || second is not { } b || b >= a)
            return second;
        context.Warning("dates-out-of-order", at, $"{secondName} {b:yyyy-MM-dd} before {firstName} {a:yyyy-MM-dd}", $"{secondName} on or after {firstName}");
        AddNote(string.Create(CultureInfo.InvariantCulture, $"{secondName} written as {b:yyyy-MM-dd}"));
        return null;
    }

    /// <summary>The name of the row: its first column, else the first text that it has.</summary>
    public string Primary => Text(schema.Primary!) ?? FirstFilled ?? SubHeading ?? SectionHeading;
}
