using ExecReports.Portfolio;
using ExecReports.Reports.Changes;

namespace ExecReports.Rendering;

/// <summary>What a rendering needs beside the report's content.</summary>
public sealed record RenderContext
{
    /// <summary>The day that the report speaks about.</summary>
    public required DateOnly AsOf { get; init; }
    /// <summary>Fixed once per run, UTC, to the millisecond; the message's Date.</summary>
    public required DateTimeOffset GeneratedTimestamp { get; init; }
    /// <summary>The run.</summary>
    public required string RunId { get; init; }
    /// <summary>Template id, for a domain report with <c>-&lt;entity id&gt;</c> behind it.</summary>
    public required string ReportType { get; init; }
    /// <summary>Settings of the portfolio: name, currency, sender.</summary>
    public required PortfolioSettings Settings { get; init; }
    /// <summary>The entity that a domain report speaks about; null for an officer's report.</summary>
    public Handoff? Entity { get; init; }
    /// <summary>Earlier reports of the same type, for what has changed and the lines of the tiles.</summary>
    public ReportHistory History { get; init; } = ReportHistory.None;
    /// <summary>The last of them; null if there is none.</summary>
    public FiguresDocument? Previous => History.Earlier.Count > 0 ? History.Earlier[0] : null;
    /// <summary>Sender's address of the message; null: the settings' sender, else <c>reports@example.com</c>.</summary>
    public string? Sender { get; init; }
}
