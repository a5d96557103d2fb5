using ExecReports.Analysis;
using ExecReports.Portfolio;
using ExecReports.Rendering;

namespace ExecReports.Reports.Changes;

/// <summary>The tiles of a report over the last reports.</summary>
/// <param name="Reports">Dates of the reports, oldest first; the last one is this report's.</param>
/// <param name="Lines">One per tile that is a number at two dates at least.</param>
public sealed record KpiHistory(IReadOnlyList<DateOnly> Reports, IReadOnlyList<KpiLine> Lines)
{
    /// <summary>Id of the chart that shows them.</summary>
    public const string ChartId = "history";

    /// <summary>The values of the report's tiles over time. A figure of another unit than today's is a gap.</summary>
    public static KpiHistory Of(IReadOnlyList<Figure> figures, DateOnly asOf, IReadOnlyList<FiguresDocument> earlier)
    {
        // A report for the same date is what this one stands in for.
        var before = earlier.Where(document => document.AsOf < asOf).OrderBy(document => document.AsOf).ToList();
        var lines = figures.Where(figure => figure.Kpi)
            .Select(figure => new KpiLine(figure, [.. before.Select(document => document.Same(figure)?.Value), figure.Value]))
            .Where(line => line.Values.Count(value => value is not null) > 1)
            .ToList();
        return new KpiHistory([.. before.Select(document => document.AsOf), asOf], before.Count == 0 ? [] : lines);
    }

    /// <summary>The chart; null where there is nothing to draw.</summary>
    public SmallLines? Chart(string currency)
    {
        if (Lines.Count == 0)
            return null;
        var said = Lines.Select(line => $"{line.Figure.Label} {Trend(line, currency)}");
        return new SmallLines(ChartId, $"The last {Formats.Count(Reports.Count, "report", "reports")}", $"From {Formats.Date(Reports[0])} to {Formats.Date(Reports[^1])}: {string.Join("; ", said)}.",
            [.. Lines.Select(line => new SmallLine(line.Figure.Label, Formats.Figure(line.Figure, currency), [.. line.Values.Select(value => value?.Middle)], line.Figure.Better))],
            Formats.Date(Reports[0]), Formats.Date(Reports[^1]));
    }

    private static string Trend(KpiLine line, string currency)
    {
        var known = line.Values.OfType<Bounds>().ToList();
        string Words(Bounds value) => Formats.Value(value, line.Figure.Unit, currency);
        return known[0] == known[^1] ? $"stands at {Words(known[^1])}" : $"went from {Words(known[0])} to {Words(known[^1])}";
    }
}

/// <summary>A tile's values over the reports, oldest first; null where it was not known.</summary>
public sealed record KpiLine(Figure Figure, IReadOnlyList<Bounds?> Values);
