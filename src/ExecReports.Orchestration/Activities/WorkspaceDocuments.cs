using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ExecReports.Rendering;
using ExecReports.Workspace;

namespace ExecReports.Orchestration.Activities;

/// <summary>Typed documents and rendered reports in the run workspace.</summary>
public static class WorkspaceDocuments
{
    /// <summary>Writes a document as JSON.</summary>
    public static Task<WorkspaceRef> PutJsonAsync<T>(
        this IRunWorkspace workspace, string runId, string name, T document, JsonTypeInfo<T> type, CancellationToken cancellationToken = default) =>
        workspace.PutAsync(runId, name, "json", JsonSerializer.SerializeToUtf8Bytes(document, type), cancellationToken);

    /// <summary>Writes a rendered report's files and returns the references to them, without gaps.</summary>
    public static async Task<RenderedRef> PutRenderedAsync(
        this IRunWorkspace workspace, string runId, string reportType, string title, string templateVersion, RenderedReport rendered, CancellationToken cancellationToken = default) => new()
    {
        ReportType = reportType,
        Title = title,
        Subject = rendered.Subject,
        TemplateVersion = templateVersion,
        Html = await workspace.PutAsync(runId, reportType, "html", rendered.Html, cancellationToken),
        Markdown = await workspace.PutAsync(runId, reportType, "md", rendered.Markdown, cancellationToken),
        Json = await workspace.PutAsync(runId, reportType, "json", rendered.Json, cancellationToken),
        Eml = await workspace.PutAsync(runId, reportType, "eml", rendered.Eml, cancellationToken),
        Gaps = 0,
        FailedSources = 0,
    };

    /// <summary>Reads a run's plan back. What a plan of an earlier build does not set has its default, as it would have in a portfolio that does not set it.</summary>
    public static async Task<FrozenRun> GetPlanAsync(this IRunWorkspace workspace, WorkspaceRef reference, CancellationToken cancellationToken = default) =>
        FrozenRun.Read(await workspace.GetAsync(reference, cancellationToken));

    /// <summary>Reads a document back.</summary>
    public static async Task<T> GetJsonAsync<T>(
        this IRunWorkspace workspace, WorkspaceRef reference, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
    {
        var bytes = await workspace.GetAsync(reference, cancellationToken);
        return JsonSerializer.Deserialize(bytes, type)
            ?? throw new WorkspaceException($"{reference.Key} holds null instead of a document.");
    }
}
