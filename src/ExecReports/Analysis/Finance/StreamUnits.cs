using ExecReports.Portfolio.Sections;

namespace ExecReports.Analysis.Finance;

/// <summary>
/// Units that a stream sells in a calendar month: those stated for that month of that year; else those stated for that month of any year; else those of a usual month; null if none is known.
/// A range counts with its middle.
/// </summary>
public static class StreamUnits
{
    /// <summary>Units in the month of <paramref name="month"/>.</summary>
    public static decimal? In(RevenueStream stream, DateOnly month) =>
        (stream.UnitsByMonth.FirstOrDefault(m => m.Year == month.Year && m.Month == month.Month)?.Units
            ?? stream.UnitsByMonth.FirstOrDefault(m => m.Year is null && m.Month == month.Month)?.Units
            ?? stream.UnitsPerMonth)?.Bounds.Middle;
}
