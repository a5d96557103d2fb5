using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ExecReports.Workspace;

namespace ExecReports.Orchestration.Activities;

/// <summary>Typed documents in the run workspace.</summary>
public static class WorkspaceDocuments
{
    /// <summary>Writes a document as JSON.</summary>
    public static Task<WorkspaceRef> PutJsonAsync<T>(
        this IRunWorkspace workspace, string runId, string name, T document, JsonTypeInfo<T> type, CancellationToken cancellationToken = default) =>
        workspace.PutAsync(runId, name, "json", JsonSerializer.SerializeToUtf8Bytes(document, type), cancellationToken);

    /// <summary>Reads a document back.</summary>
    public static async Task<T> GetJsonAsync<T>(
        this IRunWorkspace workspace, WorkspaceRef reference, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
    {
        var bytes = await workspace.GetAsync(reference, cancellationToken);
        return JsonSerializer.Deserialize(bytes, type)
            ?? throw new WorkspaceException($"{reference.Key} holds null instead of a document.");
    }
}
