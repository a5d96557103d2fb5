using ExecReports.Analysis;

namespace ExecReports.Rendering;

/// <summary>A chart of a report; a template refers to it as <c>![alt](chart:id)</c>. It becomes a PNG, its numbers also stand in a table nearby.</summary>
/// <param name="Id">Id within the report, such as <c>burn</c>.</param>
/// <param name="Title">Title in the picture.</param>
/// <param name="Alt">A sentence that states what the chart shows: its finding, with numbers.</param>
/// <param name="Unit">Unit of the values.</param>
public abstract record Chart(string Id, string Title, string Alt, FigureUnit Unit);

/// <summary>Horizontal bars from low to high, one per label, in the order given.</summary>
public sealed record RangeBars(string Id, string Title, string Alt, FigureUnit Unit, IReadOnlyList<RangeBar> Bars) : Chart(Id, Title, Alt, Unit);

/// <summary>A bar of <see cref="RangeBars"/>.</summary>
public sealed record RangeBar(string Label, decimal Low, decimal High);

/// <summary>Columns over labels (weeks, months, ages), perhaps with a target line.</summary>
public sealed record Columns(string Id, string Title, string Alt, FigureUnit Unit, IReadOnlyList<Column> Values, decimal? Target = null, string? TargetLabel = null) : Chart(Id, Title, Alt, Unit);

/// <summary>A column; a null value is a gap in the row, not zero.</summary>
public sealed record Column(string Label, decimal? Value);

/// <summary>Lines over a common numeric axis, with marked points and a shaded band where a series is a range.</summary>
public sealed record Lines(string Id, string Title, string Alt, FigureUnit Unit, string XTitle, IReadOnlyList<LineSeries> Series, IReadOnlyList<LineMark> Marks) : Chart(Id, Title, Alt, Unit);

/// <summary>A line, or a band where High differs from Low.</summary>
public sealed record LineSeries(string Label, IReadOnlyList<LinePoint> Points);

/// <summary>A point of a line.</summary>
public sealed record LinePoint(decimal X, decimal Low, decimal High);

/// <summary>A vertical mark: break-even, actual.</summary>
public sealed record LineMark(string Label, decimal X);

/// <summary>A line per figure, small and side by side, each on a scale of its own: how it went, not how large it is.</summary>
/// <param name="Id">Id within the report.</param>
/// <param name="Title">Title in the picture.</param>
/// <param name="Alt">What they show.</param>
/// <param name="Series">The lines.</param>
/// <param name="First">What stands at their left end.</param>
/// <param name="Last">What stands at their right end.</param>
public sealed record SmallLines(string Id, string Title, string Alt, IReadOnlyList<SmallLine> Series, string First, string Last) : Chart(Id, Title, Alt, FigureUnit.Number);

/// <summary>A small line.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Now">Its newest value in words.</param>
/// <param name="Values">Its values, oldest first; null is a gap.</param>
/// <param name="Better">Which direction is good.</param>
public sealed record SmallLine(string Label, string Now, IReadOnlyList<decimal?> Values, Better Better);
