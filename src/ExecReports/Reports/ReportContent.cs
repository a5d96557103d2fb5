using ExecReports.Analysis;
using ExecReports.Rendering;
using ExecReports.Reports.Changes;
using ExecReports.Reports.Decisions;
using ExecReports.Reports.Statuses;

namespace ExecReports.Reports;

/// <summary>What a report says, before it is put into words by its template.</summary>
public sealed record ReportContent
{
    /// <summary>Title, with the entity's name for a domain report.</summary>
    public required string Title { get; init; }
    /// <summary>One paragraph on what needs a decision, in plain sentences made from facts. Plain text.</summary>
    public required string Summary { get; init; }
    /// <summary>The decisions that it opens with; of a report that was dropped in the weightiest of all reports.</summary>
    public ReportDecisions? Decide { get; init; }
    /// <summary>How its entities stand, a banner each.</summary>
    public IReadOnlyList<StatusBanner> Statuses { get; init; } = [];
    /// <summary>What is open and followed from report to report.</summary>
    public IReadOnlyList<OpenItem> Open { get; init; } = [];
    /// <summary>What has changed since the last report; null: it is not compared.</summary>
    public SinceLast? Since { get; init; }
    /// <summary>The tiles over the last reports; null: not compared.</summary>
    public KpiHistory? History { get; init; }
    /// <summary>Every figure that the report shows; those marked <see cref="Figure.Kpi"/> are its tiles, in order.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }
    /// <summary>Its charts.</summary>
    public IReadOnlyList<Chart> Charts { get; init; } = [];
    /// <summary>What to fill in before this report can say much; empty when its chief inputs are there.</summary>
    public IReadOnlyList<FirstBlank> FillFirst { get; init; } = [];
    /// <summary>What could not be read and what is not tracked, in plain sentences with their place.</summary>
    public IReadOnlyList<DataGap> Gaps { get; init; } = [];
    /// <summary>Each file, call and commit range used.</summary>
    public IReadOnlyList<SourceUse> Sources { get; init; } = [];
    /// <summary>The report's own model: a record whose properties the template sees as <c>r.…</c> (snake_case).</summary>
    public required object Model { get; init; }
}

/// <summary>Something that could not be read, or is not tracked.</summary>
/// <param name="Where">File and line, source or entity.</param>
/// <param name="What">A plain sentence.</param>
public sealed record DataGap(string Where, string What);

/// <summary>A file, call or commit range that was used.</summary>
/// <param name="Kind">Handoff, AWS inventory, git, operations.</param>
/// <param name="Name">File, call or repository with range.</param>
/// <param name="At">Its time, UTC, where known.</param>
public sealed record SourceUse(string Kind, string Name, DateTimeOffset? At);
