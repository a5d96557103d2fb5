using ExecReports.Analysis;

namespace ExecReports.Tests.Reports.Contents;

/// <summary>Something that a report must contain, one changed row of the sample, and the cell that must change with it.</summary>
/// <param name="Id">Its name in docs/report-contents.md.</param>
/// <param name="Report">The report's id.</param>
/// <param name="Section">Heading of the part that has it.</param>
/// <param name="Row">Text of a cell of the row; null: the part's text is looked at instead of a table.</param>
/// <param name="Column">Heading of the column.</param>
/// <param name="Before">What the cell, or the text, holds before the change.</param>
/// <param name="After">What it holds after it.</param>
internal sealed record ContentCase(string Id, string Report, string Section, string? Row, string? Column, string Before, string After)
{
    /// <summary>File of the sample that is changed.</summary>
    public string File { get; init; } = "";
    /// <summary>Text that stands there once.</summary>
    public string From { get; init; } = "";
    /// <summary>What is written instead.</summary>
    public string To { get; init; } = "";
    /// <summary>For what git says: the change of the facts themselves.</summary>
    public Func<PortfolioFacts, PortfolioFacts>? Git { get; init; }
}
