using System.Text.Json.Serialization;
using ExecReports.Workspace;

namespace ExecReports.Orchestration;

/// <summary>What a run will do, resolved once by <see cref="Activities.PlanRun"/>: an orchestrator reads no clock, file or setting.</summary>
public sealed record RunPlan
{
    /// <summary>The portfolio's name.</summary>
    public required string Portfolio { get; init; }
    /// <summary>The day that the reports speak about.</summary>
    public required DateOnly AsOf { get; init; }
    /// <summary>The portfolio's settings and the recipients' addresses, frozen in the workspace.</summary>
    public required WorkspaceRef Frozen { get; init; }
    /// <summary>Sources to collect.</summary>
    public required IReadOnlyList<PlannedSource> Sources { get; init; }
    /// <summary>Reports to render.</summary>
    public required IReadOnlyList<PlannedReport> Reports { get; init; }
    /// <summary>Ids of the operators who are told of reports that do not arrive; empty: nobody is. The addresses stay in the workspace.</summary>
    public IReadOnlyList<string> Operators { get; init; } = [];
}

/// <summary>The kinds of source, one activity for each.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SourceKind>))]
public enum SourceKind
{
    /// <summary>A handoff file.</summary>
    Handoff,
    /// <summary>AWS resources.</summary>
    Inventory,
    /// <summary>A git repository.</summary>
    Repository,
    /// <summary>Charter events, crew, waivers.</summary>
    Operations,
}

/// <summary>A source to collect.</summary>
/// <param name="Kind">Which activity collects it.</param>
/// <param name="Name">Its name within its kind: file, repository, collector.</param>
/// <param name="Entity">Entity that it belongs to; null: the group.</param>
public sealed record PlannedSource(SourceKind Kind, string Name, string? Entity);

/// <summary>A report to render.</summary>
/// <param name="ReportType">Template id, for a domain report with <c>-&lt;entity id&gt;</c> behind it.</param>
/// <param name="TemplateId">The template.</param>
/// <param name="Entity">Entity of a domain report.</param>
/// <param name="Recipients">Ids of its recipients; the addresses stay in the workspace.</param>
public sealed record PlannedReport(string ReportType, string TemplateId, string? Entity, IReadOnlyList<string> Recipients);
