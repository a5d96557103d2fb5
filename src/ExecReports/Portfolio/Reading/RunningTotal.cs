using System.Globalization;

namespace ExecReports.Portfolio.Reading;

/// <summary>
/// The sums of a table's rows so far, to compare a total row with. A total row is no entry itself. Running amounts are compared as months' shares, on both sides;
/// where the total names no period and all rows name the same one, the total is of that one too.
/// </summary>
internal sealed class RunningTotal
{
    private readonly List<Sum> _sums;
    // Read only when a total row comes: most tables have none. Each row is then added once, however many totals follow.
    private readonly List<RowCells> _waiting = [];

    /// <summary>Sums those of <paramref name="columns"/> that a total row states.</summary>
    public RunningTotal(IEnumerable<Column?> columns) =>
        _sums = [.. columns.OfType<Column>().Where(column => column.Summed).Distinct().Select(column => new Sum(column))];

    /// <summary>Counts a row.</summary>
    public void Add(RowCells row)
    {
        if (_sums.Count > 0)
            _waiting.Add(row);
    }

    /// <summary>A difference is a warning. Where a row's amount is unknown there is nothing to compare.</summary>
    public void Compare(RowCells total)
    {
        var per = total.Schema.Columns.FirstOrDefault(candidate => candidate.Type == CellType.Period);
        foreach (var sum in _sums)
        {
            foreach (var row in _waiting)
                sum.Add(row, per);
            sum.Compare(total, per);
        }

        _waiting.Clear();
    }

    private sealed class Sum(Column column)
    {
        private decimal _low, _high;
        private int _rows;
        private bool _unknown, _mixed;
        private Period? _period;

        public void Add(RowCells row, Column? per)
        {
            var period = per is not null && row.Known(per) is { } written ? PeriodReader.Read(written) : null;
            _mixed |= _rows > 0 && period != _period;
            _period = period;
            _rows++;
            if (row.Quiet(column, per) is { } amount)
                (_low, _high) = (_low + amount.Low, _high + amount.High);
            else
                _unknown = true;
        }

        public void Compare(RowCells total, Column? per)
        {
            if (total.Amount(column, per, _mixed || !column.Monthly ? null : _period) is not { } stated || _rows == 0 || _unknown)
                return;
            // Shares of a year are rounded when somebody adds them up by hand, and a K or ~ rounds further.
            var tolerance = stated.Approximate || stated.High % 100 == 0 && stated.High >= 1000 ? Math.Max(50, _high * 0.01m) : Math.Max(_mixed ? 0.5m : 0, 0.01m * _rows);
            var fits = stated.Low == stated.High
                ? stated.Low >= _low - tolerance && stated.High <= _high + tolerance
                : Math.Abs(stated.Low - _low) <= tolerance && Math.Abs(stated.High - _high) <= tolerance;
            if (!fits)
            {
                total.Context.Warning("total-differs", total.At, $"{total.FirstFilled} {Text(stated.Low, stated.High)} in {column.Name}",
                    $"{Text(_low, _high)}, the sum of the {_rows} rows above{(_mixed ? " as months' shares" : "")}; the rows count");
            }
        }

        private static string Text(decimal low, decimal high) =>
            low == high ? low.ToString("#,0.##", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{low:#,0.##}–{high:#,0.##}");
    }
}
