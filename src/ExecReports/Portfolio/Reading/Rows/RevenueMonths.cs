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
        var streams = rows.Where(row => !row.Row.Filled(RevenueRows.Month)).Select(row => row.Stream).ToList();
        var declared = streams.Count;
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
                var named = streams.FindIndex(candidate => FoldedName.Of(candidate.Name) == FoldedName.Of(FoldedName.WithoutAside(heading)));
                if (named < 0 && (row.Has(RevenueRows.Units) || row.Has(RevenueRows.Name) || AmountReader.Read(text, AmountUnit.Number).Amount is null))
                    continue;
                pivot = true;
                row.RemoveExtra(heading);
                if (named < 0)
                {
                    streams.Add(new RevenueStream { At = row.At, Name = heading });
                    named = streams.Count - 1;
                }

                if (Units(row, heading, text) is { } units)
                    streams[named] = With(streams[named], month, units);
            }

            if (pivot && !row.Has(RevenueRows.Units))
                continue;
            var at = Find(row, streams, declared);
            if (at < 0)
            {
                streams.Add(stream with { Name = row.Text(RevenueRows.Name) ?? row.SubHeading ?? "Units" });
                at = streams.Count - 1;
            }

            if (row.Amount(RevenueRows.Units) is { } count)
                streams[at] = With(streams[at], month, count);
        }

        return streams;
    }

    private static int Find(RowCells row, List<RevenueStream> streams, int declared)
    {
        if ((row.Text(RevenueRows.Name) ?? row.SubHeading) is { } name)
        {
            var folded = FoldedName.Of(FoldedName.WithoutAside(name));
            var named = streams.FindIndex(stream => FoldedName.Of(FoldedName.WithoutAside(stream.Name)) == folded);
            if (named >= 0 || row.Filled(RevenueRows.Name))
                return named;
        }

        if (declared == 1)
            return 0;
        if (declared > 1)
            row.Context.Error("stream-unknown", row.At, $"units of {row.Text(RevenueRows.Month)} without a stream", "a column Stream, since there are several streams");
        return streams.FindIndex(stream => stream.Name == "Units");
    }

    private static RevenueStream With(RevenueStream stream, (int? Year, int Month) month, Amount units) =>
        stream with { UnitsByMonth = [.. stream.UnitsByMonth, new MonthUnits(month.Year, month.Month, units)] };

    private static Amount? Units(RowCells row, string heading, string text)
    {
        var reading = AmountReader.Read(text, AmountUnit.Number, row.Context.Currency);
        if (reading.Expected is { } expected)
            row.Context.Error("amount-unreadable", row.At, $"\"{text}\" in {heading}", expected);
        return reading.Amount;
    }
}
