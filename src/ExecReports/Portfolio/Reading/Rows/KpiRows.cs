using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section KPIs.</summary>
internal static class KpiRows
{
    private static readonly Column Name = new("KPI", CellType.Text, "Metric, Indicator, Measure, Name, KPIs, Metrics, What, Key metric, Number, Key result, Signal, What we measure");
    private static readonly Column Target = new("Target", CellType.Number, "Goal, Aim, Objective, Should be, Want, Plan, Target value, Benchmark, We want, Threshold, Target/month, Where we want it");
    private static readonly Column Actual = new("Actual", CellType.Number,
        "Current, Now, Value, Latest, Today, Present, Last month, Is, Actual value, Reading, Result, Currently, Status, Baseline, Where we are, Measured, This month, Current value, Last value, Where it is");
    private static readonly Column Unit = new("Unit", CellType.Text, "Units, Unit of measure, Measured in, UoM");

    public static readonly SectionSchema Schema = new(SectionKind.Kpis, "KPIs",
        "KPI, Metrics, Key metrics, Key performance indicators, Key figures, Indicators, Numbers, Measures, Scorecard, Targets, OKRs, Goals, Performance, Success metrics, Metrics and KPIs, Goals and metrics, How we measure, Numbers we watch, Dashboard, Key numbers, Measures of success",
        Name, Target, Actual, Unit) { ListColumns = [Actual, Target] };

    public static Kpi Read(RowCells row) => new()
    {
        At = row.At,
        Name = row.Primary,
        Target = Number(row, Target),
        TargetAsWritten = row.Text(Target),
        Actual = Number(row, Actual),
        ActualAsWritten = row.Text(Actual),
        Unit = row.Text(Unit),
        Extra = row.Extra,
        Note = row.Note,
    };

    // A target may be words ("weekly newsletter"): then it has no number, which is no fault; a slip in a number is one.
    private static Amount? Number(RowCells row, Column column) =>
        row.Text(column) is { } text && text.AsSpan().IndexOfAnyInRange('0', '9') < 0 && AmountReader.Read(text, AmountUnit.Number, row.Context.Currency).Amount is null ? null : row.Amount(column);
}
