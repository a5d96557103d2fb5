using System.Globalization;

namespace ExecReports.Portfolio.Reading;

/// <summary>Compares a total row with the sum of the rows above it. It is no entry itself.</summary>
internal static class TotalRow
{
    /// <summary>A difference is a warning. Where a row's amount is unknown there is nothing to compare.</summary>
    public static void Compare(RowCells total, IReadOnlyList<RowCells> rows, IReadOnlyList<ColumnUse> uses)
    {
        foreach (var column in uses.Select(use => use.Column).OfType<Column>().Where(column => column.Summed).Distinct())
        {
            var per = total.Schema.Columns.FirstOrDefault(candidate => candidate.Type == CellType.Period);
            if (total.Amount(column, per) is not { } stated)
                continue;
            var terms = rows.Select(row => row.Quiet(column, per)).ToList();
            if (terms.Count == 0 || terms.Any(term => term is null))
                continue;
            decimal low = terms.Sum(term => term!.Low), high = terms.Sum(term => term!.High);
            // Shares of a year are rounded when somebody adds them up by hand, and a K or ~ rounds further.
            var tolerance = stated.Approximate || stated.High % 100 == 0 && stated.High >= 1000 ? Math.Max(50, high * 0.01m) : 0.01m * Math.Max(terms.Count, 1);
            var fits = stated.Low == stated.High
                ? stated.Low >= low - tolerance && stated.High <= high + tolerance
                : Math.Abs(stated.Low - low) <= tolerance && Math.Abs(stated.High - high) <= tolerance;
            if (!fits)
            {
                total.Context.Warning("total-differs", total.At, $"{total.FirstFilled} {Text(stated.Low, stated.High)} in {column.Name}",
                    $"{Text(low, high)}, the sum of the {terms.Count} rows above; the rows count");
            }
        }
    }

    private static string Text(decimal low, decimal high) =>
        low == high ? low.ToString("#,0.##", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{low:#,0.##}–{high:#,0.##}");
}
