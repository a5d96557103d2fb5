namespace ExecReports.Portfolio.Reading;

/// <summary>How well the cells below a heading fit a column: what decides where a heading may mean two columns ("Service" is a stream, or the day of the service).</summary>
internal enum CellFit
{
    /// <summary>Every filled cell is plainly something else: yes or no where money belongs, money where a day belongs.</summary>
    Contradicts = -2,
    /// <summary>No cell can be read as the column's type.</summary>
    Unreadable = -1,
    /// <summary>Nothing is filled, some cells can be read, or any words will do.</summary>
    Open = 0,
    /// <summary>Most cells can be read as the column's type.</summary>
    Fits = 1,
}

/// <summary>Judges the cells below a heading.</summary>
internal static class CellFits
{
    // A few dozen cells say what a column holds; a table of a hundred thousand rows need not be read twice.
    private const int Looked = 32;

    /// <summary>How well the cells at <paramref name="index"/> of <paramref name="rows"/> fit <paramref name="column"/>.</summary>
    public static CellFit Of(Column column, IReadOnlyList<TableLine> rows, int index, string currency)
    {
        int filled = 0, readable = 0, other = 0;
        for (var i = 0; i < rows.Count && filled < Looked; i++)
        {
            if (index >= rows[i].Cells.Count || AmountReader.IsUnknown(rows[i].Cells[index]))
                continue;
            filled++;
            var text = rows[i].Cells[index];
            if (Reads(column, text, currency))
                readable++;
            else if (IsOther(column.Type, text, currency))
                other++;
        }

        if (filled == 0)
            return CellFit.Open;
        if (column.Type == CellType.Text)
            return readable == 0 ? CellFit.Unreadable : CellFit.Open;
        if (readable * 2 > filled)
            return CellFit.Fits;
        return readable > 0 ? CellFit.Open : other == filled ? CellFit.Contradicts : CellFit.Unreadable;
    }

    private static bool Reads(Column column, string text, string currency) => column.Type switch
    {
        // Words of any kind, only not a column of nothing but days or sums.
        CellType.Text => !IsDay(text) && !IsMoney(text, currency),
        CellType.Money or CellType.Number or CellType.Share => !IsDay(text) && AmountReader.Read(text, AmountUnit.Number, currency).Amount is not null,
        // A day that may be two is a day all the same; its cell gets the diagnostic.
        CellType.Date or CellType.Due => IsDay(text, column.Type == CellType.Due) || DateReader.IsMeant(text),
        CellType.Work => Vocabulary.IsTick(text) || Vocabulary.IsCross(text) || Vocabulary.Work.Read(text) is not null,
        CellType.Grade => Vocabulary.Grade.Read(text) is not null || AmountReader.Read(text, AmountUnit.Number).Amount is { Whole: not null },
        CellType.Level => Vocabulary.Level.Read(text) is not null,
        CellType.Period => PeriodReader.Read(text) is not null,
        CellType.YesNo => IsAnswer(text),
        _ => column.Accepts?.Invoke(text) ?? true,
    };

    private static bool IsOther(CellType type, string text, string currency) => type switch
    {
        CellType.Money or CellType.Share => IsDay(text) || IsAnswer(text),
        CellType.Number => IsDay(text),
        CellType.Date or CellType.Due or CellType.Work or CellType.Grade or CellType.Level or CellType.Period or CellType.YesNo => IsMoney(text, currency),
        _ => false,
    };

    private static bool IsDay(string text, bool due = false) => text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 && DateReader.Read(text, due).Date is not null;

    private static bool IsMoney(string text, string currency) =>
        text.AsSpan().IndexOfAny('$', '€', '£') >= 0 && AmountReader.Read(text, AmountUnit.Money, currency).Amount is { Unit: AmountUnit.Money };

    private static bool IsAnswer(string text) => !char.IsAsciiDigit(text[0]) && (Vocabulary.IsTick(text) || Vocabulary.IsCross(text) || Vocabulary.YesNo.Knows(text));
}
