using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Units that differ by month: columns per month ("Units Jan", "2027-01"), a row per month, or a column per stream beside a column Month.</summary>
internal static class RevenueMonths
{
    private static readonly string[] Around = ["units", "unit", "volume", "sold", "sales", "trips", "charters", "bookings", "qty", "quantity", "per", "month", "in", "for", "count"];

    /// <summary>Takes the columns whose heading is a month out of the row's extra cells.</summary>
    public static IReadOnlyList<MonthUnits> FromColumns(RowCells row)
    {
        List<MonthUnits>? months = null;
        foreach (var (heading, text) in row.Extra.ToList())
        {
            if (DateReader.ReadMonth(heading, Around) is not { } month)
                continue;
            row.RemoveExtra(heading);
            if (Units(row, heading, text) is { } units)
                (months ??= []).Add(new MonthUnits(month.Year, month.Month, units));
        }

        return (IReadOnlyList<MonthUnits>?)months ?? [];
    }

    /// <summary>Joins rows that stand for a month to the stream that they belong to; what belongs to none stays a stream of its own, with a diagnostic.</summary>
    public static IReadOnlyList<RevenueStream> Join(IReadOnlyList<(RowCells Row, RevenueStream Stream)> rows)
    {
        var streams = new Streams(rows.Where(row => !row.Row.Filled(RevenueRows.Month)).Select(row => row.Stream));
        foreach (var (row, stream) in rows)
        {
            if (row.Text(RevenueRows.Month) is not { } written)
                continue;
            if (DateReader.ReadMonth(written, Around) is not { } month)
            {
                row.Context.Error("month-unreadable", row.At, $"\"{written}\" in Month", "a month such as Jan 2027 or 2027-01");
                continue;
            }

            var pivot = false;
            foreach (var (heading, text) in row.Extra.ToList())
            {
                var named = streams.IndexOf(heading);
                if (named < 0 && (row.Has(RevenueRows.Units) || row.Has(RevenueRows.Name) || AmountReader.Read(text, AmountUnit.Number).Amount is null))
                    continue;
                pivot = true;
                row.RemoveExtra(heading);
                if (named < 0)
                    named = streams.Add(new RevenueStream { At = row.At, Name = heading });
                if (Units(row, heading, text) is { } units)
                    streams.AddUnits(named, month, units);
            }

            if (pivot && !row.Has(RevenueRows.Units))
                continue;
            var at = Find(row, streams);
            if (at < 0)
                at = streams.Add(stream with { Name = row.Text(RevenueRows.Name) ?? row.SubHeading ?? "Units" });
            if (row.Amount(RevenueRows.Units) is { } count)
                streams.AddUnits(at, month, count);
        }

        return streams.ToList();
    }

    private static int Find(RowCells row, Streams streams)
    {
        if ((row.Text(RevenueRows.Name) ?? row.SubHeading) is { } name)
        {
            var named = streams.IndexOf(name);
            if (named >= 0 || row.Filled(RevenueRows.Name))
                return named;
        }

        if (streams.Declared == 1)
            return 0;
        if (streams.Declared > 1)
            row.Context.Error("stream-unknown", row.At, $"units of {row.Text(RevenueRows.Month)} without a stream", "a column Stream, since there are several streams");
        return streams.IndexOf("Units");
    }

    /// <summary>Streams in order, found by folded name, with the months that rows add to them: a long table of months is joined in one pass.</summary>
    private sealed class Streams
    {
        private readonly List<(RevenueStream Stream, List<MonthUnits>? Months)> _streams = [];
        private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);

        public Streams(IEnumerable<RevenueStream> declared)
        {
            foreach (var stream in declared)
                Add(stream);
            Declared = _streams.Count;
        }

        /// <summary>How many have a row of their own.</summary>
        public int Declared { get; }

        public int IndexOf(string name) => _byName.GetValueOrDefault(Key(name), -1);

        public int Add(RevenueStream stream)
        {
            _streams.Add((stream, null));
            _byName.TryAdd(Key(stream.Name), _streams.Count - 1);
            return _streams.Count - 1;
        }

        public void AddUnits(int at, (int? Year, int Month) month, Amount units)
        {
            var (stream, months) = _streams[at];
            months ??= [];
            months.Add(new MonthUnits(month.Year, month.Month, units));
            _streams[at] = (stream, months);
        }

        public IReadOnlyList<RevenueStream> ToList() =>
            _streams.ConvertAll(one => one.Months is null ? one.Stream : one.Stream with { UnitsByMonth = [.. one.Stream.UnitsByMonth, .. one.Months] });

        private static string Key(string name) => FoldedName.Of(FoldedName.WithoutAside(name));
    }

    private static Amount? Units(RowCells row, string heading, string text)
    {
        var reading = AmountReader.Read(text, AmountUnit.Number, row.Context.Currency);
        if (reading.Expected is { } expected)
            row.Context.Error("amount-unreadable", row.At, $"\"{text}\" in {heading}", expected);
        return reading.Amount;
    }
}
