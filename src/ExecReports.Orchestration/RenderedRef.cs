using ExecReports.Workspace;

namespace ExecReports.Orchestration;

/// <summary>A rendered report: references to its files in the workspace.</summary>
public sealed record RenderedRef
{
    /// <summary>Its type.</summary>
    public required string ReportType { get; init; }
    /// <summary>Its title.</summary>
    public required string Title { get; init; }
    /// <summary>Subject of its mail.</summary>
    public required string Subject { get; init; }
    /// <summary>SHA-256 of the template.</summary>
    public required string TemplateVersion { get; init; }
    /// <summary>Archived web page.</summary>
    public required WorkspaceRef Html { get; init; }
    /// <summary>Archived Markdown.</summary>
    public required WorkspaceRef Markdown { get; init; }
    /// <summary>Figures as JSON.</summary>
    public required WorkspaceRef Json { get; init; }
    /// <summary>The message without To and Message-ID.</summary>
    public required WorkspaceRef Eml { get; init; }
    /// <summary>Gaps that the report shows.</summary>
    public required int Gaps { get; init; }
    /// <summary>Sources that failed altogether: the report's policy decides whether it is held for them.</summary>
    public required int FailedSources { get; init; }
}
